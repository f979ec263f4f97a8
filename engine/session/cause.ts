import type { FlowEvent } from '#flows/events'
import type { Verb } from '#flows/verbs'
import type { Commit, JournalEntry, LegRow, TimerRow } from '../ports'

/** Why a step is taken, and who hears its answer. */
export interface Cause {
  kind: JournalEntry['kind']
  /** Absent for what is only recorded, such as a call's progress: then nothing is stepped. */
  event: FlowEvent | undefined
  /** The leg whose request this is; it gets the answer. Absent for timers, effects and other legs' doings. */
  leg?: string
  /** The first event of the session. */
  opens?: boolean
  /** An awaited effect's result: what was already said in the same answer, when that answer has not left yet. */
  continues?: { leg: string; said: readonly Verb[] }
  /** An awaited effect's result after its answer left: the leg is on hold and will ask. */
  late?: boolean
  /** The timer that came due, removed with this commit. */
  timer?: Pick<TimerRow, 'id' | 'dueAt'>
  /** What the request itself changes on a leg, such as a call's status. */
  change?(leg: LegRow): LegRow
  /** Timers beside the flow's own. */
  start?: readonly { id: string; inMs: number; event: string }[]
  /** The answer to the request, where no step makes one. */
  answers?: string
  inbox?: string
  consent?: Commit['consent']
  note?: string
  /** `performance.now()` when the request arrived. */
  began: number
}
