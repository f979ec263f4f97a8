import type { Commit, JournalEntry, LegRow, SessionRow } from '#engine/ports'

export const noon = new Date('2026-11-22T12:00:00.000Z')
export const later = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000)

export function aSession(changes: Partial<SessionRow> = {}): SessionRow {
  return {
    organisation: 'clinic',
    id: 's1',
    account: 'main',
    release: undefined,
    flow: 'ivr',
    channel: 'voice',
    ours: '+12025550100',
    theirs: '+12025550188',
    person: undefined,
    snapshot: { value: 'main' },
    revision: 0,
    status: 'open',
    outcome: undefined,
    nodes: ['main'],
    locale: 'en-US',
    startedAt: noon,
    endedAt: undefined,
    ...changes,
  }
}

export function aLeg(changes: Partial<LegRow> = {}): LegRow {
  return {
    ...{
      organisation: 'clinic',
      session: 's1',
      id: 'caller',
      role: 'caller',
      sid: 'CA1',
      turn: 1,
      answer: '<Response/>',
      current: '<Response/>',
      status: 'in-progress',
    },
    ...{ node: undefined, rung: undefined, script: undefined },
    ...changes,
  }
}

export function anEntry(changes: Partial<JournalEntry> = {}): JournalEntry {
  return {
    ...{
      organisation: 'clinic',
      session: 's1',
      sequence: 0,
      at: noon,
      kind: 'turn',
      leg: 'caller',
      turn: 0,
      facts: {},
      before: [],
      after: ['main'],
      path: ['main'],
    },
    event: { type: 'heard', at: noon.toISOString(), digits: '1' },
    ...{ verbs: [], effects: [], prompts: [], release: undefined, engine: '0.1.0', latencyMs: 3, note: undefined },
    ...changes,
  }
}

/** A commit of a session, with one leg and one journal entry unless told otherwise. */
export function aCommit(session: SessionRow, changes: Partial<Commit> = {}): Commit {
  const { organisation, id } = session
  return {
    organisation,
    session,
    expected: undefined,
    legs: [aLeg({ organisation, session: id, sid: `CA-${id}` })],
    journal: [anEntry({ organisation, session: id })],
    timers: { start: [], stop: [], stopAll: false },
    outbox: [],
    inbox: undefined,
    consent: undefined,
    ...changes,
  }
}
