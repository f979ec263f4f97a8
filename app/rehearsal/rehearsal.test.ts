import { describe, expect, it } from 'vitest'
import type { Playable } from '#engine/load'
import { compile } from '#flows/compile'
import { emptyDraft } from '#flows/edits/draft'
import { type Edit, fold } from '#flows/edits/edit'
import { answering } from './answering'
import { choicesAt } from './choices'
import { begin, hangUp, happen, letPass, press, say, sendText, staySilent } from './rehearsal'
import type { Rehearsal } from './rehearsal-state'

const at = Date.parse('2026-03-02T15:00:00.000Z')

function playable(edits: Edit[], channels: ('voice' | 'sms')[] = ['voice']): Playable {
  const { draft } = fold(emptyDraft({ id: 'f', name: 'F', locale: 'en-US', channels }), edits)
  return { chart: compile(draft.drawing), content: draft.content }
}

const menu: Edit[] = [
  { kind: 'addNode', type: 'menu', id: 'menu' },
  { kind: 'addNode', type: 'end', id: 'bye' },
  { kind: 'addNode', type: 'end', id: 'desk' },
  { kind: 'wire', from: 'menu', port: 'refill', to: 'bye' },
  { kind: 'wire', from: 'menu', port: 'nurse', to: 'desk' },
  { kind: 'wire', from: 'menu', port: 'no_answer', to: 'desk' },
  { kind: 'setUniversal', name: 'person', universal: { key: '0', words: { 'en-US': ['nurse please'] }, target: 'desk' } },
]
const call: Edit[] = [...menu, { kind: 'wire', from: 'start', port: 'call', to: 'menu' }]
const heard = ({ lines }: Rehearsal): string[] => lines.flatMap((line) => (line.who === 'line' ? [line.words.text] : []))
const notes = ({ lines }: Rehearsal): string[] => lines.flatMap((line) => (line.who === 'note' ? [line.note] : []))

describe('a rehearsed call', () => {
  it('hears the words, presses a key and comes to the end', () => {
    const asked = begin(playable(call), { channel: 'voice', at })
    expect(heard(asked)).toEqual(['For a refill, press 1. For a nurse, press 2.'])
    expect(asked.here).toEqual(['menu'])
    expect(asked.waiting).toMatchObject({ verb: 'gather', digits: 1 })
    const over = press(asked, '1')
    expect(over).toMatchObject({ state: 'over', outcome: 'completed', here: [] })
    expect(heard(over).at(-1)).toBe('Goodbye.')
    expect(over.lines).toContainEqual(expect.objectContaining({ who: 'caller', keys: '1', meant: 'Refill' }))
    expect(over.path).toEqual(['start', 'menu', 'bye'])
  })

  it('takes the time that words need, and the time of silence', () => {
    const asked = begin(playable(call), { channel: 'voice', at })
    expect(asked.now - at).toBe(3_000)
    const again = staySilent(asked)
    expect(again.lines.at(-1)).toMatchObject({
      at: 8_000,
      words: { text: 'Sorry, I did not get that. Press 1 for a refill, or 2 for a nurse.' },
    })
  })

  it('knows universal keys and words before the node does', () => {
    const asked = begin(playable(call), { channel: 'voice', at })
    expect(press(asked, '0').path.at(-1)).toBe('desk')
    expect(say(asked, 'Nurse, please!').path.at(-1)).toBe('desk')
  })

  it('ends when the caller hangs up', () => {
    expect(hangUp(begin(playable(call), { channel: 'voice', at })).state).toBe('over')
  })

  it('says when a way out leads nowhere', () => {
    const over = press(
      begin(playable(call.filter((edit) => !(edit.kind === 'wire' && edit.port === 'refill'))), { channel: 'voice', at }),
      '1',
    )
    expect(over.state).toBe('over')
    expect(notes(over)).toContain('hangup')
  })
})

describe('what happens outside', () => {
  const http: Edit[] = [
    { kind: 'addNode', type: 'http', id: 'ask' },
    { kind: 'addNode', type: 'end', id: 'good' },
    { kind: 'addNode', type: 'end', id: 'bad' },
    { kind: 'wire', from: 'start', port: 'call', to: 'ask' },
    { kind: 'wire', from: 'ask', port: 'ok', to: 'good' },
    { kind: 'wire', from: 'ask', port: 'failed', to: 'bad' },
  ]

  it('is chosen by the one who rehearses, and a timer can be let pass', () => {
    const asked = begin(playable(http), { channel: 'voice', at })
    expect(choicesAt(asked).map(({ label }) => label)).toEqual(['ok', 'failed'])
    const [ok, failed] = choicesAt(asked)
    expect(ok && happen(asked, ok).path.at(-1)).toBe('good')
    expect(failed && happen(asked, failed).path.at(-1)).toBe('bad')
    const [timer] = asked.timers
    expect(timer && letPass(asked, timer.id).path.at(-1)).toBe('bad')
  })

  it('may be another system’s answer in the words of the one who rehearses', () => {
    const mapped: Edit[] = [
      ...http,
      { kind: 'setSettings', id: 'ask', set: { mapping: [{ variable: 'slot', path: 'slots.0' }] }, remove: [], wires: {} },
      { kind: 'setVariables', variables: [{ name: 'slot', type: 'text', phi: 'none', purpose: 'test', retentionDays: 1 }] },
      { kind: 'setWords', key: 'good.prompt', locale: 'en-US', words: { text: 'It is {{ slot }}.' } },
    ]
    const asked = begin(playable(mapped), { channel: 'voice', at })
    const [ok] = choicesAt(asked)
    expect(ok && heard(happen(asked, answering(ok, '{"slots":["Monday"]}'))).at(-1)).toBe('It is Monday.')
  })

  it('lets a ladder be answered by whoever is asked', () => {
    const ladder: Edit[] = [
      { kind: 'addNode', type: 'ladder', id: 'night' },
      { kind: 'addNode', type: 'end', id: 'taken' },
      { kind: 'addNode', type: 'end', id: 'nobody' },
      { kind: 'wire', from: 'start', port: 'call', to: 'night' },
      { kind: 'wire', from: 'night', port: 'accepted', to: 'taken' },
      { kind: 'wire', from: 'night', port: 'nobody', to: 'nobody' },
    ]
    let asked = begin(playable(ladder), { channel: 'voice', at })
    const choose = (label: string) => {
      const choice = choicesAt(asked).find((each) => each.label === label)
      if (choice) asked = happen(asked, choice)
    }
    choose('missed')
    expect(asked.rung).toBe(1)
    choose('accepted')
    expect(asked.state === 'over' || asked.waiting?.verb === 'dial').toBe(true)
    choose('completed')
    expect(asked.path.at(-1)).toBe('taken')
  })
})

describe('a rehearsed conversation by text', () => {
  it('begins with a text and answers the next', () => {
    const edits: Edit[] = [...menu, { kind: 'wire', from: 'start', port: 'message', to: 'menu' }]
    const asked = begin(playable(edits, ['sms']), { channel: 'sms', at, body: 'Hi' })
    expect(asked.waiting).toEqual({ verb: 'reply' })
    expect(heard(asked)).toHaveLength(1)
    expect(sendText(asked, '1').state).toBe('over')
  })
})
