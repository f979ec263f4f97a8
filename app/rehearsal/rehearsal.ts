import { ChartFault, type LoadedFlow, load, type Playable } from '#engine/load'
import { type Step, step } from '#engine/step'
import type { Spoken } from '#flows/content'
import type { Effect } from '#flows/effects'
import { FlowEvent } from '#flows/events'
import type { Channel } from '#flows/ids'
import type { JsonObject } from '#flows/json'
import type { RehearsalEvent } from '#flows/node'
import { recognise } from '#flows/recognise'
import { rehearsedAt } from '#flows/rehearsal'
import type { Verb } from '#flows/verbs'
import { spokenSeconds } from '@/app/designer/reading/spoken-seconds'

/** One line of the transcript. `at` is in ms since the contact began. */
export type Line = { at: number } & (
  | { who: 'line'; node: string; words: Spoken; to: 'caller' | 'callee' }
  | { who: 'caller'; keys?: string; text?: string; meant?: string }
  | { who: 'note'; note: string; values: Record<string, string | number> }
)

export interface Timer {
  id: string
  due: number
  event: string
}

/** What the flow waits for, as the phone must show it. */
export type Waiting = Extract<Verb, { verb: 'gather' | 'dial' | 'record' | 'hold' }> | { verb: 'reply' } | undefined

/** A contact with a flow in the browser: the engine's own `step`, under a clock that moves only by what is said and waited for. */
export interface Rehearsal {
  flow: LoadedFlow
  channel: Channel
  began: number
  now: number
  snapshot: JsonObject | undefined
  lines: readonly Line[]
  timers: readonly Timer[]
  waiting: Waiting
  /** Nodes it stands in, and all it passed. */
  here: readonly string[]
  path: readonly string[]
  state: 'live' | 'over' | 'broken'
  outcome: string | null
  locale: string
  /** Who of a ladder is being asked now. */
  rung: number | undefined
}

export interface Beginning {
  channel: Channel
  /** The instant of the call, in ms since 1970. */
  at: number
  locale?: string | undefined
  /** The first text, on the message channel. */
  body?: string | undefined
}

const caller = '+12025550101'
const line = '+12025550199'

/** Rings the flow, or texts it. A flow that cannot be loaded gives a rehearsal that is broken and says why. @throws ChartFault, or a ZodError for unfinished settings. */
export function begin(playable: Playable, { channel, at, locale, body }: Beginning): Rehearsal {
  const flow = load(playable)
  const fresh: Rehearsal = {
    ...{
      flow,
      channel,
      began: at,
      now: at,
      snapshot: undefined,
      lines: [],
      timers: [],
      waiting: undefined,
      here: [],
      path: [],
      state: 'live' as const,
    },
    ...{ outcome: null, rung: undefined, locale: locale ?? playable.chart.meta.locales[0] ?? 'en-US' },
  }
  const begun = body === undefined ? fresh : { ...fresh, lines: [{ at: 0, who: 'caller' as const, text: body }] }
  return take(begun, {
    ...{ type: 'session.started', session: 'rehearsal', channel, from: caller, to: line, by: channel === 'voice' ? 'call' : 'message' },
    ...(locale && { locale }),
    ...(body !== undefined && { body }),
    fields: { From: caller, To: line, ...(body !== undefined && { Body: body }) },
  })
}

/** Keys pressed by the caller, as one entry. */
export function press(rehearsal: Rehearsal, keys: string): Rehearsal {
  const meant = keys.length === 1 ? optionOf(rehearsal, keys) : undefined
  return take(withLine(rehearsal, { who: 'caller', keys, ...(meant && { meant }) }), {
    type: 'heard',
    digits: keys,
    fields: { Digits: keys },
  })
}

export function say(rehearsal: Rehearsal, text: string): Rehearsal {
  return take(withLine(rehearsal, { who: 'caller', text }), {
    type: 'heard',
    speech: text,
    confidence: 0.9,
    fields: { SpeechResult: text },
  })
}

export function sendText(rehearsal: Rehearsal, text: string): Rehearsal {
  const sid = `SM${rehearsal.lines.length}`
  return take(withLine(rehearsal, { who: 'caller', text }), {
    type: 'message.received',
    body: text,
    media: [],
    sid,
    fields: { Body: text },
  })
}

/** Nothing is pressed or said until the gather gives up. */
export function staySilent(rehearsal: Rehearsal): Rehearsal {
  const { waiting } = rehearsal
  const seconds = waiting?.verb === 'gather' ? waiting.waitSeconds : 5
  return take(withNote(pass(rehearsal, seconds * 1000), 'silence', { seconds }), { type: 'silence' })
}

export function hangUp(rehearsal: Rehearsal): Rehearsal {
  return take(withNote(rehearsal, 'callerHungUp'), { type: 'call.ended', status: 'completed' })
}

/** Lets the clock run to a timer and fires it. */
export function letPass(rehearsal: Rehearsal, id: string): Rehearsal {
  const timer = rehearsal.timers.find((each) => each.id === id)
  if (!timer) return rehearsal
  const later = { ...rehearsal, now: Math.max(rehearsal.now, timer.due), timers: rehearsal.timers.filter((each) => each !== timer) }
  return take(withNote(later, 'waited', { seconds: Math.round((timer.due - rehearsal.now) / 1000) }), {
    type: timer.event as `xstate.after.${string}`,
  })
}

export interface Choice {
  id: string
  label: string
  node: string
  event: RehearsalEvent
}

/** What could happen now beside the phone's own keys: another system answers, a person accepts. From the node types themselves. */
export function choicesAt({ flow, here, state, waiting, rung }: Rehearsal): Choice[] {
  if (state !== 'live') return []
  const offered = here.flatMap((node) => {
    const loaded = flow.nodes.get(node)
    return (loaded?.type.rehearse(loaded.settings) ?? []).flatMap(({ label, event }, index) => {
      const byPhone =
        event.type === 'heard' || event.type === 'silence' || event.type === 'message.received' || event.type === 'session.started'
      if (byPhone || (event.type === 'call.dialed' && waiting?.verb !== 'dial')) return []
      return [{ id: `${node}.${index}`, label, node, event: rehearsedAt(event, { node, rung }) }]
    })
  })
  const dialing = waiting?.verb === 'dial' && !offered.some(({ event }) => event.type === 'call.dialed')
  return dialing ? [...offered, ...dialChoices(here[0] ?? '')] : offered
}

/** How a connection may go, where the node that asked for it names no choices of its own. */
function dialChoices(node: string): Choice[] {
  return [
    { id: 'dial.completed', label: 'completed', node, event: { type: 'call.dialed', status: 'completed', bridged: true, seconds: 60 } },
    { id: 'dial.no_answer', label: 'no_answer', node, event: { type: 'call.dialed', status: 'no-answer' } },
  ]
}

export function happen(rehearsal: Rehearsal, { label, event }: Choice): Rehearsal {
  return take(withNote(rehearsal, 'happened', { label }), event)
}

function take(rehearsal: Rehearsal, event: RehearsalEvent): Rehearsal {
  const { flow, snapshot, here, locale } = rehearsal
  const given = FlowEvent.parse({ ...event, at: new Date(rehearsal.now).toISOString() })
  const at = here.flatMap((id) => flow.nodes.get(id) ?? [])
  try {
    const taken = step(flow, { snapshot, event: snapshot ? recognise(flow.chart, { event: given, at, locale }) : given })
    const next = after(rehearsal, taken)
    if (!taken.handled) return withNote(next, 'notHeard')
    return taken.verbs.some(({ verb }) => verb === 'continue') && next.state === 'live' ? take(next, { type: 'call.resumed' }) : next
  } catch (fault) {
    if (!(fault instanceof ChartFault)) throw fault
    return withNote({ ...rehearsal, state: 'broken', waiting: undefined }, 'broken', { problem: fault.message })
  }
}

/** What the step did, told to the caller: words take their time, timers start and stop. */
function after(before: Rehearsal, taken: Step): Rehearsal {
  let next: Rehearsal = {
    ...before,
    ...{
      snapshot: taken.snapshot,
      here: taken.after,
      path: [...before.path, ...taken.path],
      outcome: taken.outcome,
      locale: taken.locale ?? before.locale,
    },
    timers: before.timers.filter(({ id }) => !taken.stop.includes(id)),
    waiting: taken.handled ? undefined : before.waiting,
  }
  for (const effect of taken.effects) next = told('rung' in effect ? { ...next, rung: effect.rung } : next, effect)
  for (const verb of taken.verbs) next = heard(next, verb)
  // As in the engine, a timer runs from the moment of the answer, not from the end of its words.
  next = { ...next, timers: [...next.timers, ...taken.start.map(({ id, inMs, event }) => ({ id, event, due: before.now + inMs }))] }
  if (next.channel === 'sms' && !next.waiting && !taken.done) next = { ...next, waiting: { verb: 'reply' } }
  return taken.done
    ? withNote({ ...next, state: 'over', waiting: undefined, timers: [], here: [] }, 'over', { outcome: taken.outcome ?? '' })
    : next
}

function heard(rehearsal: Rehearsal, verb: Verb): Rehearsal {
  const to = verb.leg === 'callee' ? 'callee' : 'caller'
  switch (verb.verb) {
    case 'say':
      return spoken(rehearsal, verb.words, { to, times: verb.repeat ?? 1 })
    case 'reply':
      return spoken(rehearsal, verb.words, { to, times: 0 })
    case 'gather':
      return { ...verb.words.reduce((now, words) => spoken(now, words, { to, times: verb.repeat ?? 1 }), rehearsal), waiting: verb }
    case 'hold':
      return { ...(verb.words ? spoken(rehearsal, verb.words, { to, times: 1 }) : withNote(rehearsal, 'hold')), waiting: verb }
    case 'pause':
      return pass(rehearsal, verb.seconds * 1000)
    case 'play':
      return withNote(rehearsal, 'tones', { tones: verb.tones })
    case 'dial':
      return { ...withNote(rehearsal, 'dial', { to: verb.to.map(destination).join(', ') }), waiting: verb }
    case 'record':
      return { ...withNote(rehearsal, verb.beep ? 'beep' : 'record'), waiting: verb }
    case 'hangup':
      return withNote(rehearsal, 'hangup')
    case 'continue':
      return rehearsal
  }
}

function told(rehearsal: Rehearsal, effect: Effect): Rehearsal {
  switch (effect.effect) {
    case 'http':
      return withNote(rehearsal, 'http', { method: effect.method, url: effect.url })
    case 'message':
      return spoken(withNote(rehearsal, 'message', { to: effect.to }), effect.words, { to: 'callee', times: 0 })
    case 'call':
      return withNote(rehearsal, 'call', { to: effect.to })
    case 'drop-calls':
      return withNote(rehearsal, 'drop')
  }
}

function spoken(rehearsal: Rehearsal, words: Spoken, { to, times }: { to: 'caller' | 'callee'; times: number }): Rehearsal {
  if (words.text === '' && !words.audio && !words.audioUrl) return rehearsal
  return pass(withLine(rehearsal, { who: 'line', node: speakerOf(rehearsal, words), words, to }), spokenSeconds(words.text) * 1000 * times)
}

/** The node a prompt belongs to, by its key; text that is no prompt is the last node's. */
function speakerOf({ flow, here, path }: Rehearsal, { key }: Spoken): string {
  const own = key.slice(0, Math.max(0, key.indexOf('.')))
  return (
    [...here, ...path.toReversed()].find((id) => id === own || id.endsWith(`/${own}`)) ?? (flow.nodes.has(own) ? own : (path.at(-1) ?? ''))
  )
}

function optionOf({ flow, here }: Rehearsal, key: string): string | undefined {
  const ports = here.flatMap((id) => {
    const node = flow.nodes.get(id)
    return node ? node.type.ports(node.settings) : []
  })
  return ports.find((port) => port.key === key)?.label
}

const pass = (rehearsal: Rehearsal, ms: number): Rehearsal => ({ ...rehearsal, now: rehearsal.now + ms })

type WithoutAt<Each> = Each extends unknown ? Omit<Each, 'at'> : never
const withLine = (rehearsal: Rehearsal, said: WithoutAt<Line>): Rehearsal => ({
  ...rehearsal,
  lines: [...rehearsal.lines, { ...said, at: rehearsal.now - rehearsal.began }],
})
const withNote = (rehearsal: Rehearsal, note: string, values: Record<string, string | number> = {}): Rehearsal =>
  withLine(rehearsal, { who: 'note', note, values })

function destination(to: Extract<Verb, { verb: 'dial' }>['to'][number]): string {
  if (to.kind === 'number') return to.number
  if (to.kind === 'sip') return to.uri
  return to.kind === 'client' ? to.identity : to.name
}
