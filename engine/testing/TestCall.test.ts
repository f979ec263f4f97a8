import { describe, expect, test } from 'vitest'
import { nodeFlow } from '#flows/testing/nodeFlow'
import { call } from './TestCall'

const menu = nodeFlow({ type: 'menu' })
const question = nodeFlow({
  type: 'ask',
  settings: { prompt: 'ask.prompt', into: 'day', replySeconds: 60 },
  words: { 'ask.prompt': 'Which day?' },
  variables: { day: null },
})
const caller = () => call(menu.flow, menu.content)

describe('a test call', () => {
  test('reads aloud', () => {
    caller().dials().hears('press 1', 'press 2').presses('9').hears('Sorry').says('nurse please').ends('nurse')
  })

  test('tells what was heard instead', () => {
    expect(() => caller().dials().hears('Good morning')).toThrow(
      'Expected to hear "Good morning". Heard: ask: For a refill, press 1. For a nurse, press 2. (at menu)',
    )
  })

  test.each([
    ['hearsNothing', () => caller().dials().hearsNothing(), 'Expected to hear nothing.'],
    ['isConnectedTo', () => caller().dials().isConnectedTo('+12025550142'), 'Expected to be connected to +12025550142.'],
    ['isAt', () => caller().dials().isAt('begin'), 'Expected to be at begin, is at menu.'],
    ['ends', () => caller().dials().ends(), 'Expected the end, is at menu.'],
    ['the outcome', () => caller().dials().presses('1').ends('nurse'), 'Expected the outcome "nurse", it is "refill".'],
    ['knows', () => call(question.flow, question.content).dials().presses('5').knows('day', '6'), 'Expected day to be "6", it is "5".'],
    ['before the call', () => caller().hears('x'), 'Nobody has called yet'],
    [
      'an event out of place',
      () => caller().dials().happens({ type: 'call.dialed', status: 'busy' }),
      'Nothing in the flow takes "call.dialed" at menu.',
    ],
  ])('%s can fail', (_name, sentence, message) => expect(sentence).toThrow(message))

  test('time passes only when told, and a timer fires at its own instant', () => {
    call(question.flow, question.content).texts('hi').waits(59).isAt('ask').waits(1).ends('no_answer')
  })

  test('a timer that was stopped never fires', () => {
    const answered = call(question.flow, question.content).texts('hi').texts('Tuesday').ends('answered')
    expect(() => answered.waits(3600)).not.toThrow()
  })
})
