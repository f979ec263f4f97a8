import { describe, expect, test } from 'vitest'
import { compile } from '#flows/compile'
import type { Content } from '#flows/content'
import type { Drawing, DrawnNode } from '#flows/drawing'
import type { Json, JsonObject } from '#flows/json'
import { load, type Playable } from './load'
import { call } from './testing/TestCall'

const node = (type: string, settings: JsonObject, wires: Record<string, string> = {}): DrawnNode => ({ type, label: type, settings, wires })
const end = (outcome: string, prompt?: string) => node('end', { outcome, ...(prompt && { prompt }) })

function drawing(id: string, nodes: Drawing['nodes'], variables: Record<string, Json> = {}): Drawing {
  const declared = Object.entries(variables).map(([name, initial]) => ({
    name,
    type: 'json' as const,
    phi: 'none' as const,
    purpose: 'test',
    retentionDays: 1,
    initial,
  }))
  const ways = { call: 'first', message: 'first' }
  return {
    id,
    name: id,
    channels: ['voice', 'sms'],
    locales: ['en-US'],
    start: 'start',
    variables: declared,
    universal: { repeat: { key: '9', words: {} } },
    nodes: { start: node('start', { by: ['call', 'message'] }, ways), ...nodes },
  }
}
const said = (words: Record<string, string>): Content =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, { 'en-US': { text } }]))
const playable = (flow: Drawing, content: Content, subflows?: Playable['subflows']): Playable => ({
  chart: compile(flow),
  content,
  ...(subflows && { subflows }),
})
const subflow = (release: string, settings: JsonObject, wires: Record<string, string>) => node('subflow', { release, ...settings }, wires)

/** Asks for a day; both flows call their variable `day` and their node `first`, so that any mixing shows. */
const day = drawing(
  'day',
  {
    first: node('ask', { prompt: 'first.prompt', into: 'day', kind: 'digits' }, { answered: 'done', no_answer: 'inside' }),
    done: end('chosen', 'done.prompt'),
    inside: end('nothing'),
  },
  { day: null, greeting: 'Hello' },
)
const dayWords = said({ 'first.prompt': '{{ greeting }}, which day?', 'done.prompt': 'Day {{ day }}.' })

const booking = drawing(
  'booking',
  {
    first: subflow(
      'day1',
      {
        inputs: [{ variable: 'greeting', value: '{{ who }}' }],
        outputs: [{ variable: 'day', from: 'day' }],
        outcomes: [{ id: 'chosen', outcome: 'chosen' }],
      },
      { chosen: 'booked', otherwise: 'lost' },
    ),
    booked: end('booked'),
    lost: end('lost'),
  },
  { who: 'nobody', day: 'middle' },
)

const outer = drawing(
  'outer',
  {
    first: subflow(
      'booking1',
      {
        inputs: [{ variable: 'who', value: '{{ name }}' }],
        outputs: [{ variable: 'visit', from: 'day' }],
        outcomes: [{ id: 'booked', outcome: 'booked' }],
      },
      { booked: 'open', otherwise: 'first' },
    ),
    open: node('hours', { weekly: { mon: [['00:00', '24:00']] }, zone: 'UTC' }, { open: 'bye', closed: 'lost', holiday: 'lost' }),
    bye: end('all done', 'bye.prompt'),
    lost: end('lost'),
  },
  { name: 'Ana', day: 'outer', visit: null },
)
const outerWords = said({ 'bye.prompt': 'See you on {{ visit }}. Goodbye, {{ name }}.' })
const subflows = { booking1: playable(booking, {}, { day1: playable(day, dayWords) }) }
const patient = () => call(outer, outerWords, { subflows, at: '2026-03-02T15:00:00Z' })

describe('a flow inside a flow inside a flow', () => {
  test('is spoken with its own words, hands its variable up twice and hangs up only at the outer end', () => {
    patient()
      .dials()
      .hears('Ana, which day?')
      .isAt('first/first/first')
      .presses('12')
      .hears('Day 12.', 'See you on 12. Goodbye, Ana.')
      .ends('all done')
      .knows('visit', '12')
  })

  test('keeps every flow’s variables apart', () => {
    const caller = patient().dials().presses('12')
    expect(caller.frame().vars).toEqual({ name: 'Ana', day: 'outer', visit: '12' })
    expect(caller.frame('first').vars).toEqual({ who: 'Ana', day: '12' })
    expect(caller.frame('first/first').vars).toEqual({ greeting: 'Ana', day: '12' })
  })

  test('starts afresh when it is entered again', () => {
    const caller = patient().dials().staysSilent().isAt('first/first/first').hears('Ana, which day?')
    expect(caller.frame('first/first')).toEqual({ vars: { greeting: 'Ana', day: null }, results: {} })
    caller.presses('3').ends('all done').knows('visit', '3')
  })

  test('hangs up once', () => {
    const { transcript } = patient().dials().presses('12')
    expect(transcript.filter((line) => line === 'hang up')).toHaveLength(1)
  })

  test('is entered by the channel of the session', () => {
    patient().texts('hello').hears('text: Ana, which day?').texts('4').ends('all done')
  })

  test('knows where it stands, outermost first, each place once', () => {
    expect(patient().dials().step().after).toEqual(['first', 'first/first', 'first/first/first'])
  })

  test('says again what was asked when the caller wants it repeated', () => {
    patient().dials().happens({ type: 'universal.repeat' }).hears('Ana, which day?').isAt('first/first/first')
  })

  test('the time is known after the inner flow has ended', () => {
    call(outer, outerWords, { subflows, at: '2026-03-03T15:00:00Z' }).dials().presses('12').ends('lost')
  })
})

test('a flow played twice does not remember the first time, nor does the session keep its outcome', () => {
  const twice = drawing(
    'twice',
    {
      first: subflow('day1', { outputs: [{ variable: 'got', from: 'day' }] }, { otherwise: 'more' }),
      more: node(
        'menu',
        { prompt: 'more.prompt', options: [{ id: 'again', label: 'Again', key: '1' }] },
        { again: 'first', no_answer: 'bye' },
      ),
      bye: end('bye'),
    },
    { got: null },
  )
  const caller = call(twice, said({ 'more.prompt': 'Another?' }), { subflows: { day1: playable(day, dayWords) } })
  caller.dials().presses('12').hears('Day 12.', 'Another?').knows('got', '12')
  expect(caller.step().outcome).toBeNull()
  caller.presses('1')
  expect(caller.frame('first')).toEqual({ vars: { greeting: 'Hello', day: null }, results: {} })
  caller.staysSilent().knows('got', null).hangsUp()
  expect(caller.step().outcome).toBeNull()
})

test('an unwired way out inside comes back by anything else and hangs up nobody', () => {
  const open = drawing('open', { first: node('say', { prompt: 'first.prompt' }) })
  const flow = drawing('flow', { first: subflow('open1', {}, { otherwise: 'bye' }), bye: end('back') })
  const { transcript } = call(flow, {}, { subflows: { open1: playable(open, said({ 'first.prompt': 'Hello.' })) } })
    .dials()
    .ends('back')
  expect(transcript).toEqual(['say: Hello.', 'hang up'])
})

test('an inner flow that has no way out for the channel takes the one it has', () => {
  const byCall = drawing('by_call', { first: end('told', 'first.prompt'), start: node('start', { by: ['call'] }, { call: 'first' }) })
  const flow = drawing('flow', { first: subflow('c', {}, { otherwise: 'bye' }), bye: end('back') })
  call(flow, {}, { subflows: { c: playable(byCall, said({ 'first.prompt': 'Ring us.' })) } })
    .texts('hi')
    .hears('text: Ring us.')
    .ends('back')
})

test('a pinned release that was not given is named', () => {
  const flow = drawing('flow', { first: subflow('abcdef0123456789', {}, {}) })
  expect(() => load(playable(flow, {}))).toThrow('The subflow "first" pins release abcdef012345, which was not given.')
})

test('a flow that contains itself is refused', () => {
  const flow = drawing('flow', { first: subflow('me', {}, {}) })
  const itself: Playable = playable(flow, {})
  itself.subflows = { me: itself }
  expect(() => load(itself)).toThrow('nested more than eight deep')
})
