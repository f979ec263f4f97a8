import { describe, expect, it } from 'vitest'
import type { JournalLine } from '@/app/rooms/outputs'
import { storyOf } from './story'

const entry = (given: Partial<JournalLine>): JournalLine => ({
  sequence: 1,
  at: '2026-11-17T09:14:00.000Z',
  kind: 'turn',
  turn: 1,
  leg: 'call',
  event: null,
  before: [],
  after: [],
  verbs: [],
  effects: [],
  prompts: [],
  engine: '0.1.0',
  latencyMs: 2,
  note: null,
  ...given,
})
const told = (given: Partial<JournalLine>) => storyOf(entry(given), (node) => `<${node}>`)
const words = { key: 'a.prompt', locale: 'en-US', text: 'Hello.' }

describe('the story of a journal entry', () => {
  it('tells what came, what was heard and where the flow stands, in this order', () => {
    const lines = told({
      event: { type: 'heard', digits: '1' },
      before: ['language'],
      after: ['menu'],
      verbs: [{ verb: 'gather', words: [words, { ...words, locale: 'es-US', text: 'Hola.' }] }],
    })
    expect(lines).toEqual([
      { kind: 'pressed', digits: '1', hidden: false },
      { kind: 'heard', text: 'Hello.', locale: 'en-US' },
      { kind: 'heard', text: 'Hola.', locale: 'es-US' },
      { kind: 'decided', key: 'went', values: { node: '<menu>' } },
    ])
  })

  it('knows hidden keys from shown ones', () => {
    expect(told({ event: { type: 'heard', digits: '••••' } })).toEqual([{ kind: 'pressed', digits: '••••', hidden: true }])
  })

  it.each([
    ['effect.done.lookup', 'event.effect_done', '<lookup>'],
    ['effect.failed.lookup', 'event.effect_failed', '<lookup>'],
    ['xstate.after.5000.line.flow.ladder', 'event.timer', '<ladder>'],
    ['silence', 'event.silence', '<>'],
  ])('names %s', (type, key, node) => {
    expect(told({ event: { type } })).toMatchObject([{ key, values: { node } }])
  })

  it('does not repeat where nothing moved, and skips what it cannot read', () => {
    expect(told({ before: ['menu'], after: ['menu'], verbs: [{ noVerb: true }] })).toEqual([])
  })
})
