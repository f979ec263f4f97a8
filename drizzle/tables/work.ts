import type { Kit } from '../kit'

/** What is still to happen and what has already come in. Rows are leased, never locked across a network call. */
export function workTables(k: Kit) {
  const timers = k.table(
    'timers',
    {
      organisation: k.text().notNull(),
      session: k.text().notNull(),
      id: k.text().notNull(),
      dueAt: k.instant().notNull(),
      sealedEvent: k.text().notNull(),
      leasedUntil: k.instant(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.session, t.id] }), k.index('timers_due').on(t.dueAt)],
  )

  const outbox = k.table(
    'outbox',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      session: k.text().notNull(),
      account: k.text().notNull(),
      /** Makes the work happen once: the second row with the same key is not written. */
      key: k.text().notNull(),
      sealedWork: k.text().notNull(),
      attempts: k.int().notNull(),
      notBefore: k.instant().notNull(),
      leasedUntil: k.instant(),
      state: k.oneOf(['waiting', 'done', 'dead']).notNull(),
      error: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisation, t.id] }),
      k.unique('outbox_key').on(t.organisation, t.key),
      k.index('outbox_waiting').on(t.state, t.notBefore),
      k.index('outbox_session').on(t.organisation, t.session),
    ],
  )

  /** Requests that were committed, by deduplication key. */
  const inbox = k.table('inbox', { organisation: k.text().notNull(), key: k.text().notNull(), at: k.instant().notNull() }, (t) => [
    k.primaryKey({ columns: [t.organisation, t.key] }),
  ])

  return { timers, outbox, inbox }
}
