import { createLineStore } from '../lines'
import { putAccount } from '../queries/accounts'
import { pointAlias } from '../queries/aliases'
import { addAudio } from '../queries/audio'
import { appendAudit } from '../queries/audit'
import { addComment } from '../queries/comments'
import { changeConsent } from '../queries/consents'
import { addEdit, putSnapshot } from '../queries/drafts'
import { addFlow } from '../queries/flows'
import { addGrant } from '../queries/grants'
import { addImport, mapReference } from '../queries/imports'
import { addToInbox } from '../queries/inbox'
import { bindNumber, putNumber } from '../queries/numbers'
import { addOrganisation, putSite, putTeam } from '../queries/organisations'
import { addPerson } from '../queries/people'
import { addPersonWithAddress, setPreference } from '../queries/persons'
import { addRelease, withdraw } from '../queries/releases'
import { putRung } from '../queries/rungs'
import { setSafeFlow } from '../queries/safe-flows'
import { setSecret } from '../queries/secrets'
import { addSession, session } from '../queries/sessions'
import { addSignIn } from '../queries/sign-ins'
import { addSignature, revokeSignature } from '../queries/signatures'
import { addSigningKey } from '../queries/signing-keys'
import { addSubmission } from '../queries/submissions'
import type { Store, Tx } from '../store'
import { aCommit, aLeg, anEntry, aSession, later, noon } from './commits'

/** Fills one organisation with something of everything. Ids are the same in every organisation; what they say names the organisation. */
export async function fillHouse(store: Store, organisation: string): Promise<void> {
  await store.write(async (tx) => {
    await fillStaff(tx, organisation)
    await fillFlows(tx, organisation)
    await fillNumbers(tx, organisation)
    await fillPatients(tx, organisation)
  })
  await store.keys.obtain(organisation, 'person:ana')
  const lines = createLineStore(store)
  const call = aSession({ organisation, person: 'ana', release: 'hash-2', outcome: `outcome of ${organisation}` })
  const work = { kind: 'text', to: '+1', from: '+2', body: organisation, media: [] } as const
  const rung = {
    effect: 'message',
    node: 'main',
    waits: false,
    to: '+12025550188',
    words: { key: 'k', locale: 'en-US', text: 'Hello' },
    rung: 0,
  } as const
  const row = { organisation, session: 's1', account: `${organisation}-main`, attempts: 0, notBefore: noon }
  await lines.commit(
    aCommit(call, {
      legs: [aLeg({ organisation, sid: 'CA1' })],
      inbox: 'CA1',
      timers: { start: [{ organisation, session: 's1', id: 't1', event: 'xstate.after.1.t1', dueAt: noon }], stop: [], stopAll: false },
      outbox: [
        { ...row, id: 'o1', key: 'k1', work },
        { ...row, id: 'o2', key: 'k2', work: { kind: 'effect', effect: rung } },
      ],
      consent: { address: '+12025550188', ours: '+12025550100', change: 'stop', at: noon },
    }),
  )
  await lines.commit(
    aCommit(aSession({ organisation, id: 's2', channel: 'sms' }), { legs: [aLeg({ organisation, session: 's2', sid: 'thread' })] }),
  )
  const { session: _, sequence: __, ...entry } = anEntry({ organisation, kind: 'refused' })
  await lines.note({ ...entry, account: `${organisation}-main` })
}

/**
 * What only this organisation has: a query that forgets to ask for the organisation finds it from the other house too, or counts it there.
 */
export async function fillMore(store: Store, organisation: string): Promise<void> {
  const lines = createLineStore(store)
  await lines.commit(aCommit(aSession({ organisation, id: 's9' }), { legs: [aLeg({ organisation, session: 's9', sid: 'only' })] }))
  await store.write(async (tx) => {
    await appendAudit(tx, { organisation, at: noon, person: 'ben', write: () => ({ action: 'x', text: 'x', hash: 'more' }) })
    await addEdit(tx, { organisation, flow: 'ivr', revision: 3, base: 2, person: 'ben', at: noon, edit: '{}' })
    await addToInbox(tx, { organisation, key: 'only', at: noon })
    await changeConsent(tx, { organisation, id: 'only', blind: 'only', ours, change: 'stop', at: noon })
    await addPersonWithAddress(tx, { organisation, id: 'zoe', createdAt: noon, address: { blind: 'only', sealed: 'x' } })
    await putRung(tx, { organisation, ours, theirsBlind: 'only', session: 's1', node: 'main', rung: 0 })
    await addSignature(tx, {
      organisation,
      id: 'only',
      release: 'hash-1',
      person: 'ben',
      meaning: 'Authored',
      at: noon,
      recordText: 'x',
      countersignature: 'x',
      keyId: 'key',
    })
    await addSignIn(tx, { organisation, tokenHash: 'only', person: 'ben', createdAt: noon, lastSeenAt: later(60), expiresAt: noon })
    const thread = await session(tx, { organisation, id: 's2' })
    if (thread) await addSession(tx, { ...thread, id: 's8', theirsBlind: 'only' })
  })
}

const ours = '+12025550100'

async function fillStaff(tx: Tx, organisation: string): Promise<void> {
  await addOrganisation(tx, { organisation, name: `House of ${organisation}`, zone: 'UTC', createdAt: noon })
  await putSite(tx, { organisation, id: 'north', name: `North of ${organisation}`, zone: 'UTC' })
  await putTeam(tx, { organisation, id: 'nurses', site: 'north', name: `Nurses of ${organisation}` })
  const staff = {
    organisation,
    title: 'Nurse',
    passwordHash: organisation,
    disabled: false,
    demo: true,
    failedAttempts: 0,
    createdAt: noon,
  }
  for (const id of ['ben', 'eve'])
    await addPerson(tx, { ...staff, id, email: `${id}@${organisation}.example`, name: `${id} of ${organisation}` })
  await addGrant(tx, { organisation, id: 'g1', person: 'ben', role: `role in ${organisation}`, grantedAt: noon })
  await addSignIn(tx, { organisation, tokenHash: 'token', person: 'ben', createdAt: noon, lastSeenAt: noon, expiresAt: noon })
  await addSigningKey(tx, { organisation, id: 'key', publicPem: `public of ${organisation}`, sealedPrivatePem: 'x', createdAt: noon })
  await setSecret(tx, { organisation, name: 'lab', value: `secret of ${organisation}`, at: noon, person: 'ben' })
  const write = () => ({ action: 'flow.created', text: `text of ${organisation}`, hash: `hash of ${organisation}` })
  await appendAudit(tx, { organisation, at: noon, person: 'ben', write })
}

async function fillFlows(tx: Tx, organisation: string): Promise<void> {
  await addFlow(tx, { organisation, id: 'ivr', name: `IVR of ${organisation}`, createdAt: noon })
  for (const revision of [1, 2]) {
    await addEdit(tx, {
      organisation,
      flow: 'ivr',
      revision,
      base: 0,
      person: `ben of ${organisation}`,
      at: noon,
      edit: organisation,
      request: 'r1',
    })
  }
  await putSnapshot(tx, { organisation, flow: 'ivr', revision: 2, draft: `draft of ${organisation}` })
  await addComment(tx, { organisation, id: 'c1', flow: 'ivr', person: 'ben', at: noon, text: `comment of ${organisation}` })
  for (const version of [1, 2]) {
    const texts = { manifestText: organisation, chartText: '{}', contentText: '{}', layoutText: '{}' }
    const release = { organisation, hash: `hash-${version}`, flow: 'ivr', version, createdAt: noon, revision: 2, ...texts }
    await addRelease(tx, { ...release, parts: version === 2 ? ['hash-1', `part of ${organisation}`] : [] })
    await addSubmission(tx, {
      organisation,
      release: `hash-${version}`,
      flow: 'ivr',
      state: 'in_review',
      submittedBy: 'ben',
      submittedAt: noon,
      summary: organisation,
    })
  }
  for (const id of ['sig-1', 'sig-2']) {
    await addSignature(tx, {
      organisation,
      id,
      release: 'hash-2',
      person: 'ben',
      meaning: 'Authored',
      at: noon,
      recordText: organisation,
      countersignature: 'x',
      keyId: 'key',
    })
  }
  await revokeSignature(tx, { organisation, signature: 'sig-2', person: 'eve', at: noon, reason: organisation })
  await withdraw(tx, { organisation, release: 'hash-1', person: 'eve', at: noon, reason: organisation, stopNow: false })
  await setSafeFlow(tx, { organisation, channel: 'voice', locale: '', release: `safe of ${organisation}` })
  await pointAlias(tx, { organisation, flow: 'ivr', name: 'live', from: null, to: 'hash-2', person: `eve of ${organisation}`, at: noon })
  await addImport(tx, { organisation, id: 'i1', flow: 'ivr', at: noon, sourceText: organisation, reportText: '{}', referencesText: '[]' })
  await mapReference(tx, { organisation, environment: 'default', kind: 'function', name: 'f', value: `value of ${organisation}`, at: noon })
  await addAudio(tx, {
    organisation,
    sha256: 'a',
    mediaType: `audio of ${organisation}`,
    size: 1,
    createdAt: noon,
    bytes: Buffer.from(organisation),
  })
}

async function fillNumbers(tx: Tx, organisation: string): Promise<void> {
  const account = `${organisation}-main`
  await putAccount(tx, {
    organisation,
    id: account,
    sid: 'AC1',
    name: `Account of ${organisation}`,
    authTokens: [`token of ${organisation}`],
  })
  await putNumber(tx, {
    organisation,
    number: '+12025550100',
    account,
    label: organisation,
    emergencyNumber: '911',
    keywordReplies: 'carrier',
  })
  await bindNumber(tx, { organisation, number: '+12025550100', channel: 'voice', flow: 'ivr', alias: 'live' })
}

async function fillPatients(tx: Tx, organisation: string): Promise<void> {
  await addPersonWithAddress(tx, {
    organisation,
    id: 'ana',
    createdAt: noon,
    address: { blind: 'blind', sealed: `sealed of ${organisation}` },
  })
  await changeConsent(tx, { organisation, id: 'stop', blind: 'blind', ours, change: 'stop', at: noon })
  // Its session is in the other house only.
  await putRung(tx, { organisation, ours, theirsBlind: 'stray', session: 's9', node: 'main', rung: 0 })
  await setPreference(tx, { organisation, person: 'ana', name: 'language', sealed: `sealed of ${organisation}`, at: noon })
}
