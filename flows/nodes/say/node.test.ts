import { expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import { nodeFlow } from '../../testing/nodeFlow'

const said = (content: Record<string, Record<string, { text: string; audio?: string; voice?: string }>>, locale = 'es-US') => {
  const { flow } = nodeFlow({ type: 'say', settings: { prompt: 'say.prompt', repeat: 2 }, locales: ['en-US', 'es-US'] })
  return call(flow, content, { locale }).dials().verbs[0]
}

test('is spoken in the session’s language, as often as set', () => {
  const words = { 'say.prompt': { 'en-US': { text: 'Hello.' }, 'es-US': { text: 'Hola.', voice: 'Polly.Lupe' } } }
  expect(said(words)).toEqual({ verb: 'say', words: { key: 'say.prompt', locale: 'es-US', text: 'Hola.', voice: 'Polly.Lupe' }, repeat: 2 })
})

test('words missing in a language are heard in the first one, and say so', () => {
  expect(said({ 'say.prompt': { 'en-US': { text: 'Hello.' } } })).toMatchObject({ words: { locale: 'en-US', text: 'Hello.' } })
})

test('a recording keeps its fingerprint', () => {
  const audio = 'a'.repeat(64)
  expect(said({ 'say.prompt': { 'es-US': { text: 'Hola.', audio } } })).toMatchObject({ words: { audio } })
})
