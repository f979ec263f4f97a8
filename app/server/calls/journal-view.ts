import type { ChainedEntry } from '#engine/ports'
import { Chart, NodeMeta } from '#flows/chart'
import { Content } from '#flows/content'
import { frameOf } from '#flows/context'
import type { JsonObject } from '#flows/json'
import { maskedEffect, maskedEvent, maskedVerb, type WrittenWords } from './mask'

/** The texts of a release and of those inside it. */
export interface Texts {
  chartText: string
  contentText: string
}

export interface EntryView {
  sequence: number
  at: string
  kind: ChainedEntry['kind']
  turn: number | null
  leg: string | null
  event: JsonObject | null
  before: string[]
  after: string[]
  verbs: JsonObject[]
  effects: JsonObject[]
  prompts: string[]
  engine: string
  latencyMs: number
  note: string | null
}

/** A session's journal as a screen shows it. What was entered where a node asks for secrecy stays masked for everybody. */
export function journalView(
  entries: readonly ChainedEntry[],
  { texts, masked }: { texts: readonly Texts[]; masked: boolean },
): EntryView[] {
  const written = writtenIn(texts)
  const types = typesIn(texts[0])
  const asked = new Map<string, boolean>()
  return entries.map((entry) => {
    const leg = entry.leg ?? ''
    const view = entryView(entry, { written, types, masked, secret: asked.get(leg) ?? false })
    const gather = entry.verbs.find((verb) => verb.verb === 'gather')
    if (gather) asked.set(leg, gather.verb === 'gather' && gather.sensitive === true)
    return view
  })
}

interface Seeing {
  written: WrittenWords
  types: ReadonlyMap<string, string>
  masked: boolean
  /** The question before asked for something that stays masked whoever looks. */
  secret: boolean
}

function entryView(entry: ChainedEntry, { written, types, masked, secret }: Seeing): EntryView {
  const { event, verbs, effects } = entry
  const showKey = !secret && entry.before.some((node) => chooses.has(types.get(frameOf(node).node) ?? ''))
  return {
    ...{ sequence: entry.sequence, kind: entry.kind, engine: entry.engine, latencyMs: entry.latencyMs },
    at: entry.at.toISOString(),
    turn: entry.turn ?? null,
    leg: entry.leg ?? null,
    event: event === undefined ? null : masked || secret ? maskedEvent(event, { showKey }) : plain(event),
    before: [...entry.before],
    after: [...entry.after],
    verbs: masked ? verbs.map((verb) => maskedVerb(verb, written)) : verbs.map(plain),
    effects: masked ? effects.map((effect) => maskedEffect(effect, written)) : effects.map(plain),
    prompts: [...entry.prompts],
    note: entry.note ?? null,
  }
}

/** Nodes whose keys only choose a branch. */
const chooses = new Set(['menu', 'language'])

const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

function writtenIn(texts: readonly Texts[]): WrittenWords {
  const contents = texts.map(({ contentText }) => Content.safeParse(parsed(contentText)).data ?? {})
  return ({ key, locale }) => contents.flatMap((content) => content[key]?.[locale]?.text ?? [])[0]
}

function typesIn(texts: Texts | undefined): Map<string, string> {
  const chart = Chart.safeParse(parsed(texts?.chartText ?? '')).data
  return new Map(Object.entries(chart?.states.flow.states ?? {}).map(([id, { meta }]) => [id, NodeMeta.safeParse(meta).data?.node ?? '']))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
