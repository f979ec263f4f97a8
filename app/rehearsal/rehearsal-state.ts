import type { LoadedFlow } from '#engine/load'
import type { Spoken } from '#flows/content'
import type { Channel } from '#flows/ids'
import type { JsonObject } from '#flows/json'
import type { Verb } from '#flows/verbs'

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

/** The same, so much later. */
export const pass = (rehearsal: Rehearsal, ms: number): Rehearsal => ({ ...rehearsal, now: rehearsal.now + ms })

type WithoutAt<Each> = Each extends unknown ? Omit<Each, 'at'> : never
/** With one line more, now. */
export const withLine = (rehearsal: Rehearsal, said: WithoutAt<Line>): Rehearsal => ({
  ...rehearsal,
  lines: [...rehearsal.lines, { ...said, at: rehearsal.now - rehearsal.began }],
})
export const withNote = (rehearsal: Rehearsal, note: string, values: Record<string, string | number> = {}): Rehearsal =>
  withLine(rehearsal, { who: 'note', note, values })
