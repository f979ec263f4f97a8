import type { Kit } from '../kit'

/** Flows and their drafts: a draft is a log of edits, its snapshot only a cache of the fold. */
export function flowTables(k: Kit) {
  const flows = k.table(
    'flows',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      name: k.text().notNull(),
      folder: k.text(),
      createdAt: k.instant().notNull(),
      createdBy: k.text(),
      archivedAt: k.instant(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] })],
  )

  const draftEdits = k.table(
    'draft_edits',
    {
      organisation: k.text().notNull(),
      flow: k.text().notNull(),
      /** 1, 2, 3 … in the order the server accepted them. */
      revision: k.int().notNull(),
      /** The revision the person saw when editing. */
      base: k.int().notNull(),
      person: k.text(),
      at: k.instant().notNull(),
      edit: k.text().notNull(),
      /** The request that brought it, when that may come again. */
      request: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisation, t.flow, t.revision] }),
      k.index('draft_edits_request').on(t.organisation, t.flow, t.request),
      k.foreignKey({ name: 'draft_edits_of_flow', columns: [t.organisation, t.flow], foreignColumns: [flows.organisation, flows.id] }),
    ],
  )

  const draftSnapshots = k.table(
    'draft_snapshots',
    { organisation: k.text().notNull(), flow: k.text().notNull(), revision: k.int().notNull(), draft: k.text().notNull() },
    (t) => [k.primaryKey({ columns: [t.organisation, t.flow] })],
  )

  const comments = k.table(
    'comments',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      flow: k.text().notNull(),
      release: k.text(),
      node: k.text(),
      person: k.text().notNull(),
      at: k.instant().notNull(),
      text: k.text().notNull(),
      resolvedAt: k.instant(),
      resolvedBy: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] }), k.index('comments_flow').on(t.organisation, t.flow)],
  )

  const aliases = k.table(
    'aliases',
    {
      organisation: k.text().notNull(),
      flow: k.text().notNull(),
      name: k.text().notNull(),
      release: k.text(),
      pointedAt: k.instant(),
      pointedBy: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisation, t.flow, t.name] }),
      k.foreignKey({ name: 'aliases_of_flow', columns: [t.organisation, t.flow], foreignColumns: [flows.organisation, flows.id] }),
    ],
  )

  return { flows, draftEdits, draftSnapshots, comments, aliases }
}
