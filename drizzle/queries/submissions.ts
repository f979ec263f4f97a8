import { and, desc, eq, inArray } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

interface SubmissionKey {
  organisation: string
  release: string
}

export async function addSubmission({ db, t }: Tx, row: NewRow<'submissions'>): Promise<void> {
  await db.insert(t.submissions).values(row).returning({ release: t.submissions.release })
}

export async function submission({ db, t }: Tx, { organisation, release }: SubmissionKey): Promise<Row<'submissions'> | undefined> {
  const [row] = await db
    .select()
    .from(t.submissions)
    .where(and(eq(t.submissions.organisation, organisation), eq(t.submissions.release, release)))
  return row
}

/** Latest first; in these states, of this flow, where given. */
export async function submissions(
  { db, t }: Tx,
  { organisation, states, flow }: { organisation: string; states?: readonly string[] | undefined; flow?: string | undefined },
): Promise<Row<'submissions'>[]> {
  const inState = states && inArray(t.submissions.state, [...states])
  const ofFlow = flow === undefined ? undefined : eq(t.submissions.flow, flow)
  return db
    .select()
    .from(t.submissions)
    .where(and(eq(t.submissions.organisation, organisation), inState, ofFlow))
    .orderBy(desc(t.submissions.submittedAt), desc(t.submissions.release))
}

export interface Transition extends SubmissionKey {
  from: readonly string[]
  to: string
  person: string
  at: Date
  reason?: string | undefined
}

/** One step of a release's way. False when it is in none of the states in `from` any more: somebody else was first. */
export async function transition({ db, t }: Tx, { organisation, release, from, to, person, at, reason }: Transition): Promise<boolean> {
  const moved = await db
    .update(t.submissions)
    .set({ state: to, decidedBy: person, decidedAt: at, reason: reason ?? null })
    .where(and(eq(t.submissions.organisation, organisation), eq(t.submissions.release, release), inArray(t.submissions.state, [...from])))
    .returning({ release: t.submissions.release })
  return moved.length === 1
}
