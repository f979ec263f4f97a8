import type { Effect } from '#flows/effects'
import type { Verb } from '#flows/verbs'

/** Verbs after which a call's document goes on only by a new request. */
const last: ReadonlySet<Verb['verb']> = new Set(['gather', 'dial', 'record', 'hold', 'continue', 'hangup'])

/** Effects the other side waits for. */
export const isAwaited = (effect: Effect): boolean => effect.waits || (effect.effect === 'message' && effect.reports === true)

/**
 * A call's verbs made into a document that cannot fall off its end: what ends it stays last, and where nothing does, the call
 * is held while something is awaited, or hung up when the flow is over. Without this a caller would meet silence.
 * @throws LeadsNowhere when nothing is awaited and no time runs: the caller would be held for ever.
 */
export function complete(
  verbs: readonly Verb[],
  { done, effects, timed = false }: { done: boolean; effects: readonly Effect[]; timed?: boolean },
): Verb[] {
  // A hold gives way to what comes after it: the wait is over.
  const said = verbs.filter(({ verb }, index) => verb !== 'hold' || index === verbs.length - 1)
  const end = said.findIndex(({ verb }) => last.has(verb))
  if (end >= 0) return said.slice(0, end + 1)
  if (done) return [...said, { verb: 'hangup' }]
  const awaited = effects.find(isAwaited)
  if (!awaited && !timed) throw new LeadsNowhere()
  const words = awaited?.effect === 'http' ? awaited.hold : undefined
  return [...said, { verb: 'hold', ...(words && { words }), seconds: 2 }]
}

/** What a poll gets while an effect is awaited: the holding words were said once. */
export const quietHold: Verb = { verb: 'hold', seconds: 2 }

/** Whether a document's end will be reported by a request of its own, even after the caller has hung up. */
export const awaitsReport = (document: string): boolean => /[?&;]k=(recorded|dialed)\b/.test(document)

export const isFor = (verb: Verb, leg: 'caller' | 'callee'): boolean => (verb.leg ?? 'caller') === leg

/** A flow that stands where neither the caller, nor another system, nor time can lead on. The caller hears the safe flow. */
export class LeadsNowhere extends Error {
  constructor() {
    super('The flow stands where nothing can lead on: it asks nothing, awaits nothing and no time runs.')
    this.name = 'LeadsNowhere'
  }
}
