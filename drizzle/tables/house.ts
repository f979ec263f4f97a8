import type { Kit } from '../kit'

/** The organisation, its places and its staff: who works here and what they may do. Acts of theirs stand in the audit log. */
export function houseTables(k: Kit) {
  const organisations = k.table('organisations', {
    organisation: k.text().primaryKey(),
    name: k.text().notNull(),
    zone: k.text().notNull(),
    createdAt: k.instant().notNull(),
  })

  const sites = k.table(
    'sites',
    { organisation: k.text().notNull(), id: k.text().notNull(), name: k.text().notNull(), zone: k.text().notNull(), humanNumber: k.text() },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] })],
  )

  const teams = k.table(
    'teams',
    { organisation: k.text().notNull(), id: k.text().notNull(), site: k.text(), name: k.text().notNull() },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] })],
  )

  /** Staff. Patients are `persons`. */
  const people = k.table(
    'people',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      /** Lower-cased by the query, so that look-up is the same in both dialects. */
      email: k.text().notNull(),
      name: k.text().notNull(),
      title: k.text().notNull(),
      passwordHash: k.text().notNull(),
      locale: k.text(),
      disabled: k.bool().notNull(),
      /** Shown with the printed password at the first start; such a start refuses a public URL. */
      demo: k.bool().notNull(),
      failedAttempts: k.int().notNull(),
      lockedUntil: k.instant(),
      createdAt: k.instant().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] }), k.unique('people_email').on(t.organisation, t.email)],
  )

  const grants = k.table(
    'grants',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      person: k.text().notNull(),
      role: k.text().notNull(),
      site: k.text(),
      team: k.text(),
      folder: k.text(),
      grantedAt: k.instant().notNull(),
      grantedBy: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisation, t.id] }),
      k.index('grants_person').on(t.organisation, t.person),
      k.foreignKey({ name: 'grants_of_person', columns: [t.organisation, t.person], foreignColumns: [people.organisation, people.id] }),
    ],
  )

  const signIns = k.table(
    'sign_ins',
    {
      organisation: k.text().notNull(),
      /** SHA-256 of the cookie's token: a copy of this table opens no door. */
      tokenHash: k.text().notNull(),
      person: k.text().notNull(),
      createdAt: k.instant().notNull(),
      lastSeenAt: k.instant().notNull(),
      expiresAt: k.instant().notNull(),
      /** When the person last proved who they are again, for signing. */
      provedAt: k.instant(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.tokenHash] }), k.index('sign_ins_person').on(t.organisation, t.person)],
  )

  /** One gapless hash chain per organisation. Triggers refuse update and delete. */
  const auditLog = k.table(
    'audit_log',
    {
      organisation: k.text().notNull(),
      sequence: k.int().notNull(),
      at: k.instant().notNull(),
      person: k.text(),
      action: k.text().notNull(),
      previous: k.text().notNull(),
      hash: k.text().notNull(),
      /** The canonical text the hash is over. */
      text: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.sequence] })],
  )

  /** The chain's last link, which every append compares and sets. */
  const auditHeads = k.table('audit_heads', { organisation: k.text().primaryKey(), sequence: k.int().notNull(), hash: k.text().notNull() })

  return { organisations, sites, teams, people, grants, signIns, auditLog, auditHeads }
}
