import { expect, test } from 'vitest'
import { call } from '#engine/testing/TestCall'
import { nodeFlow } from '../../testing/nodeFlow'

const { flow, content } = nodeFlow({
  type: 'end',
  settings: { prompt: 'end.prompt', outcome: 'refill requested' },
  words: { 'end.prompt': 'Goodbye.' },
})

test('a conversation gets its last words and no hang-up', () => {
  const { transcript } = call(flow, content).texts('hi').ends('refill requested')
  expect(transcript).toEqual(['text: Goodbye.'])
})

test('nothing comes after the end', () => {
  expect(() => call(flow, content).dials().presses('1')).toThrow('The session is over')
})
