import * as accounts from '../queries/accounts'
import * as aliases from '../queries/aliases'
import * as audio from '../queries/audio'
import * as audit from '../queries/audit'
import * as calls from '../queries/calls'
import * as comments from '../queries/comments'
import * as consents from '../queries/consents'
import * as dataKeys from '../queries/data-keys'
import * as drafts from '../queries/drafts'
import * as erasure from '../queries/erasure'
import * as flows from '../queries/flows'
import * as grants from '../queries/grants'
import * as imports from '../queries/imports'
import * as inbox from '../queries/inbox'
import * as journal from '../queries/journal'
import * as legs from '../queries/legs'
import * as numbers from '../queries/numbers'
import * as organisations from '../queries/organisations'
import * as outbox from '../queries/outbox'
import * as people from '../queries/people'
import * as persons from '../queries/persons'
import * as refusals from '../queries/refusals'
import * as releases from '../queries/releases'
import * as rungs from '../queries/rungs'
import * as safeFlows from '../queries/safe-flows'
import * as secrets from '../queries/secrets'
import * as sessions from '../queries/sessions'
import * as signIns from '../queries/sign-ins'
import * as signatures from '../queries/signatures'
import * as signingKeys from '../queries/signing-keys'
import * as submissions from '../queries/submissions'
import * as timers from '../queries/timers'
import type { Tx } from '../store'
import { after, noon } from './commits'

type Case = (tx: Tx, organisation: string) => Promise<unknown>

/** Queries that find the organisation instead of taking it, and the takers of due work, whose rows say whose they are. */
export const crossing = [
  'accounts.accountOfPath',
  'numbers.bindingOfNumber',
  'organisations.organisations',
  'outbox.leaseWork',
  'people.hasDemoPeople',
  'people.peopleOfEmail',
  'timers.leaseTimers',
]

const texts = { manifestText: '{}', chartText: '{}', contentText: '{}', layoutText: '{}' }
const staff = { title: '', passwordHash: '', disabled: false, demo: false, failedAttempts: 0, createdAt: noon }
const ours = '+12025550100'
const blindOf = ({ vault }: Tx, organisation: string): string => vault.blind(organisation, '+12025550188')

/** One after the other: a transaction has one connection. */
async function eachOf<Given>(given: readonly Given[], ask: (one: Given) => Promise<unknown>): Promise<unknown[]> {
  const answers: unknown[] = []
  for (const one of given) answers.push((await ask(one)) ?? null)
  return answers
}

/** One call of every query on a house as `fillHouse` fills it. A query without a case fails the test of the list. */
export const casesOfQueries: Record<string, Case> = {
  'accounts.putAccount': (tx, organisation) => accounts.putAccount(tx, { organisation, id: `${organisation}-main`, sid: 'AC2', name: 'New', authTokens: ['n'] }),
  'accounts.accounts': (tx, organisation) => accounts.accounts(tx, { organisation }),
  'accounts.removeAccount': (tx, organisation) => accounts.removeAccount(tx, { organisation, id: `${organisation}-main` }),
  'aliases.addAlias': (tx, organisation) => aliases.addAlias(tx, { organisation, flow: 'ivr', name: 'next' }),
  'aliases.pointAlias': (tx, organisation) => aliases.pointAlias(tx, { organisation, flow: 'ivr', name: 'live', from: 'hash-2', to: 'hash-1', person: 'eve', at: noon }),
  'aliases.aliases': (tx, organisation) => aliases.aliases(tx, { organisation }),
  'audio.addAudio': (tx, organisation) => audio.addAudio(tx, { organisation, sha256: 'b', mediaType: 'audio/wav', size: 0, createdAt: noon }),
  'audio.audio': (tx, organisation) => audio.audio(tx, { organisation, sha256: 'a' }),
  'audit.appendAudit': (tx, organisation) =>
    audit.appendAudit(tx, { organisation, at: noon, person: null, write: ({ previous }) => ({ action: 'x', text: previous, hash: 'h' }) }),
  'audit.auditEntries': (tx, organisation) => audit.auditEntries(tx, { organisation, most: 9 }),
  'audit.auditAfter': (tx, organisation) => audit.auditAfter(tx, { organisation, after: 0, most: 9 }),
  'audit.wholeAudit': (tx, organisation) => audit.wholeAudit(tx, { organisation }),
  'audit.auditHead': (tx, organisation) => audit.auditHead(tx, { organisation }),
  'calls.calls': (tx, organisation) => calls.calls(tx, { organisation, most: 9 }),
  'calls.countCalls': (tx, organisation) => calls.countCalls(tx, { organisation }),
  'calls.callsByFlow': (tx, organisation) => calls.callsByFlow(tx, { organisation, from: noon }),
  'calls.openOnReleases': (tx, organisation) => calls.openOnReleases(tx, { organisation, releases: ['hash-2'] }),
  'comments.addComment': (tx, organisation) => comments.addComment(tx, { organisation, id: 'c2', flow: 'ivr', person: 'ben', at: noon, text: '' }),
  'comments.comments': (tx, organisation) => comments.comments(tx, { organisation, flow: 'ivr' }),
  'comments.resolveComment': (tx, organisation) => comments.resolveComment(tx, { organisation, id: 'c1', person: 'eve', at: noon }),
  'consents.changeConsent': (tx, organisation) =>
    consents.changeConsent(tx, { organisation, id: 'c2', blind: 'blind', ours, change: 'start', at: noon }),
  'consents.isSuppressed': (tx, organisation) => eachOf(['blind', 'only'], (blind) => consents.isSuppressed(tx, { organisation, blind, ours })),
  'consents.consentsOf': (tx, organisation) => eachOf(['blind', 'only'], (blind) => consents.consentsOf(tx, { organisation, blind })),
  'data-keys.dataKey': (tx, organisation) => dataKeys.dataKey(tx, { organisation, owner: 'person:ana' }),
  'data-keys.addDataKey': (tx, organisation) => dataKeys.addDataKey(tx, { organisation, owner: 'person:new', wrapped: 'w' }),
  'data-keys.destroyDataKeys': (tx, organisation) => dataKeys.destroyDataKeys(tx, { organisation, owners: ['person:ana'] }),
  'drafts.lastRevision': (tx, organisation) => drafts.lastRevision(tx, { organisation, flow: 'ivr' }),
  'drafts.addEdit': (tx, organisation) => drafts.addEdit(tx, { organisation, flow: 'ivr', revision: 3, base: 2, at: noon, edit: '{}' }),
  'drafts.editsAfter': (tx, organisation) => drafts.editsAfter(tx, { organisation, flow: 'ivr', revision: 0 }),
  'drafts.editsBefore': (tx, organisation) => drafts.editsBefore(tx, { organisation, flow: 'ivr', most: 9 }),
  'drafts.editsOfRequest': (tx, organisation) => drafts.editsOfRequest(tx, { organisation, flow: 'ivr', request: 'r1' }),
  'drafts.editorsSince': (tx, organisation) => drafts.editorsSince(tx, { organisation, flow: 'ivr', revision: 0 }),
  'drafts.lastEdits': (tx, organisation) => drafts.lastEdits(tx, { organisation }),
  'drafts.snapshot': (tx, organisation) => drafts.snapshot(tx, { organisation, flow: 'ivr' }),
  'drafts.putSnapshot': (tx, organisation) => drafts.putSnapshot(tx, { organisation, flow: 'ivr', revision: 3, draft: '{}' }),
  'erasure.erasePersonRows': (tx, organisation) => erasure.erasePersonRows(tx, { organisation, person: 'ana', at: noon }),
  'flows.addFlow': (tx, organisation) => flows.addFlow(tx, { organisation, id: 'new', name: 'New', createdAt: noon }),
  'flows.flow': (tx, organisation) => flows.flow(tx, { organisation, id: 'ivr' }),
  'flows.flows': (tx, organisation) => flows.flows(tx, { organisation }),
  'flows.changeFlow': (tx, organisation) => flows.changeFlow(tx, { organisation, id: 'ivr', changes: { name: 'Other' } }),
  'flows.archiveFlow': (tx, organisation) => flows.archiveFlow(tx, { organisation, id: 'ivr', at: noon }),
  'grants.addGrant': (tx, organisation) => grants.addGrant(tx, { organisation, id: 'g2', person: 'eve', role: 'auditor', grantedAt: noon }),
  'grants.grants': (tx, organisation) => grants.grants(tx, { organisation }),
  'grants.removeGrants': (tx, organisation) => grants.removeGrants(tx, { organisation, ids: ['g1'] }),
  'imports.addImport': (tx, organisation) => imports.addImport(tx, { organisation, id: 'i2', flow: 'ivr', at: noon, sourceText: '', reportText: '', referencesText: '' }),
  'imports.importOf': (tx, organisation) => imports.importOf(tx, { organisation, flow: 'ivr' }),
  'imports.mapReference': (tx, organisation) => imports.mapReference(tx, { organisation, environment: 'default', kind: 'function', name: 'f', value: 'v', at: noon }),
  'imports.mappings': (tx, organisation) => imports.mappings(tx, { organisation, environment: 'default' }),
  'inbox.addToInbox': (tx, organisation) => inbox.addToInbox(tx, { organisation, key: 'CA2', at: noon }),
  'inbox.isInInbox': (tx, organisation) => eachOf(['CA1', 'only'], (key) => inbox.isInInbox(tx, { organisation, key })),
  'journal.addJournal': (tx, organisation) =>
    journal.addJournal(tx, [{ organisation, session: 's1', sequence: 2, at: noon, kind: 'turn', facts: '', sealed: '', previous: '', hash: '' }]),
  'journal.journalOf': (tx, organisation) => journal.journalOf(tx, { organisation, session: 's1' }),
  'legs.legsOf': (tx, organisation) => legs.legsOf(tx, { organisation, session: 's1' }),
  'legs.putLeg': (tx, organisation) => legs.putLeg(tx, { organisation, session: 's1', id: 'caller', role: 'caller', sid: 'CA9', turn: 2, sealed: '', status: 'completed' }),
  'numbers.putNumber': (tx, organisation) =>
    numbers.putNumber(tx, { organisation, number: ours, account: `${organisation}-main`, label: 'New', emergencyNumber: '112', keywordReplies: 'ours' }),
  'numbers.numbers': (tx, organisation) => numbers.numbers(tx, { organisation }),
  'numbers.removeNumber': (tx, organisation) => numbers.removeNumber(tx, { organisation, number: ours }),
  'numbers.bindNumber': (tx, organisation) => numbers.bindNumber(tx, { organisation, number: ours, channel: 'voice', flow: 'ivr', alias: 'next' }),
  'numbers.unbindNumber': (tx, organisation) => numbers.unbindNumber(tx, { organisation, number: ours, channel: 'voice' }),
  'organisations.addOrganisation': (tx, organisation) => organisations.addOrganisation(tx, { organisation: `${organisation}-new`, name: '', zone: 'UTC', createdAt: noon }),
  'organisations.organisation': (tx, organisation) => organisations.organisation(tx, { organisation }),
  'organisations.putSite': (tx, organisation) => organisations.putSite(tx, { organisation, id: 'north', name: 'New', zone: 'UTC' }),
  'organisations.sites': (tx, organisation) => organisations.sites(tx, { organisation }),
  'organisations.putTeam': (tx, organisation) => organisations.putTeam(tx, { organisation, id: 'nurses', name: 'New' }),
  'organisations.teams': (tx, organisation) => organisations.teams(tx, { organisation }),
  'outbox.addWork': (tx, organisation) =>
    outbox.addWork(tx, { organisation, id: 'o3', session: 's1', account: '', key: 'k3', sealedWork: '', attempts: 0, notBefore: noon, state: 'waiting' }),
  'outbox.settleWork': (tx, organisation) => outbox.settleWork(tx, { organisation, id: 'o1', state: 'done' }),
  'outbox.dropWorkOf': (tx, organisation) => outbox.dropWorkOf(tx, { organisation, sessions: ['s1'] }),
  'people.addPerson': (tx, organisation) => people.addPerson(tx, { organisation, id: 'new', email: 'new@example.org', name: 'New', ...staff }),
  'people.person': (tx, organisation) => people.person(tx, { organisation, id: 'ben' }),
  'people.people': (tx, organisation) => people.people(tx, { organisation }),
  'people.changePerson': (tx, organisation) => people.changePerson(tx, { organisation, id: 'ben', changes: { disabled: true } }),
  'persons.personBehind': (tx, organisation) => eachOf(['blind', 'only'], (blind) => persons.personBehind(tx, { organisation, blind })),
  'persons.addPersonWithAddress': (tx, organisation) =>
    persons.addPersonWithAddress(tx, { organisation, id: 'new', createdAt: noon, address: { blind: 'other', sealed: '' } }),
  'persons.addressesOf': (tx, organisation) => persons.addressesOf(tx, { organisation, person: 'ana' }),
  'persons.setPreference': (tx, organisation) => persons.setPreference(tx, { organisation, person: 'ana', name: 'language', sealed: 'new', at: noon }),
  'persons.preferencesOf': (tx, organisation) => persons.preferencesOf(tx, { organisation, person: 'ana' }),
  'refusals.addRefusal': (tx, organisation) => refusals.addRefusal(tx, { organisation, id: 'new', account: '', at: noon, kind: 'refused', facts: '', sealed: '' }),
  'refusals.refusals': (tx, organisation) => refusals.refusals(tx, { organisation, most: 9 }),
  'releases.nextVersion': (tx, organisation) => releases.nextVersion(tx, { organisation, flow: 'ivr' }),
  'releases.addRelease': (tx, organisation) =>
    releases.addRelease(tx, { organisation, hash: 'hash-3', flow: 'ivr', version: 3, createdAt: noon, revision: 2, ...texts, parts: ['hash-2'] }),
  'releases.release': (tx, organisation) => releases.release(tx, { organisation, hash: 'hash-1' }),
  'releases.releases': (tx, organisation) => releases.releases(tx, { organisation }),
  'releases.partsOf': (tx, organisation) => releases.partsOf(tx, { organisation, hash: 'hash-2' }),
  'releases.wholesOf': (tx, organisation) => releases.wholesOf(tx, { organisation, hash: 'hash-1' }),
  'releases.withdrawalsAmong': (tx, organisation) => releases.withdrawalsAmong(tx, { organisation, hashes: ['hash-1', 'hash-2'] }),
  'releases.withdraw': (tx, organisation) => releases.withdraw(tx, { organisation, release: 'hash-1', person: 'eve', at: after(1), reason: '', stopNow: true }),
  'rungs.putRung': (tx, organisation) => rungs.putRung(tx, { organisation, ours, theirsBlind: blindOf(tx, organisation), session: 's1', node: 'main', rung: 1 }),
  'rungs.rungAskedOf': (tx, organisation) => eachOf([blindOf(tx, organisation), 'only', 'stray'], (theirsBlind) => rungs.rungAskedOf(tx, { organisation, ours, theirsBlind })),
  'safe-flows.setSafeFlow': (tx, organisation) => safeFlows.setSafeFlow(tx, { organisation, channel: 'voice', locale: '', release: 'new' }),
  'safe-flows.safeFlows': (tx, organisation) => safeFlows.safeFlows(tx, { organisation, channel: 'voice' }),
  'secrets.setSecret': (tx, organisation) => secrets.setSecret(tx, { organisation, name: 'new', value: 'v', at: noon, person: 'ben' }),
  'secrets.secretValue': (tx, organisation) => secrets.secretValue(tx, { organisation, name: 'lab' }),
  'secrets.secrets': (tx, organisation) => secrets.secrets(tx, { organisation }),
  'secrets.removeSecret': (tx, organisation) => secrets.removeSecret(tx, { organisation, name: 'lab' }),
  'sessions.session': (tx, organisation) => sessions.session(tx, { organisation, id: 's1' }),
  'sessions.sessionOfCall': (tx, organisation) => eachOf(['CA1', 'only'], (sid) => sessions.sessionOfCall(tx, { organisation, sid })),
  'sessions.openThread': (tx, organisation) => eachOf([blindOf(tx, organisation), 'only'], (theirsBlind) => sessions.openThread(tx, { organisation, ours, theirsBlind })),
  'sessions.addSession': async (tx, organisation) => {
    const before = await sessions.session(tx, { organisation, id: 's1' })
    return before && sessions.addSession(tx, { ...before, id: 's3' })
  },
  'sessions.advanceSession': (tx, organisation) => sessions.advanceSession(tx, { organisation, id: 's1', expected: 0, changes: { revision: 1 } }),
  'sign-ins.addSignIn': (tx, organisation) => signIns.addSignIn(tx, { organisation, tokenHash: 'new', person: 'ben', createdAt: noon, lastSeenAt: noon, expiresAt: noon }),
  'sign-ins.signIn': (tx, organisation) => signIns.signIn(tx, { organisation, tokenHash: 'token' }),
  'sign-ins.touchSignIn': (tx, organisation) => signIns.touchSignIn(tx, { organisation, tokenHash: 'token', at: after(1) }),
  'sign-ins.proveSignIn': (tx, organisation) => signIns.proveSignIn(tx, { organisation, tokenHash: 'token', at: after(1) }),
  'sign-ins.endSignIn': (tx, organisation) => signIns.endSignIn(tx, { organisation, tokenHash: 'token' }),
  'sign-ins.endSignInsOf': (tx, organisation) => signIns.endSignInsOf(tx, { organisation, person: 'ben' }),
  'sign-ins.clearSignIns': (tx, organisation) => signIns.clearSignIns(tx, { organisation, at: after(1) }),
  'sign-ins.lastSeen': (tx, organisation) => signIns.lastSeen(tx, { organisation }),
  'signatures.addSignature': (tx, organisation) =>
    signatures.addSignature(tx, { organisation, id: 'sig-3', release: 'hash-2', person: 'eve', meaning: 'x', at: noon, recordText: '', countersignature: '', keyId: '' }),
  'signatures.signaturesOf': (tx, organisation) => signatures.signaturesOf(tx, { organisation, release: 'hash-2' }),
  'signatures.revokeSignature': (tx, organisation) => eachOf(['sig-1', 'only'], (signature) => signatures.revokeSignature(tx, { organisation, signature, person: 'eve', at: noon, reason: '' })),
  'signing-keys.addSigningKey': (tx, organisation) => signingKeys.addSigningKey(tx, { organisation, id: 'new', publicPem: '', sealedPrivatePem: '', createdAt: noon }),
  'signing-keys.publicKeys': (tx, organisation) => signingKeys.publicKeys(tx, { organisation }),
  'signing-keys.currentSigningKey': (tx, organisation) => signingKeys.currentSigningKey(tx, { organisation }),
  'submissions.addSubmission': (tx, organisation) =>
    submissions.addSubmission(tx, { organisation, release: 'hash-9', flow: 'ivr', state: 'in_review', submittedBy: 'ben', submittedAt: noon, summary: '' }),
  'submissions.submission': (tx, organisation) => submissions.submission(tx, { organisation, release: 'hash-1' }),
  'submissions.submissions': (tx, organisation) => submissions.submissions(tx, { organisation, states: ['in_review'] }),
  'submissions.transition': (tx, organisation) =>
    submissions.transition(tx, { organisation, release: 'hash-1', from: ['in_review'], to: 'approved', person: 'eve', at: noon }),
  'timers.startTimer': (tx, organisation) => timers.startTimer(tx, { organisation, session: 's1', id: 't2', dueAt: noon, sealedEvent: '' }),
  'timers.stopTimers': (tx, organisation) => timers.stopTimers(tx, { organisation, session: 's1', ids: 'all' }),
  'timers.timersOf': (tx, organisation) => timers.timersOf(tx, { organisation, session: 's1' }),
}
