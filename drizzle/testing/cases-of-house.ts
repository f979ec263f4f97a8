import * as accounts from '../queries/accounts'
import * as audio from '../queries/audio'
import * as audit from '../queries/audit'
import * as dataKeys from '../queries/data-keys'
import * as grants from '../queries/grants'
import * as numbers from '../queries/numbers'
import * as organisations from '../queries/organisations'
import * as people from '../queries/people'
import * as secrets from '../queries/secrets'
import * as signIns from '../queries/sign-ins'
import * as signingKeys from '../queries/signing-keys'
import { type Case, ours } from './case'
import { later, noon } from './commits'

const staff = { title: '', passwordHash: '', disabled: false, demo: false, failedAttempts: 0, createdAt: noon }

/** Queries of staff, keys and numbers. */
export const houseCases: Record<string, Case> = {
  'accounts.putAccount': (tx, organisation) =>
    accounts.putAccount(tx, { organisation, id: `${organisation}-main`, sid: 'AC2', name: 'New', authTokens: ['n'] }),
  'accounts.accounts': (tx, organisation) => accounts.accounts(tx, { organisation }),
  'accounts.removeAccount': (tx, organisation) => accounts.removeAccount(tx, { organisation, id: `${organisation}-main` }),
  'audio.addAudio': (tx, organisation) =>
    audio.addAudio(tx, { organisation, sha256: 'b', mediaType: 'audio/wav', size: 0, createdAt: noon }),
  'audio.audio': (tx, organisation) => audio.audio(tx, { organisation, sha256: 'a' }),
  'audit.appendAudit': (tx, organisation) =>
    audit.appendAudit(tx, { organisation, at: noon, person: null, write: ({ previous }) => ({ action: 'x', text: previous, hash: 'h' }) }),
  'audit.auditEntries': (tx, organisation) => audit.auditEntries(tx, { organisation, most: 9 }),
  'audit.auditAfter': (tx, organisation) => audit.auditAfter(tx, { organisation, after: 0, most: 9 }),
  'audit.wholeAudit': (tx, organisation) => audit.wholeAudit(tx, { organisation }),
  'audit.auditHead': (tx, organisation) => audit.auditHead(tx, { organisation }),
  'data-keys.dataKey': (tx, organisation) => dataKeys.dataKey(tx, { organisation, owner: 'person:ana' }),
  'data-keys.addDataKey': (tx, organisation) => dataKeys.addDataKey(tx, { organisation, owner: 'person:new', wrapped: 'w' }),
  'data-keys.destroyDataKeys': (tx, organisation) => dataKeys.destroyDataKeys(tx, { organisation, owners: ['person:ana'] }),
  'grants.addGrant': (tx, organisation) => grants.addGrant(tx, { organisation, id: 'g2', person: 'eve', role: 'auditor', grantedAt: noon }),
  'grants.grants': (tx, organisation) => grants.grants(tx, { organisation }),
  'grants.removeGrants': (tx, organisation) => grants.removeGrants(tx, { organisation, ids: ['g1'] }),
  'numbers.putNumber': (tx, organisation) =>
    numbers.putNumber(tx, {
      organisation,
      number: ours,
      account: `${organisation}-main`,
      label: 'New',
      emergencyNumber: '112',
      keywordReplies: 'ours',
    }),
  'numbers.numbers': (tx, organisation) => numbers.numbers(tx, { organisation }),
  'numbers.removeNumber': (tx, organisation) => numbers.removeNumber(tx, { organisation, number: ours }),
  'numbers.bindNumber': (tx, organisation) =>
    numbers.bindNumber(tx, { organisation, number: ours, channel: 'voice', flow: 'ivr', alias: 'next' }),
  'numbers.unbindNumber': (tx, organisation) => numbers.unbindNumber(tx, { organisation, number: ours, channel: 'voice' }),
  'organisations.addOrganisation': (tx, organisation) =>
    organisations.addOrganisation(tx, { organisation: `${organisation}-new`, name: '', zone: 'UTC', createdAt: noon }),
  'organisations.organisation': (tx, organisation) => organisations.organisation(tx, { organisation }),
  'organisations.putSite': (tx, organisation) => organisations.putSite(tx, { organisation, id: 'north', name: 'New', zone: 'UTC' }),
  'organisations.sites': (tx, organisation) => organisations.sites(tx, { organisation }),
  'organisations.putTeam': (tx, organisation) => organisations.putTeam(tx, { organisation, id: 'nurses', name: 'New' }),
  'organisations.teams': (tx, organisation) => organisations.teams(tx, { organisation }),
  'people.addPerson': (tx, organisation) =>
    people.addPerson(tx, { organisation, id: 'new', email: 'new@example.org', name: 'New', ...staff }),
  'people.person': (tx, organisation) => people.person(tx, { organisation, id: 'ben' }),
  'people.people': (tx, organisation) => people.people(tx, { organisation }),
  'people.changePerson': (tx, organisation) => people.changePerson(tx, { organisation, id: 'ben', changes: { disabled: true } }),
  'secrets.setSecret': (tx, organisation) => secrets.setSecret(tx, { organisation, name: 'new', value: 'v', at: noon, person: 'ben' }),
  'secrets.secretValue': (tx, organisation) => secrets.secretValue(tx, { organisation, name: 'lab' }),
  'secrets.secrets': (tx, organisation) => secrets.secrets(tx, { organisation }),
  'secrets.removeSecret': (tx, organisation) => secrets.removeSecret(tx, { organisation, name: 'lab' }),
  'sign-ins.addSignIn': (tx, organisation) =>
    signIns.addSignIn(tx, { organisation, tokenHash: 'new', person: 'ben', createdAt: noon, lastSeenAt: noon, expiresAt: noon }),
  'sign-ins.signIn': (tx, organisation) => signIns.signIn(tx, { organisation, tokenHash: 'token' }),
  'sign-ins.touchSignIn': (tx, organisation) => signIns.touchSignIn(tx, { organisation, tokenHash: 'token', at: later(1) }),
  'sign-ins.proveSignIn': (tx, organisation) => signIns.proveSignIn(tx, { organisation, tokenHash: 'token', at: later(1) }),
  'sign-ins.endSignIn': (tx, organisation) => signIns.endSignIn(tx, { organisation, tokenHash: 'token' }),
  'sign-ins.endSignInsOf': (tx, organisation) => signIns.endSignInsOf(tx, { organisation, person: 'ben' }),
  'sign-ins.clearSignIns': (tx, organisation) => signIns.clearSignIns(tx, { organisation, at: later(1) }),
  'sign-ins.lastSeen': (tx, organisation) => signIns.lastSeen(tx, { organisation }),
  'signing-keys.addSigningKey': (tx, organisation) =>
    signingKeys.addSigningKey(tx, { organisation, id: 'new', publicPem: '', sealedPrivatePem: '', createdAt: noon }),
  'signing-keys.publicKeys': (tx, organisation) => signingKeys.publicKeys(tx, { organisation }),
  'signing-keys.currentSigningKey': (tx, organisation) => signingKeys.currentSigningKey(tx, { organisation }),
}
