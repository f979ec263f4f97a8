import type { Kit } from '../kit'

/** The people who call and text. Whatever identifies them is sealed under a key of their own; look-up is by blind index. */
export function patientTables(k: Kit) {
  const persons = k.table(
    'persons',
    { organisation: k.text().notNull(), id: k.text().notNull(), createdAt: k.instant().notNull(), erasedAt: k.instant() },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] })],
  )

  const addresses = k.table(
    'addresses',
    {
      organisation: k.text().notNull(),
      /** Keyed hash of the normalised address: finds a row, tells nothing. */
      blind: k.text().notNull(),
      person: k.text().notNull(),
      sealed: k.text().notNull(),
      createdAt: k.instant().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.blind] }), k.index('addresses_person').on(t.organisation, t.person)],
  )

  /** Every opt-out and opt-in as it was learned. Kept after erasure: a blind index names nobody. */
  const consents = k.table(
    'consents',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      blind: k.text().notNull(),
      ours: k.text().notNull(),
      change: k.oneOf(['stop', 'start']).notNull(),
      at: k.instant().notNull(),
      session: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] }), k.index('consents_blind').on(t.organisation, t.blind, t.ours)],
  )

  /** What holds now: a row here means no text goes out. */
  const suppressions = k.table(
    'suppressions',
    { organisation: k.text().notNull(), blind: k.text().notNull(), ours: k.text().notNull(), since: k.instant().notNull() },
    (t) => [k.primaryKey({ columns: [t.organisation, t.blind, t.ours] })],
  )

  const preferences = k.table(
    'preferences',
    {
      organisation: k.text().notNull(),
      person: k.text().notNull(),
      name: k.text().notNull(),
      sealed: k.text().notNull(),
      at: k.instant().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.person, t.name] })],
  )

  return { persons, addresses, consents, suppressions, preferences }
}
