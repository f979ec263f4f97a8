import { and, asc, desc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../rows'
import type { Tx } from '../store'

export async function addImport({ db, t }: Tx, row: NewRow<'studioImports'>): Promise<void> {
  await db.insert(t.studioImports).values(row).returning({ id: t.studioImports.id })
}

/** The latest import a flow came from. */
export async function importOf(
  { db, t }: Tx,
  { organisation, flow }: { organisation: string; flow: string },
): Promise<Row<'studioImports'> | undefined> {
  const [row] = await db
    .select()
    .from(t.studioImports)
    .where(and(eq(t.studioImports.organisation, organisation), eq(t.studioImports.flow, flow)))
    .orderBy(desc(t.studioImports.at), desc(t.studioImports.id))
    .limit(1)
  return row
}

export async function mapReference({ db, t }: Tx, row: NewRow<'referenceMappings'>): Promise<void> {
  const { value, at, person } = row
  const m = t.referenceMappings
  await db
    .insert(m)
    .values(row)
    .onConflictDoUpdate({ target: [m.organisation, m.environment, m.kind, m.name], set: { value, at, person: person ?? null } })
    .returning({ name: m.name })
}

/** What each reference stands for in an environment: the same for every flow that names it. */
export async function mappings(
  { db, t }: Tx,
  { organisation, environment }: { organisation: string; environment: string },
): Promise<Row<'referenceMappings'>[]> {
  return db
    .select()
    .from(t.referenceMappings)
    .where(and(eq(t.referenceMappings.organisation, organisation), eq(t.referenceMappings.environment, environment)))
    .orderBy(asc(t.referenceMappings.kind), asc(t.referenceMappings.name))
}
