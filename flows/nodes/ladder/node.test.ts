import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../json'
import { inSubflow } from '../../testing/inSubflow'
import { oneNode } from '../../testing/oneNode'

const nurse = '+12025550123'
const physician = '+12025550124'
const calls = {
  rungs: [
    { id: 'nurse', name: 'Nurse', way: 'call', to: nurse, waitSeconds: 40 },
    { id: 'physician', name: 'Physician', way: 'call', to: '{{ physician }}', waitSeconds: 60 },
  ],
}
const texts = {
  rungs: [
    { id: 'nurse', name: 'Nurse', way: 'text', to: nurse, waitSeconds: 120 },
    { id: 'physician', name: 'Physician', way: 'call', to: physician, waitSeconds: 60 },
  ],
}
const ladder = (settings: JsonObject = {}, channel: 'voice' | 'sms' = 'voice') =>
  oneNode('ladder', { settings: { ...calls, ...settings }, channel, variables: { physician } })
const answered = (rung: number, accepted: boolean, by = nurse) => ({
  type: 'rung.answered' as const,
  node: 'it',
  rung,
  by,
  accepted,
  leg: 'l2',
})
const missed = (rung: number) => ({ type: 'rung.missed' as const, node: 'it', rung, status: 'no-answer' })

describe('asking', () => {
  it('rings the first person with the question and holds the caller', () => {
    const { last } = ladder()
    expect(last.effects).toMatchObject([
      {
        effect: 'call',
        node: 'it',
        waits: false,
        to: nurse,
        ringSeconds: 30,
        rung: 0,
        script: [{ verb: 'gather', leg: 'callee', listen: ['keys'], digits: 1, words: [{ key: 'ladder.ask' }] }],
      },
    ])
    expect(last.verbs).toMatchObject([{ verb: 'hold', words: { key: 'ladder.holding' }, seconds: 10 }])
    expect(last.start).toMatchObject([{ inMs: 40_000 }])
  })

  it('texts where that is the way', () => {
    expect(ladder(texts).last.effects).toMatchObject([{ effect: 'message', to: nurse, rung: 0, words: { key: 'ladder.text' } }])
  })

  it('speaks to the people asked in their own language', () => {
    expect(ladder({ staffLocale: 'es-US' }).last.effects).toMatchObject([{ script: [{ language: 'es-US' }] }])
  })

  it('stops ringing and asks the next person when the time is up, without disturbing the caller', () => {
    const node = ladder()
    const next = node.timeUp()
    expect(next.effects).toMatchObject([
      { effect: 'drop-calls', node: 'it' },
      { effect: 'call', to: physician, rung: 1, ringSeconds: 50 },
    ])
    expect(next.verbs).toEqual([])
    expect(next.start).toMatchObject([{ inMs: 60_000 }])
  })

  it.each([
    ['declines', answered(0, false)],
    ['does not answer', missed(0)],
  ])('goes on at once when the person %s', (_, event) => {
    const next = ladder().send(event)
    expect(next.effects).toMatchObject([{ effect: 'call', to: physician, rung: 1 }])
    expect(next.stop).toHaveLength(1)
  })

  it('lets a person go who declined', () => {
    expect(ladder().send(answered(0, false)).verbs).toEqual([{ verb: 'hangup', leg: 'callee' }])
  })

  it('passes over a person without a number and still holds the caller', () => {
    const node = oneNode('ladder', {
      settings: { rungs: [{ ...calls.rungs[1] }, { ...calls.rungs[0] }] as JsonObject[] },
      variables: { physician: '' },
    })
    expect(node.last.effects).toMatchObject([{ effect: 'call', to: nurse, rung: 1 }])
    expect(node.last.verbs).toMatchObject([{ verb: 'hold' }])
  })

  it('leaves by nobody when nobody has a number', () => {
    const node = oneNode('ladder', { settings: { rungs: [{ ...calls.rungs[1] }] as JsonObject[] }, variables: { physician: '' } })
    expect(node.left).toBe('nobody')
  })

  it.each([
    ['time', (node: ReturnType<typeof ladder>) => [node.timeUp(), node.timeUp()]],
    ['refusals', (node: ReturnType<typeof ladder>) => [node.send(answered(0, false)), node.send(answered(1, false))]],
    ['silence', (node: ReturnType<typeof ladder>) => [node.send(missed(0)), node.send(missed(1))]],
  ])('leaves by nobody when all is %s', (_, play) => {
    const node = ladder()
    play(node)
    expect(node.left).toBe('nobody')
    expect(node.result).toEqual({})
  })

  it('goes through the list as often as it is told', () => {
    const node = ladder({ rounds: 2 })
    for (const [rung, to] of [nurse, physician, nurse, physician].entries()) {
      expect(node.last.effects.find(({ effect }) => effect === 'call')).toMatchObject({ to, rung })
      expect(node.left).toBeUndefined()
      node.timeUp()
    }
    expect(node.left).toBe('nobody')
  })

  it('takes no old or foreign answer for a new one', () => {
    const node = ladder({ rounds: 2 })
    node.send(missed(0))
    for (const event of [
      missed(0),
      answered(0, false),
      answered(0, true),
      answered(9, true),
      { ...answered(1, true), node: 'other' },
      { ...missed(1), node: 'other' },
    ]) {
      expect(node.send(event).handled, JSON.stringify(event)).toBe(false)
    }
    expect(node.left).toBeUndefined()
  })

  it('stops ringing when the caller hangs up', () => {
    const ended = ladder().send({ type: 'call.ended', status: 'completed' })
    expect(ended.effects).toEqual([{ effect: 'drop-calls', node: 'it', waits: false }])
    expect(ended.done).toBe(true)
  })
})

describe('accepting', () => {
  it('brings both into the same room, which no other session shares', () => {
    const node = ladder()
    const met = node.send(answered(0, true))
    const room = { verb: 'dial', to: [{ kind: 'conference', name: 's1-it', endOnExit: true }] }
    expect(met.verbs).toMatchObject([{ verb: 'say', leg: 'callee', words: { key: 'ladder.thanks' } }, { ...room, leg: 'callee' }, room])
    expect(met.verbs[2]).not.toHaveProperty('leg')
    expect(met.effects).toEqual([])
    expect(met.stop).toHaveLength(1)
    expect(node.left).toBeUndefined()
    node.send({ type: 'call.dialed', status: 'answered' })
    expect(node.left).toBe('accepted')
    expect(node.result).toEqual({ accepted_by: nurse, rung: 'nurse', name: 'Nurse' })
  })

  it('without connecting thanks the person, lets them go and goes on with the caller', () => {
    const node = ladder({ connect: false })
    expect(node.send(answered(0, true)).verbs).toMatchObject([
      { verb: 'say', leg: 'callee' },
      { verb: 'hangup', leg: 'callee' },
    ])
    expect(node.left).toBe('accepted')
  })

  it('in a text conversation goes on at once', () => {
    const node = ladder({}, 'sms')
    expect(node.last.verbs).toMatchObject([{ verb: 'reply', words: { key: 'ladder.holding' } }])
    node.send(answered(0, true))
    expect(node.left).toBe('accepted')
  })

  it('by text rings the person and connects the caller', () => {
    const node = ladder(texts)
    const met = node.send(answered(0, true))
    expect(met.verbs).toMatchObject([{ verb: 'dial', to: [{ kind: 'number', number: nurse }] }])
    expect(met.effects).toMatchObject([{ effect: 'message', to: nurse, words: { key: 'ladder.thanks' } }])
    node.send({ type: 'call.dialed', status: 'completed' })
    expect(node.left).toBe('accepted')
  })

  it('by text and then not picking up is not accepting', () => {
    const node = ladder(texts)
    node.send(answered(0, true))
    node.send({ type: 'call.dialed', status: 'no-answer' })
    expect(node.left).toBe('nobody')
    expect(node.result).toEqual({})
  })

  it('by a late text still counts, and stops the ringing elsewhere', () => {
    const node = ladder({ ...texts, connect: false })
    node.timeUp()
    const late = node.send(answered(0, true))
    expect(late.effects).toMatchObject([{ effect: 'drop-calls' }, { effect: 'message', to: nurse }])
    expect(node.left).toBe('accepted')
    expect(node.result).toMatchObject({ rung: 'nurse' })
  })

  it('forgets at the next visit who accepted before', () => {
    const node = oneNode('ladder', { settings: { ...calls, connect: false }, variables: { physician }, wires: { accepted: 'it' } })
    node.send(answered(0, true))
    expect(node.result).toEqual({})
    node.timeUp()
    node.timeUp()
    expect(node.left).toBe('nobody')
  })
})

describe('a ladder inside a subflow', () => {
  const within = () =>
    inSubflow('ladder', { ...calls, rungs: [calls.rungs[0] as JsonObject], ask: 'ladder.ask', text: 'ladder.text' }).dials()
  const accepted = { type: 'rung.answered', node: 'subflow/ladder', rung: 0, by: nurse, accepted: true } as const

  it('meets in a room named after its qualified name, and ends there', () => {
    const caller = within().happens(accepted).isConnectedTo('test-subflow-ladder')
    caller.happens({ type: 'call.dialed', status: 'answered' }).ends('accepted')
  })

  it('gives up when the time is over', () => {
    within().waits(41).ends('nobody')
  })

  it('takes no answer meant for a ladder outside', () => {
    expect(() => within().happens({ ...accepted, node: 'ladder' })).toThrow('Nothing in the flow takes')
  })
})
