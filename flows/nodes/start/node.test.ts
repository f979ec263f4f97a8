import { expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import { nodeFlow } from '../../testing/nodeFlow'

const { flow, content } = nodeFlow({ type: 'start', settings: { by: ['call', 'request'] }, words: {} })

test('what nothing was drawn for is not taken', () => {
  expect(() => call(flow, content).texts('hello')).toThrow('Nothing in the flow takes "session.started"')
})

test('what the session brought is known to every node after it', () => {
  const caller = call(flow, content, { from: '+12025550107', locale: 'en-US' }).dials().ends('call')
  const { context } = caller.step().snapshot as { context: { session: unknown } }
  expect(context.session).toMatchObject({
    channel: 'voice',
    from: '+12025550107',
    startedAt: '2026-03-02T15:00:00.000Z',
    trigger: { call: { From: '+12025550107' } },
  })
})
