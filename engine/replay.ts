import { canonicalText } from '#flows/canonical'
import type { Json, JsonObject } from '#flows/json'
import type { LoadedFlow } from './load'
import type { JournalEntry } from './ports'
import { standsIn } from './stands'
import { step } from './step'

export interface Difference {
  sequence: number
  what: 'verbs' | 'effects' | 'nodes' | 'fault'
  /** As the journal has it, and as the flow gives it now. */
  recorded: Json
  now: Json
}

export interface Replayed {
  same: boolean
  /** Entries that were stepped again. */
  steps: number
  differences: Difference[]
}

/**
 * Runs a session's journal through its flow again, event by event, and compares what was said and asked for with what was recorded.
 * Entries without a step (refusals, reports after the end, the safe flow) are passed over. Never throws: a fault is a difference.
 */
export function replay(entries: readonly JournalEntry[], flow: LoadedFlow): Replayed {
  const differences: Difference[] = []
  let snapshot: JsonObject | undefined
  let done = false
  let steps = 0
  for (const { sequence, kind, event, verbs, effects, after } of entries) {
    if (kind === 'safe') break
    if (!event || done || kind === 'refused') continue
    steps++
    try {
      const again = step(flow, { snapshot, event })
      snapshot = again.snapshot
      done = again.done
      differences.push(
        ...differing(sequence, 'verbs', verbs, again.verbs),
        ...differing(sequence, 'effects', effects, again.effects),
        ...differing(sequence, 'nodes', after, standsIn(again)),
      )
    } catch (fault) {
      differences.push({ sequence, what: 'fault', recorded: null, now: fault instanceof Error ? fault.message : String(fault) })
      break
    }
  }
  return { same: differences.length === 0, steps, differences }
}

function differing(sequence: number, what: Difference['what'], recorded: unknown, now: unknown): Difference[] {
  const [before, again] = [plainJson(recorded), plainJson(now)]
  return canonicalText(before) === canonicalText(again) ? [] : [{ sequence, what, recorded: before, now: again }]
}

/** As the journal keeps it: a field that is undefined is not there. */
const plainJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
