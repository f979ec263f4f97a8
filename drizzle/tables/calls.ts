import { sql } from 'drizzle-orm'
import type { Kit } from '../kit'

/** Contacts, sessions, their legs and their journal. `sealed` columns hold PHI under the person's or session's key. */
export function callTables(k: Kit) {
  /** One person's matter, over as many sessions as it takes. */
  const contacts = k.table(
    'contacts',
    { organisation: k.text().notNull(), id: k.text().notNull(), person: k.text(), openedAt: k.instant().notNull(), closedAt: k.instant() },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] })],
  )

  const sessions = k.table(
    'sessions',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      contact: k.text(),
      account: k.text().notNull(),
      release: k.text(),
      flow: k.text(),
      channel: k.oneOf(['voice', 'sms']).notNull(),
      ours: k.text().notNull(),
      /** Blind index of the other side's address, and the address itself, sealed. */
      theirsBlind: k.text().notNull(),
      sealedTheirs: k.text().notNull(),
      person: k.text(),
      sealedSnapshot: k.text(),
      revision: k.int().notNull(),
      status: k.oneOf(['open', 'ended']).notNull(),
      outcome: k.text(),
      nodes: k.list<string>().notNull(),
      locale: k.text(),
      startedAt: k.instant().notNull(),
      endedAt: k.instant(),
      /** Head of the journal's chain: what the next entry links to. */
      journalLength: k.int().notNull(),
      journalHead: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.organisation, t.id] }),
      k.index('sessions_started').on(t.organisation, t.startedAt, t.id),
      /** Two first texts at once open one thread: the second insert finds the place taken. */
      k.unique('sessions_thread').on(t.organisation, t.theirsBlind, t.ours).where(sql`status = 'open' and channel = 'sms'`),
      k.index('sessions_theirs').on(t.organisation, t.theirsBlind),
      k.index('sessions_person').on(t.organisation, t.person),
    ],
  )

  const legs = k.table(
    'legs',
    {
      organisation: k.text().notNull(),
      session: k.text().notNull(),
      id: k.text().notNull(),
      role: k.oneOf(['caller', 'callee']).notNull(),
      sid: k.text().notNull(),
      turn: k.int().notNull(),
      /** Stored answer, current answer and script. */
      sealed: k.text().notNull(),
      status: k.text().notNull(),
      node: k.text(),
      rung: k.int(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.session, t.id] }), k.index('legs_sid').on(t.organisation, t.sid)],
  )

  const journal = k.table(
    'journal',
    {
      organisation: k.text().notNull(),
      session: k.text().notNull(),
      sequence: k.int().notNull(),
      at: k.instant().notNull(),
      kind: k.text().notNull(),
      /** Canonical text of everything that names nobody, with the payload's SHA-256: what the chain is over. */
      facts: k.text().notNull(),
      /** Event, verbs, effects and outside facts. */
      sealed: k.text().notNull(),
      previous: k.text().notNull(),
      hash: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.session, t.sequence] }), k.index('journal_at').on(t.organisation, t.at)],
  )

  /** Journal lines without a session: refused requests and safe answers. */
  const refusals = k.table(
    'refusals',
    {
      organisation: k.text().notNull(),
      id: k.text().notNull(),
      account: k.text().notNull(),
      at: k.instant().notNull(),
      kind: k.text().notNull(),
      facts: k.text().notNull(),
      sealed: k.text().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.id] }), k.index('refusals_at').on(t.organisation, t.at)],
  )

  /** The last text of a ladder to an address of staff: who answers it, answers this rung. */
  const rungs = k.table(
    'rungs',
    {
      organisation: k.text().notNull(),
      ours: k.text().notNull(),
      theirsBlind: k.text().notNull(),
      session: k.text().notNull(),
      node: k.text().notNull(),
      rung: k.int().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.organisation, t.ours, t.theirsBlind] })],
  )

  return { contacts, sessions, legs, journal, refusals, rungs }
}
