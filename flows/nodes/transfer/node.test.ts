import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../json'
import { oneNode } from '../../testing/oneNode'
import { transfer } from './node'
import { TransferSettings } from './settings'

const dialOf = (settings: JsonObject, variables: JsonObject = {}) =>
  oneNode('transfer', { settings, variables }).last.verbs.find(({ verb }) => verb === 'dial')

describe('a transfer', () => {
  it('says its words, then rings', () => {
    expect(oneNode('transfer').last.verbs).toMatchObject([
      { verb: 'say', words: { text: 'I am connecting you now.' } },
      { verb: 'dial', to: [{ kind: 'number', number: '+12025550123' }], ringSeconds: 30 },
    ])
  })

  it('rings several numbers together and leaves out what is no number', () => {
    const numbers = [{ number: '+12025550123' }, { number: '{{ second }}' }, { number: '{{ nobody }}' }]
    expect(dialOf({ numbers }, { second: '(+1) 202-555-0124', nobody: '' })).toMatchObject({
      to: [
        { kind: 'number', number: '+12025550123' },
        { kind: 'number', number: '+12025550124' },
      ],
    })
  })

  it.each([
    [
      { kind: 'sip', sip: 'sip:{{ desk }}@example.org' },
      { kind: 'sip', uri: 'sip:front@example.org' },
    ],
    [
      { kind: 'client', client: '{{ desk }}' },
      { kind: 'client', identity: 'front' },
    ],
    [
      { kind: 'conference', conference: 'room-{{ desk }}' },
      { kind: 'conference', name: 'room-front', endOnExit: true },
    ],
    [
      { kind: 'queue', queue: 'nurses', queueNumber: '+12025550177' },
      { kind: 'number', number: '+12025550177' },
    ],
  ])('of %o dials %o', (settings, target) => {
    expect(dialOf(settings, { desk: 'front' })).toMatchObject({ to: [target] })
  })

  it('carries caller id, limits and recording', () => {
    const settings = { callerId: '{{ line }}', ringSeconds: 12, limitSeconds: 600, record: true }
    expect(dialOf(settings)).toMatchObject({ callerId: '+12025550199', ringSeconds: 12, limitSeconds: 600, record: true })
  })

  it.each([
    ['completed', 'completed'],
    ['answered', 'completed'],
    ['busy', 'busy'],
    ['no-answer', 'no_answer'],
    ['failed', 'failed'],
    ['canceled', 'failed'],
  ] as const)('that ends with %s leaves by %s', (status, port) => {
    const node = oneNode('transfer')
    node.send({ type: 'call.dialed', status, seconds: 7, fields: { DialCallStatus: status, DialCallSid: 'CA2' } })
    expect(node.left).toBe(port)
    expect(node.result).toEqual({ DialCallStatus: status, DialCallSid: 'CA2', status, seconds: 7 })
  })

  it.each([
    { numbers: [{ number: '{{ nobody }}' }] },
    { kind: 'queue', queue: 'nurses' },
    { kind: 'queue', queue: 'nurses', queueNumber: 'ref:queue:nurses' },
    { kind: 'sip', sip: '{{ nobody }}' },
  ])('to nobody (%o) is silent and leaves by failed at once', (settings) => {
    const node = oneNode('transfer', { settings, variables: { nobody: '' } })
    expect(node.last.verbs).toEqual([])
    expect(node.left).toBe('failed')
    expect(node.result).toMatchObject({ status: 'failed' })
  })

  it('keeps what the people behind a queue should know', () => {
    const node = oneNode('transfer', {
      settings: { kind: 'queue', queue: 'nurses', queueNumber: '+12025550177', attributes: '{"from":"{{ caller }}"}' },
    })
    node.send({ type: 'call.dialed', status: 'completed' })
    expect(node.result).toMatchObject({ queue: 'nurses', attributes: '{"from":"+12025550101"}' })
  })

  it('in a text conversation sends the words and goes on', () => {
    const node = oneNode('transfer', { channel: 'sms' })
    expect(node.last.verbs).toMatchObject([{ verb: 'reply' }])
    expect(node.left).toBe('completed')
  })

  it.each(['number', 'sip', 'client', 'conference', 'queue'])('of kind %s without a target is found by the check', (kind) => {
    expect(transfer.check?.(TransferSettings.parse({ kind }))).toMatchObject([{ rule: 'transfer-target-missing', level: 'must' }])
  })
})

describe('an imported transfer', () => {
  const dialed = (status: 'completed' | 'busy', CallStatus: string) => {
    const node = oneNode('transfer', { settings: { split: 'imported' } })
    node.send({ type: 'call.dialed', status, fields: { CallStatus } })
    return node
  }

  it('leaves by completed whatever the status, which its own split reads', () => {
    expect(dialed('busy', 'in-progress').left).toBe('completed')
    expect(dialed('busy', 'in-progress').result).toMatchObject({ DialCallStatus: 'busy' })
  })

  it('leaves by hangup when the caller is gone', () => {
    expect(dialed('completed', 'completed').left).toBe('hangup')
  })
})
