import { describe, expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import type { JsonObject } from '../../json'
import { expectSound } from '../../testing/expectNode'
import { nodeFlow } from '../../testing/nodeFlow'
import { accepted, type Given } from './accept'
import { ask } from './node'
import { AskSettings } from './settings'

const asked = (settings: JsonObject, variables: JsonObject = {}) => {
  const { flow, content } = nodeFlow({
    type: 'ask',
    settings: { prompt: 'ask.prompt', ...settings },
    words: { 'ask.prompt': 'Which?', 'ask.again': 'Once more.' },
    variables,
  })
  return call(flow, content)
}
const given = (text: string, by: Given['by'] = 'keys', locale = 'en-US'): Given => ({ text, by, locale })
const read = (settings: JsonObject, answer: Given) => accepted(AskSettings.parse(settings), answer)

describe('an answer', () => {
  test.each([
    [{ kind: 'any' }, given('  Ana '), 'Ana'],
    [{ kind: 'any' }, given('   '), undefined],
    [{ kind: 'any', length: 3 }, given('12'), undefined],
    [{ kind: 'any', maxLength: 2 }, given('林小明', 'text'), undefined],
    [{ kind: 'digits' }, given('555-0101.', 'speech'), '5550101'],
    [{ kind: 'digits', minLength: 7 }, given('12 34'), undefined],
    [{ kind: 'digits' }, given('five', 'speech'), undefined],
    [{ kind: 'digits' }, given('１２', 'text'), '12'],
    [{ kind: 'number' }, given('98*6'), 98.6],
    [{ kind: 'number' }, given('1,250.', 'speech'), 1250],
    [{ kind: 'number', min: 1, max: 10 }, given('11'), undefined],
    [{ kind: 'number' }, given('1e5', 'text'), undefined],
    [{ kind: 'yes_no' }, given('1'), 'yes'],
    [{ kind: 'yes_no' }, given('No, thank you.', 'speech'), 'no'],
    [{ kind: 'yes_no' }, given('Sí', 'speech', 'es-US'), 'yes'],
    [{ kind: 'yes_no' }, given('不是。', 'speech', 'zh-CN'), 'no'],
    [{ kind: 'yes_no' }, given('maybe', 'speech'), undefined],
    [{ kind: 'pattern', pattern: '[a-z]\\d{3}' }, given('B123', 'text'), 'B123'],
    [{ kind: 'pattern', pattern: '[a-z]\\d{3}' }, given('B1234', 'text'), undefined],
    [{ kind: 'pattern', pattern: '(' }, given('(', 'text'), undefined],
    [{ kind: 'date' }, given('03021960'), '1960-03-02'],
    [{ kind: 'date', dateOrder: 'day_month_year' }, given('03021960'), '1960-02-03'],
    [{ kind: 'date' }, given('02301960'), undefined],
    [{ kind: 'date' }, given('3/2/1960', 'text'), '1960-03-02'],
    [{ kind: 'date' }, given('1960-03-02', 'text'), '1960-03-02'],
    [{ kind: 'date' }, given('March 2nd, 1960.', 'speech'), '1960-03-02'],
    [{ kind: 'date' }, given('2 de marzo de 1960', 'speech', 'es-US'), '1960-03-02'],
    [{ kind: 'date' }, given('1960年3月2日', 'speech', 'zh-CN'), '1960-03-02'],
    [{ kind: 'date' }, given('03020060'), undefined],
  ] as const)('%o reads %o as %o', (settings, answer, value) => expect(read(settings, answer)).toBe(value))
})

describe('the question', () => {
  test('ends with the last key when the number of keys is known', () => {
    expect(asked({ length: 8 }).dials().verbs).toMatchObject([
      { verb: 'gather', listen: ['keys'], digits: 8, finishOnKey: '#', waitSeconds: 5 },
    ])
  })

  test('speaks to the recogniser in the language a variable names, and in the session’s when that is none', () => {
    const settings = { listen: 'speech', language: '{{ heard_in }}' }
    expect(asked(settings, { heard_in: 'es-US' }).dials().verbs).toMatchObject([{ language: 'es-US', speechWait: 'auto' }])
    expect(asked(settings, { heard_in: 'Spanish, please' }).dials().verbs).toMatchObject([{ language: 'en-US' }])
  })

  test('gives the recogniser its words and model', () => {
    const settings = {
      listen: 'both',
      hints: { 'en-US': ['Lisinopril'] },
      speechModel: 'phone_call',
      speechWait: 2,
      profanityFilter: false,
    }
    expect(asked(settings).dials().verbs).toMatchObject([
      { listen: ['keys', 'speech'], hints: ['Lisinopril'], speechModel: 'phone_call', speechWait: 2, profanityFilter: false },
    ])
  })

  test('without retries leaves at the first silence', () => {
    asked({}).dials().staysSilent().ends('no_answer')
  })

  test('after the second try the answer still counts', () => {
    asked({ kind: 'digits', retries: ['ask.again'], into: 'got' }, { got: null })
      .dials()
      .says('what')
      .hears('Once more.')
      .presses('5')
      .ends('answered')
      .knows('got', '5')
  })
})

test('a sensitive answer stands in its variable and nowhere else', () => {
  const caller = asked({ sensitive: true, into: 'card' }, { card: null }).dials()
  expect(caller.verbs).toMatchObject([{ sensitive: true }])
  caller.presses('4111').ends('answered').knows('card', '4111')
  expect(caller.frame().results.ask).toEqual({})
})

test('a text that was delivered is no failure, the wait goes on', () => {
  const caller = asked({ split: 'by_reply' }).texts('hi')
  expect(() => caller.happens({ type: 'message.delivery', sid: 'SM9', status: 'delivered' })).toThrow('Nothing in the flow takes')
  caller.isAt('ask').texts('Tuesday').ends('reply')
})

test('no timer of a text conversation moves a call', () => {
  asked({ replySeconds: 10 }).dials().waits(60).isAt('ask')
})

test.each(['none', 'by_input', 'by_reply'])('leaves by the ports of split %s and no other', (split) => {
  expectSound(ask, { split, retries: ['ask.again'] })
})

test('what can never work is found before a caller does', () => {
  const rules = (settings: JsonObject) => ask.check?.(AskSettings.parse({ prompt: 'ask.prompt', ...settings })).map(({ rule }) => rule)
  expect(rules({ kind: 'pattern' })).toEqual(['ask-pattern'])
  expect(rules({ kind: 'pattern', pattern: '(' })).toEqual(['ask-pattern'])
  expect(rules({ min: 2, max: 1 })).toEqual(['ask-range'])
  expect(rules({ minLength: 9, maxLength: 8 })).toEqual(['ask-range'])
  expect(rules({ sensitive: true })).toEqual(['ask-sensitive-nowhere'])
  expect(rules({})).toEqual([])
  expect(ask.check?.(AskSettings.parse({}))).toMatchObject([{ rule: 'ask-without-words' }])
  expect(ask.check?.(AskSettings.parse({ split: 'by_input' }))).toEqual([])
})
