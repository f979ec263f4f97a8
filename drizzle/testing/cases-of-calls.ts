import * as calls from '../queries/calls'
import * as consents from '../queries/consents'
import * as contacts from '../queries/contacts'
import * as erasure from '../queries/erasure'
import * as inbox from '../queries/inbox'
import * as journal from '../queries/journal'
import * as legs from '../queries/legs'
import * as outbox from '../queries/outbox'
import * as persons from '../queries/persons'
import * as refusals from '../queries/refusals'
import * as rungs from '../queries/rungs'
import * as sessions from '../queries/sessions'
import * as timers from '../queries/timers'
import { blindOf, type Case, eachOf, ours } from './case'
import { noon } from './commits'

/** Queries of patients and calls. */
export const callsCases: Record<string, Case> = {
  'calls.calls': (tx, organisation) => calls.calls(tx, { organisation, most: 9 }),
  'calls.countCalls': (tx, organisation) => calls.countCalls(tx, { organisation }),
  'calls.callsByFlow': (tx, organisation) => calls.callsByFlow(tx, { organisation, from: noon }),
  'calls.openOnReleases': (tx, organisation) => calls.openOnReleases(tx, { organisation, releases: ['hash-2'] }),
  'consents.changeConsent': (tx, organisation) =>
    consents.changeConsent(tx, { organisation, id: 'c2', blind: 'blind', ours, change: 'start', at: noon }),
  'consents.isSuppressed': (tx, organisation) =>
    eachOf(['blind', 'only'], (blind) => consents.isSuppressed(tx, { organisation, blind, ours })),
  'consents.consentsOf': (tx, organisation) => eachOf(['blind', 'only'], (blind) => consents.consentsOf(tx, { organisation, blind })),
  'contacts.addContact': (tx, organisation) => contacts.addContact(tx, { organisation, id: 'new', person: 'ana', openedAt: noon }),
  'contacts.openContact': (tx, organisation) => contacts.openContact(tx, { organisation, person: 'ana', flow: 'ivr', since: noon }),
  'erasure.erasePersonRows': (tx, organisation) => erasure.erasePersonRows(tx, { organisation, person: 'ana', at: noon }),
  'inbox.addToInbox': (tx, organisation) => inbox.addToInbox(tx, { organisation, key: 'CA2', at: noon }),
  'inbox.isInInbox': (tx, organisation) => eachOf(['CA1', 'only'], (key) => inbox.isInInbox(tx, { organisation, key })),
  'journal.addJournal': (tx, organisation) =>
    journal.addJournal(tx, [
      { organisation, session: 's1', sequence: 2, at: noon, kind: 'turn', facts: '', sealed: '', previous: '', hash: '' },
    ]),
  'journal.journalOf': (tx, organisation) => journal.journalOf(tx, { organisation, session: 's1' }),
  'legs.legsOf': (tx, organisation) => legs.legsOf(tx, { organisation, session: 's1' }),
  'legs.putLeg': (tx, organisation) =>
    legs.putLeg(tx, { organisation, session: 's1', id: 'caller', role: 'caller', sid: 'CA9', turn: 2, sealed: '', status: 'completed' }),
  'outbox.addWork': (tx, organisation) =>
    outbox.addWork(tx, {
      organisation,
      id: 'o3',
      session: 's1',
      account: '',
      key: 'k3',
      sealedWork: '',
      attempts: 0,
      notBefore: noon,
      state: 'waiting',
    }),
  'outbox.settleWork': (tx, organisation) => outbox.settleWork(tx, { organisation, id: 'o1', state: 'done' }),
  'outbox.dropWorkOf': (tx, organisation) => outbox.dropWorkOf(tx, { organisation, sessions: ['s1'] }),
  'persons.personBehind': (tx, organisation) => eachOf(['blind', 'only'], (blind) => persons.personBehind(tx, { organisation, blind })),
  'persons.addPersonWithAddress': (tx, organisation) =>
    persons.addPersonWithAddress(tx, { organisation, id: 'new', createdAt: noon, address: { blind: 'other', sealed: '' } }),
  'persons.addressesOf': (tx, organisation) => persons.addressesOf(tx, { organisation, person: 'ana' }),
  'persons.setPreference': (tx, organisation) =>
    persons.setPreference(tx, { organisation, person: 'ana', name: 'language', sealed: 'new', at: noon }),
  'persons.preferencesOf': (tx, organisation) => persons.preferencesOf(tx, { organisation, person: 'ana' }),
  'refusals.addRefusal': (tx, organisation) =>
    refusals.addRefusal(tx, { organisation, id: 'new', account: '', at: noon, kind: 'refused', facts: '', sealed: '' }),
  'refusals.refusals': (tx, organisation) => refusals.refusals(tx, { organisation, most: 9 }),
  'rungs.putRung': (tx, organisation) =>
    rungs.putRung(tx, { organisation, ours, theirsBlind: blindOf(tx, organisation), session: 's1', node: 'main', rung: 1 }),
  'rungs.rungAskedOf': (tx, organisation) =>
    eachOf([blindOf(tx, organisation), 'only', 'stray'], (theirsBlind) => rungs.rungAskedOf(tx, { organisation, ours, theirsBlind })),
  'sessions.session': (tx, organisation) => sessions.session(tx, { organisation, id: 's1' }),
  'sessions.sessionOfCall': (tx, organisation) => eachOf(['CA1', 'only'], (sid) => sessions.sessionOfCall(tx, { organisation, sid })),
  'sessions.openThread': (tx, organisation) =>
    eachOf([blindOf(tx, organisation), 'only'], (theirsBlind) => sessions.openThread(tx, { organisation, ours, theirsBlind })),
  'sessions.addSession': async (tx, organisation) => {
    const before = await sessions.session(tx, { organisation, id: 's1' })
    return before && sessions.addSession(tx, { ...before, id: 's3' })
  },
  'sessions.advanceSession': (tx, organisation) =>
    sessions.advanceSession(tx, { organisation, id: 's1', expected: 0, changes: { revision: 1 } }),
  'timers.startTimer': (tx, organisation) => timers.startTimer(tx, { organisation, session: 's1', id: 't2', dueAt: noon, sealedEvent: '' }),
  'timers.stopDueTimer': (tx, organisation) => timers.stopDueTimer(tx, { organisation, session: 's1', id: 't1', dueAt: noon }),
  'timers.stopTimers': (tx, organisation) => timers.stopTimers(tx, { organisation, session: 's1', ids: 'all' }),
  'timers.timersOf': (tx, organisation) => timers.timersOf(tx, { organisation, session: 's1' }),
}
