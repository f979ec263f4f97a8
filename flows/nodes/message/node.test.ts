import { describe, expect, it } from 'vitest'
import { oneNode } from '../../testing/oneNode'
import { message } from './node'
import { MessageSettings } from './settings'

const toPharmacy = { to: 'number', number: '{{ pharmacy }}' }
const pharmacy = { pharmacy: '+12025550150' }

describe('a text to the other side of a text conversation', () => {
  it('is the next message of the conversation and leaves at once', () => {
    const node = oneNode('message', { channel: 'sms' })
    expect(node.last.verbs).toMatchObject([{ verb: 'reply', words: { text: expect.stringContaining('refill request') } }])
    expect(node.last.effects).toEqual([])
    expect(node.left).toBe('sent')
  })

  it('leaves at once even where the flow would wait', () => {
    expect(oneNode('message', { channel: 'sms', settings: { wait: true } }).left).toBe('sent')
  })

  it('keeps what was sent under the names Studio has for it', () => {
    const { outbound } = oneNode('message', { channel: 'sms', words: { 'message.prompt': 'Hello' } }).result
    expect(outbound).toEqual({ To: '+12025550101', From: '+12025550199', Body: 'Hello', Status: 'accepted' })
  })

  it('becomes a message of its own when another number of ours sends it', () => {
    const node = oneNode('message', { channel: 'sms', settings: { from: '+12025550188' } })
    expect(node.last.verbs).toEqual([])
    expect(node.last.effects).toMatchObject([{ effect: 'message', to: '+12025550101', from: '+12025550188' }])
  })
})

describe('a text from a call', () => {
  it('goes to the caller without waiting', () => {
    const node = oneNode('message')
    expect(node.last.effects).toMatchObject([{ effect: 'message', node: 'it', waits: false, to: '+12025550101' }])
    expect(node.last.verbs).toEqual([])
    expect(node.left).toBe('sent')
  })

  it('goes to the number a variable holds, with its pictures', () => {
    const media = [{ url: 'https://example.org/{{ pharmacy | slice: 1, 3 }}.png' }, { url: 'not a link' }]
    const node = oneNode('message', { settings: { ...toPharmacy, media }, variables: pharmacy })
    expect(node.last.effects).toMatchObject([{ to: '+12025550150', media: ['https://example.org/120.png'] }])
  })

  it('names a carrier template and fills its places', () => {
    const settings = { contentSid: 'HX1', contentVariables: [{ key: '1', value: '{{ pharmacy }}' }] }
    expect(oneNode('message', { settings, variables: pharmacy }).last.effects).toMatchObject([
      { contentSid: 'HX1', contentVariables: { '1': '+12025550150' } },
    ])
  })

  it.each(['anonymous', ''])('leaves by failed when the caller is "%s"', (from) => {
    const node = oneNode('message', { from })
    expect(node.last.effects).toEqual([])
    expect(node.left).toBe('failed')
    expect(node.result.outbound).toMatchObject({ Status: 'failed' })
  })

  it('without a number is found by the check, and leaves by failed where it is tried', () => {
    expect(message.check?.(MessageSettings.parse({ to: 'number', prompt: 'it.prompt' }))).toMatchObject([
      { rule: 'message-number-missing', level: 'must' },
    ])
    expect(oneNode('message', { settings: { to: 'number' } }).left).toBe('failed')
  })
})

describe('a text that is waited for', () => {
  const waiting = () => oneNode('message', { settings: { ...toPharmacy, wait: true }, variables: pharmacy })

  it('holds the caller until the carrier takes it', () => {
    const node = waiting()
    expect(node.last.verbs).toEqual([{ verb: 'hold', seconds: 2 }])
    expect(node.last.effects).toMatchObject([{ effect: 'message', reports: true }])
    expect(node.left).toBeUndefined()
    node.send({ type: 'effect.done.it', result: { sid: 'SM1', status: 'queued' } })
    expect(node.left).toBe('sent')
    expect(node.result.outbound).toMatchObject({ Sid: 'SM1', Status: 'queued', To: '+12025550150' })
  })

  it('leaves by failed when the carrier refuses it, and keeps why', () => {
    const node = waiting()
    node.send({ type: 'effect.failed.it', reason: 'Unsubscribed recipient' })
    expect(node.left).toBe('failed')
    expect(node.result.outbound).toMatchObject({ Status: 'failed', reason: 'Unsubscribed recipient' })
  })

  it('does not take another node’s outcome for its own', () => {
    const node = waiting()
    expect(node.send({ type: 'effect.done.other', result: {} }).handled).toBe(false)
    expect(node.left).toBeUndefined()
  })

  it('holds nobody for ever', () => {
    const node = waiting()
    node.timeUp()
    expect(node.left).toBe('failed')
  })
})
