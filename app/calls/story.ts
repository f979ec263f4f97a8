import { z } from 'zod'
import type { JsonObject } from '#flows/json'
import type { JournalLine } from '@/app/rooms/outputs'
import { readableNumber } from '@/app/rooms/phone-number'

/** What happened, as one line: a sentence by its key, words that a patient heard or read, or keys that were pressed. */
export type StoryLine =
  | { kind: 'event' | 'decided' | 'system' | 'ended'; key: string; values: Record<string, string | number> }
  | { kind: 'pressed'; digits: string; hidden: boolean }
  | { kind: 'heard' | 'sent'; text: string; locale: string }

const Words = z.object({ text: z.string(), locale: z.string() })
const Verb = z.looseObject({
  verb: z.string(),
  words: z.union([Words, z.array(Words)]).optional(),
  to: z.array(z.looseObject({ kind: z.string(), number: z.string().optional() })).optional(),
  seconds: z.number().optional(),
})

/** One journal entry told: first what came, then what the other side heard and what was asked of others, last where the flow stands now. */
export function storyOf({ event, verbs, effects, before, after, kind, note }: JournalLine, labelOf: (node: string) => string): StoryLine[] {
  return [
    ...(event ? eventLines(event, labelOf) : []),
    ...(kind === 'refused' || kind === 'safe' ? [{ kind: 'system' as const, key: `entry.${kind}`, values: { note: note ?? '' } }] : []),
    ...verbs.flatMap(verbLines),
    ...effects.flatMap((effect) => effectLines(effect, labelOf)),
    ...decided(before, after, labelOf),
  ]
}

function decided(before: readonly string[], after: readonly string[], labelOf: (node: string) => string): StoryLine[] {
  const came = after.filter((node) => !before.includes(node))
  return came.length === 0 ? [] : [{ kind: 'decided', key: 'went', values: { node: came.map(labelOf).join(', ') } }]
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function eventLines(event: JsonObject, labelOf: (node: string) => string): StoryLine[] {
  const type = text(event.type)
  if (type === 'heard' && event.digits !== undefined)
    return [{ kind: 'pressed', digits: text(event.digits), hidden: text(event.digits).includes('•') }]
  const [root, rest] = splitType(type)
  const values = {
    ...{
      from: text(event.from),
      to: readableNumber(text(event.to)),
      by: text(event.by),
      status: text(event.status),
      seconds: text(event.seconds),
    },
    ...{
      words: text(event.speech ?? event.body ?? event.text),
      reason: text(event.reason),
      name: rest,
      node: labelOf(rest),
      rung: Number(event.rung ?? 0) + 1,
    },
    accepted: event.accepted === true ? 'yes' : 'no',
  }
  return [{ kind: root === 'call.ended' ? 'ended' : 'event', key: `event.${root.replaceAll('.', '_')}`, values }]
}

/** `effect.done.lookup` is the event `effect.done` of the node `lookup`; a timer names its node last. */
function splitType(type: string): [root: string, rest: string] {
  const [, root, rest] = /^(effect\.done|effect\.failed|universal)\.(.+)$/.exec(type) ?? []
  if (root && rest) return [root, rest]
  const [, timed] = /^xstate\.after\.\d+\.(?:.*\.)?([^.]+)$/.exec(type) ?? []
  return timed ? ['timer', timed] : [type, '']
}

function verbLines(given: JsonObject): StoryLine[] {
  const read = Verb.safeParse(given)
  if (!read.success) return []
  const { verb, words, to, seconds } = read.data
  const spoken = words === undefined ? [] : Array.isArray(words) ? words : [words]
  const lines: StoryLine[] = spoken.map(({ text: said, locale }) => ({ kind: verb === 'reply' ? 'sent' : 'heard', text: said, locale }))
  if (verb === 'dial')
    lines.push({
      kind: 'system',
      key: 'verb.dial',
      values: { to: (to ?? []).map(({ number, kind }) => (number ? readableNumber(number) : kind)).join(', ') },
    })
  if (verb === 'record') lines.push({ kind: 'system', key: 'verb.record', values: {} })
  if (verb === 'pause') lines.push({ kind: 'system', key: 'verb.pause', values: { seconds: seconds ?? 0 } })
  if (verb === 'hangup') lines.push({ kind: 'ended', key: 'verb.hangup', values: {} })
  return lines
}

function effectLines(effect: JsonObject, labelOf: (node: string) => string): StoryLine[] {
  const values = {
    ...{
      node: labelOf(text(effect.node)),
      to: text(effect.to),
      host: text(effect.host) || hostOf(text(effect.url)),
      method: text(effect.method),
    },
    rung: Number(effect.rung ?? 0) + 1,
  }
  return [{ kind: 'system', key: `effect.${text(effect.effect)}`, values }]
}

const hostOf = (url: string): string => /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url
