import { expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import type { JsonObject } from '../../json'
import { expectSound } from '../../testing/expectNode'
import { nodeFlow } from '../../testing/nodeFlow'
import { LanguageSettings, language } from './node'

const options = [
  { locale: 'en-US', prompt: 'language.english', key: '1', words: ['English'] },
  { locale: 'zh-CN', prompt: 'language.chinese', key: '3', words: ['中文', '普通话'] },
]
const words = {
  'language.english': { 'en-US': 'For English, press 1.' },
  'language.chinese': { 'zh-CN': '中文请按 3。' },
  'bye.prompt': { 'en-US': 'Goodbye.', 'zh-CN': '再见。' },
}

function asked(settings: JsonObject) {
  const { flow, content } = nodeFlow({ type: 'language', settings: { options, ...settings }, words, locales: ['en-US', 'zh-CN'] })
  const bye = { type: 'end', label: 'Bye', settings: { prompt: 'bye.prompt', outcome: 'next' }, wires: {} }
  return call({ ...flow, nodes: { ...flow.nodes, by_next: bye } }, content)
}

test('each sentence goes out in its own language', () => {
  const [gather] = asked({}).dials().verbs
  expect(gather).toMatchObject({ verb: 'gather', words: [{ locale: 'en-US' }, { locale: 'zh-CN', text: '中文请按 3。' }], digits: 1 })
})

test('what follows is heard in the chosen language', () => {
  const caller = asked({}).dials().presses('3').hears('再见。')
  expect(caller.step().locale).toBe('zh-CN')
})

test('a spoken name of a language counts whatever the session speaks', () => {
  asked({ listen: 'both' }).dials().says('普通话。').hears('再见。')
})

test('one try means no second question', () => {
  const caller = asked({ tries: 1 }).dials().staysSilent().ends('no_answer')
  expect(caller.transcript.filter((line) => line.startsWith('ask'))).toHaveLength(1)
})

test('a text conversation waits its time for the choice', () => {
  asked({ replySeconds: 600 }).texts('hi').waits(599).isAt('language').waits(1).ends('no_answer')
})

test.each(['ask', 'fixed', 'variable'])('leaves by the ports of %s and no other', (how) =>
  expectSound(language, { how, options, locale: 'en-US', value: 'es' }),
)

test('a question without choices, a missing language and a key given twice are found', () => {
  const rules = (settings: JsonObject) => language.check?.(LanguageSettings.parse(settings)).map(({ rule }) => rule)
  expect(rules({ how: 'ask' })).toEqual(['language-no-choice'])
  expect(rules({ how: 'fixed' })).toEqual(['language-not-given'])
  expect(rules({ how: 'variable' })).toEqual(['language-not-given'])
  expect(rules({ options: [options[0] ?? {}, { ...options[1], key: '1' }] })).toEqual(['menu-key-twice'])
})
