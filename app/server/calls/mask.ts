import type { Spoken } from '#flows/content'
import type { Effect } from '#flows/effects'
import type { FlowEvent } from '#flows/events'
import type { JsonObject } from '#flows/json'
import type { Verb } from '#flows/verbs'

/* What a masked journal shows is a list of what may be shown, never of what may not: a field added later is hidden until somebody decides. */

const hidden = '•••'
/** The words a prompt was written in, before anybody's values were put in; undefined for text that is no prompt of the release. */
export type WrittenWords = (spoken: Spoken) => string | undefined

/** Country and area stay, so that a caller can be told apart; `+1802•••••88`. Short or unusual addresses are hidden whole. */
export function maskedAddress(address: string): string {
  const match = /^(\+\d{1,4})(\d+)(\d{2})$/.exec(address)
  return match?.[1] && match[2] && match[3] ? `${match[1]}${'•'.repeat(match[2].length)}${match[3]}` : address === '' ? '' : hidden
}

const plainFields = [
  'type',
  'at',
  'channel',
  'locale',
  'status',
  'seconds',
  'confidence',
  'node',
  'rung',
  'accepted',
  'bridged',
  'hungUp',
  'errorCode',
] as const

/** `showKey`: a single key that only chose a branch is no secret of the caller's. */
export function maskedEvent(event: FlowEvent, { showKey }: { showKey: boolean }): JsonObject {
  const given = event as unknown as JsonObject
  const shown: JsonObject = Object.fromEntries(plainFields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])))
  if (event.type === 'session.started') return { ...shown, by: event.by, from: maskedAddress(event.from), to: event.to }
  if (typeof given.digits === 'string') shown.digits = showKey && given.digits.length === 1 ? given.digits : '•'.repeat(given.digits.length)
  for (const field of ['speech', 'body', 'text'] as const) if (typeof given[field] === 'string') shown[field] = hidden
  return shown
}

export function maskedVerb(verb: Verb, written: WrittenWords): JsonObject {
  const base: JsonObject = { verb: verb.verb, ...(verb.leg && { leg: verb.leg }) }
  const words = (spoken: Spoken): JsonObject => ({ key: spoken.key, locale: spoken.locale, text: written(spoken) ?? hidden })
  switch (verb.verb) {
    case 'say':
    case 'reply':
      return { ...base, words: words(verb.words) }
    case 'gather':
      return { ...base, words: verb.words.map(words), listen: verb.listen, waitSeconds: verb.waitSeconds }
    case 'hold':
      return { ...base, ...(verb.words && { words: words(verb.words) }), seconds: verb.seconds }
    case 'dial':
      return {
        ...base,
        to: verb.to.map((to) => (to.kind === 'number' ? { kind: to.kind, number: maskedAddress(to.number) } : { kind: to.kind })),
        ringSeconds: verb.ringSeconds,
      }
    case 'pause':
      return { ...base, seconds: verb.seconds }
    default:
      return base
  }
}

export function maskedEffect(effect: Effect, written: WrittenWords): JsonObject {
  const base: JsonObject = { effect: effect.effect, node: effect.node }
  if (effect.effect === 'http') return { ...base, method: effect.method, host: hostOf(effect.url) }
  if (effect.effect === 'message') return { ...base, to: maskedAddress(effect.to), text: written(effect.words) ?? hidden }
  if (effect.effect === 'call') return { ...base, to: maskedAddress(effect.to), rung: effect.rung }
  return base
}

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return hidden
  }
}
