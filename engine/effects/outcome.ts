import type { FlowEvent } from '#flows/events'
import type { Commit, LegRow } from '../ports'

/** What came of an effect. `again` is a reason to try later; everything else is for good. */
export type Outcome = { again: string; otherwise: () => Done } | Done

export interface Done {
  /** What the session is told; undefined where only a leg changes. */
  event: FlowEvent | undefined
  change?: (leg: LegRow) => LegRow
  consent?: Commit['consent']
  note?: string
}
