import type { Kit } from '../kit'

/** What was submitted, who signed it, and where it stands. Triggers keep releases and signatures as they were written. */
export function releaseTables(k: Kit) {
  const releases = k.table(
    'releases',
    {
      organisation: k.text().notNull(),
      hash: k.text().notNull(),
      flow: k.text().notNull(),
      version: k.int().notNull(),
      createdAt: k.instant().notNull(),
      createdBy: k.text(),
      /** The draft's revision this release was made from. */
      revision: k.int().notNull(),
      manifestText: k.text().notNull(),
      chartText: k.text().notNull(),
      contentText: k.text().notNull(),
      layoutText: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.hash] }), k.unique('releases_version').on(t.organisation, t.flow, t.version)],
  )

  /** Every release a release pins, directly or through another: withdrawal of a part reaches the whole. */
  const releaseParts = k.table(
    'release_parts',
    { organisation: k.text().notNull(), release: k.text().notNull(), part: k.text().notNull() },
    (t) => [k.primaryKey({ columns: [t.organisation, t.release, t.part] }), k.index('release_parts_part').on(t.organisation, t.part)],
  )

  const signatures = k.table(
    'signatures',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      release: k.text().notNull(),
      person: k.text().notNull(),
      meaning: k.text().notNull(),
      at: k.instant().notNull(),
      recordText: k.text().notNull(),
      countersignature: k.text().notNull(),
      keyId: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisation, t.id] }),
      k.index('signatures_release').on(t.organisation, t.release),
      k.foreignKey({
        name: 'signatures_of_release',
        columns: [t.organisation, t.release],
        foreignColumns: [releases.organisation, releases.hash],
      }),
    ],
  )

  const revocations = k.table(
    'revocations',
    {
      organisation: k.text().notNull(),
      signature: k.text().notNull(),
      person: k.text().notNull(),
      at: k.instant().notNull(),
      reason: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.signature] })],
  )

  const withdrawals = k.table(
    'withdrawals',
    {
      organisation: k.text().notNull(),
      release: k.text().notNull(),
      person: k.text().notNull(),
      at: k.instant().notNull(),
      reason: k.text().notNull(),
      stopNow: k.bool().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.release] })],
  )

  /** Where a release stands on its way; the states are flows/release/lifecycle's. */
  const submissions = k.table(
    'submissions',
    {
      organisation: k.text().notNull(),
      release: k.text().notNull(),
      flow: k.text().notNull(),
      state: k.text().notNull(),
      submittedBy: k.text().notNull(),
      submittedAt: k.instant().notNull(),
      summary: k.text().notNull(),
      decidedBy: k.text(),
      decidedAt: k.instant(),
      reason: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.release] }), k.index('submissions_state').on(t.organisation, t.state)],
  )

  /** The signed safe flow of a channel and locale; the empty locale is for all others. */
  const safeFlows = k.table(
    'safe_flows',
    {
      organisation: k.text().notNull(),
      channel: k.oneOf(['voice', 'sms']).notNull(),
      locale: k.text().notNull(),
      release: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.channel, t.locale] })],
  )

  return { releases, releaseParts, signatures, revocations, withdrawals, submissions, safeFlows }
}
