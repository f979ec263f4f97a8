import type { Content } from '../content'
import type { Drawing } from '../drawing'
import type { Channel } from '../ids'
import type { Json, JsonObject } from '../json'
import { nodeTypeOf } from '../nodes/index'
import type { Variable } from '../variables'

export interface NodeFlowInput {
  type: string
  settings?: JsonObject
  /** English words by prompt key, or words by locale. */
  words?: Record<string, string | Record<string, string>>
  channels?: Channel[]
  locales?: string[]
  /** Variables the node may use, with their first values. */
  variables?: Record<string, Json>
}

/**
 * The smallest flow around one node: a start before it, an End behind every port whose outcome is the port's name.
 * The node's id is its type. Absent settings and words are the type's example.
 */
export function nodeFlow({ type: typeId, channels, locales = ['en-US'], variables = {}, ...given }: NodeFlowInput): {
  flow: Drawing
  content: Content
} {
  const type = nodeTypeOf(typeId)
  const settings: JsonObject = given.settings ?? type.example.settings
  const ports = type.ports(type.settings.parse(settings)).map(({ id }) => id)
  const tested = { type: typeId, label: typeId, settings, wires: Object.fromEntries(ports.map((port) => [port, `by_${port}`])) }
  const isStart = typeId === 'start'
  const started = {
    type: 'start',
    label: 'Start',
    settings: { by: ['call', 'message', 'request'] },
    wires: { call: typeId, message: typeId, request: typeId },
  }
  const flow: Drawing = {
    id: 'tested',
    name: 'Tested',
    channels: channels ?? [...type.channels],
    locales,
    start: isStart ? 'start' : 'begin',
    variables: Object.entries(variables).map(variableOf),
    universal: {},
    nodes: {
      ...(!isStart && { begin: started }),
      [typeId]: tested,
      ...Object.fromEntries(ports.map((port) => [`by_${port}`, { type: 'end', label: port, settings: { outcome: port }, wires: {} }])),
    },
  }
  return { flow, content: contentOf(given.words ?? type.example.words, locales[0] ?? 'en-US') }
}

function contentOf(words: NonNullable<NodeFlowInput['words']>, locale: string): Content {
  const byLocale = (said: string | Record<string, string>) => (typeof said === 'string' ? { [locale]: said } : said)
  return Object.fromEntries(
    Object.entries(words).map(([key, said]) => [
      key,
      Object.fromEntries(Object.entries(byLocale(said)).map(([tag, text]) => [tag, { text }])),
    ]),
  )
}

/** A variable of the flow under test, of any type. */
export const variableOf = ([name, initial]: [string, Json]): Variable => ({
  name,
  type: 'json',
  phi: 'none',
  purpose: 'test',
  retentionDays: 1,
  initial,
})
