import type { Kit } from '../kit'

/** Imported flows with their source, what their references stand for here, and recordings. */
export function importTables(k: Kit) {
  const studioImports = k.table(
    'studio_imports',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      flow: k.text().notNull(),
      at: k.instant().notNull(),
      person: k.text(),
      /** The file exactly as it was given. */
      sourceText: k.text().notNull(),
      reportText: k.text().notNull(),
      referencesText: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] }), k.index('studio_imports_flow').on(t.organisation, t.flow)],
  )

  const referenceMappings = k.table(
    'reference_mappings',
    {
      organisation: k.text().notNull(),
      environment: k.text().notNull(),
      kind: k.text().notNull(),
      name: k.text().notNull(),
      value: k.text().notNull(),
      at: k.instant().notNull(),
      person: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.environment, t.kind, t.name] })],
  )

  /** Immutable recordings by SHA-256. With SQLite the bytes are files and `bytes` is empty. */
  const audio = k.table(
    'audio',
    {
      organisation: k.text().notNull(),
      sha256: k.text().notNull(),
      mediaType: k.text().notNull(),
      size: k.int().notNull(),
      createdAt: k.instant().notNull(),
      bytes: k.bytes(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.sha256] })],
  )

  return { studioImports, referenceMappings, audio }
}
