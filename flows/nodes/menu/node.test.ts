import { describe, expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import type { JsonObject } from '../../json'
import { nodeFlow } from '../../testing/nodeFlow'
import { chosenOption } from './choose'
import { MenuSettings, menu } from './node'

const options = [
  { id: 'refill', label: 'Refill', key: '1', words: { 'en-US': ['refill', 'prescription'], 'zh-CN': ['续药'] } },
  { id: 'nurse', label: 'Nurse', key: '#', words: { 'en-US': ['nurse'], 'zh-CN': ['护士'] } },
]
const meant = (heard: string, locale = 'en-US') => chosenOption(options, { locale, heard })
const asked = (settings: JsonObject = {}) => {
  const { flow, content } = nodeFlow({
    type: 'menu',
    settings: { prompt: 'menu.prompt', options, ...settings },
    words: { 'menu.prompt': 'Choose.', 'menu.again': 'Once more.' },
  })
  return call(flow, content)
}

describe('what a caller meant', () => {
  test.each([
    ['1', 'refill'],
    ['#', 'nurse'],
    ['REFILL.', 'refill'],
    ['I need my prescription, please', 'refill'],
    ['refill from the nurse', undefined],
    ['nurses', undefined],
    ['11', undefined],
    ['  ', undefined],
  ])('"%s" is %s', (heard, option) => expect(meant(heard)).toBe(option))

  test('Chinese needs no blanks around the word', () => {
    expect(meant('我想找护士。', 'zh-CN')).toBe('nurse')
    expect(meant('１', 'zh-CN')).toBe('refill')
  })
})

test('the number sign can be a choice', () => {
  const caller = asked().dials()
  expect(caller.verbs).toMatchObject([{ digits: 1, finishOnKey: '' }])
  caller.presses('#').ends('nurse')
})

test('listening for speech alone asks for no keys and hints at the words', () => {
  const [gather] = asked({ listen: 'speech' }).dials().verbs
  expect(gather).toMatchObject({ listen: ['speech'], hints: ['refill', 'prescription', 'nurse'] })
  expect(gather).not.toHaveProperty('digits')
})

test('the caller who asks to hear it again hears the try they were at', () => {
  const repeat = { universal: { repeat: { words: {} } } }
  const { flow, content } = nodeFlow({
    type: 'menu',
    settings: { prompt: 'menu.prompt', options, retries: ['menu.again'] },
    words: { 'menu.prompt': 'Choose.', 'menu.again': 'Once more.' },
  })
  call({ ...flow, ...repeat }, content)
    .dials()
    .staysSilent()
    .hears('Once more.')
    .happens({ type: 'universal.repeat' })
    .hears('Once more.')
    .isAt('menu')
})

test('a key or an option given twice, and a choice nobody can press, are found', () => {
  const [refill, nurse] = options
  const rules = (settings: JsonObject) => menu.check?.(MenuSettings.parse({ prompt: 'menu.prompt', ...settings })).map(({ rule }) => rule)
  expect(rules({ options: [refill ?? {}, { ...nurse, key: '1' }] })).toEqual(['menu-key-twice'])
  expect(rules({ options: [refill ?? {}, { ...nurse, id: 'refill' }] })).toEqual(['menu-option-twice'])
  expect(rules({ options: [{ ...nurse, id: 'no_answer' }] })).toEqual(['menu-option-twice'])
  expect(rules({ options: [{ id: 'bill', label: 'Bill' }] })).toEqual(['menu-option-without-key'])
  expect(rules({ options })).toEqual([])
})
