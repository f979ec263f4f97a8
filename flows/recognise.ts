import type { Chart } from './chart'
import { type Universal, type UniversalName, universalNames } from './drawing'
import type { FlowEvent } from './events'
import type { JsonObject } from './json'
import type { AnyNodeType } from './node'
import { plain } from './plain'

/** A node the session stands in, as the engine loaded it. */
interface StandingNode {
  type: Pick<AnyNodeType, 'ports'>
  settings: JsonObject
}

/** Emergency is asked first: whatever else a word may mean, that meaning wins. */
const byUrgency: readonly UniversalName[] = ['emergency', ...universalNames.filter((name) => name !== 'emergency')]

/**
 * The event as the flow shall see it. What was pressed, said or texted and is exactly a universal's key, or exactly one of its
 * words, becomes `universal.<name>` with the same time and fields; everything else is given back unchanged.
 * Words count in the session's locale, those of an emergency in every locale. An entry of several digits is never a universal key,
 * and a key that the current node offers itself stays the node's own. A universal that leads nowhere is not heard.
 */
export function recognise(
  chart: Chart,
  { event, at, locale }: { event: FlowEvent; at: readonly StandingNode[]; locale: string },
): FlowEvent {
  const given = givenBy(event)
  if (!given) return event
  const said = plain(given.text)
  if (said === '') return event
  const offered = new Set(at.flatMap(({ type, settings }) => type.ports(settings).flatMap(({ key }) => key ?? [])))
  for (const name of byUrgency) {
    const universal = chart.meta.universal[name]
    if (!universal || (name !== 'repeat' && !universal.target)) continue
    const byKey = universal.key === said && !offered.has(said)
    const byWord = !given.keys && wordsOf(universal, { name, locale }).some((word) => plain(word) === said)
    if (byKey || byWord)
      return { type: `universal.${name}`, at: event.at, ...('fields' in event && event.fields && { fields: event.fields }) }
  }
  return event
}

function givenBy(event: FlowEvent): { text: string; keys: boolean } | undefined {
  if (event.type === 'message.received' && 'body' in event) return { text: event.body, keys: false }
  if (event.type !== 'heard' || !('digits' in event || 'speech' in event)) return undefined
  if (event.digits !== undefined) return { text: event.digits, keys: true }
  return event.speech === undefined ? undefined : { text: event.speech, keys: false }
}

const wordsOf = ({ words }: Universal, { name, locale }: { name: UniversalName; locale: string }): string[] =>
  name === 'emergency' ? Object.values(words).flat() : (words[locale] ?? [])

/** Words carriers treat as "send me nothing more", so no flow may offer them as an answer (Twilio's default opt-out keywords, with OPTOUT and REVOKE). */
export const optOutWords = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'revoke'] as const

const carrierKeywords: Record<string, 'stop' | 'help' | 'start'> = {
  ...Object.fromEntries(optOutWords.map((word) => [word, 'stop' as const])),
  help: 'help',
  info: 'help',
  start: 'start',
  yes: 'start',
  unstop: 'start',
}

/**
 * What a carrier reads in a text: a single keyword, whatever its case or punctuation, or nothing. The carrier answers STOP and HELP
 * itself, so the flow must not answer again. `start` is only meant where the sender had opted out before: YES is an everyday answer.
 */
export function carrierKeyword(body: string): 'stop' | 'help' | 'start' | undefined {
  const word = plain(body)
  return Object.hasOwn(carrierKeywords, word) ? carrierKeywords[word] : undefined
}
