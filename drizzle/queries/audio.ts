import { and, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addAudio({ db, t }: Tx, row: NewRow<'audio'>): Promise<boolean> {
  const added = await db.insert(t.audio).values(row).onConflictDoNothing().returning({ sha256: t.audio.sha256 })
  return added.length === 1
}

export async function audio(
  { db, t }: Tx,
  { organisation, sha256 }: { organisation: string; sha256: string },
): Promise<Row<'audio'> | undefined> {
  const [row] = await db
    .select()
    .from(t.audio)
    .where(and(eq(t.audio.organisation, organisation), eq(t.audio.sha256, sha256)))
  return row
}
