import { sqliteKit } from './kit'
import { defineSchema } from './schema'

export const sqliteSchema = defineSchema(sqliteKit)

/** drizzle-kit finds tables among a file's exports only. */
export const { organisations, sites, teams, people, grants, signIns, auditLog, auditHeads, telephonyAccounts, numbers, bindings, signingKeys, dataKeys, secrets, flows, draftEdits, draftSnapshots, comments, aliases, releases, releaseParts, signatures, revocations, withdrawals, submissions, safeFlows, persons, addresses, consents, suppressions, preferences, contacts, sessions, legs, journal, refusals, rungs, timers, outbox, inbox, studioImports, referenceMappings, audio } = sqliteSchema
