import { ChartFault, load, type Playable } from '#engine/load'
import { type Step, step } from '#engine/step'
import { FlowEvent } from '#flows/events'
import type { Channel } from '#flows/ids'
import type { RehearsalEvent } from '#flows/node'
import { recognise } from '#flows/recognise'
import type { Choice } from './choices'
import { heard, told } from './hearing'
import { pass, type Rehearsal, withLine, withNote } from './rehearsal-state'

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

function optionOf({ flow, here }: Rehearsal, key: string): string | undefined {
  const ports = here.flatMap((id) => {
    const node = flow.nodes.get(id)
    return node ? node.type.ports(node.settings) : []
  })
  return ports.find((port) => port.key === key)?.label
}
