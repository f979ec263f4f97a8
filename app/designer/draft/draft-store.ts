import type { Edit } from '#flows/edits/edit'
import { rebase } from '#flows/edits/rebase'
import { type DraftDoor, type LoadedDraft, ServerRefused } from './door'
import type { Keeper, Kept } from './kept'
import { answered, arrive, beginWork, choose, type Made, make, type Reason, redo, undo, type Work } from './work'

/** `refused`: the server answers, but not to this person now (signed out, no permission). The edits stay here meanwhile. */
export type SaveState = 'saved' | 'saving' | 'offline' | 'refused'

export interface DraftState {
  work: Work
  save: SaveState
}

/** What the store needs from outside; a test gives its own. */
export interface Surroundings {
  door: DraftDoor
  keeper: Keeper
  person: string
  now(): number
  freshId(): string
  /** Runs once, later; gives what cancels it. */
  later(ms: number, run: () => void): () => void
}

export interface DraftStore {
  state(): DraftState
  subscribe(changed: () => void): () => void
  /** Makes edits, all or none; a reason says why nothing was done. */
  edit(edits: readonly Edit[]): Reason | undefined
  undo(): Reason | undefined
  redo(): Reason | undefined
  choose(conflict: string, whose: 'mine' | 'theirs'): Reason | undefined
  /** Sends now what waits and asks for others' edits, as when the network came back. */
  sync(): void
  stop(): void
}

const batchMs = 400
const pollMs = 2000
/** What the server takes in one request is 500. */
const mostAtOnce = 200
const longestRetryMs = 15_000

/** Opens the draft with what this browser still keeps of it: nothing typed is lost by a reload. Rejects when the server cannot be reached. */
export async function openDraft(around: Surroundings): Promise<{ loaded: LoadedDraft; store: DraftStore }> {
  const { door, keeper } = around
  const left = keeper.left(around.person, around.now())
  const kept: Kept[] = []
  for (const { kept: record } of left) kept.push(await resent(record, door))
  const loaded = await door.load()
  let work = beginWork(loaded)
  for (const record of kept) work = await adopted(work, record, around)
  const store = createDraftStore(work, around)
  for (const { place } of left) keeper.forget(place)
  store.sync()
  return { loaded, store }
}

/** A batch whose answer was lost goes again under its own id before anything else, so that it is never made twice. */
async function resent(record: Kept, door: DraftDoor): Promise<Kept> {
  const { sent, ...rest } = record
  if (!sent) return rest
  const answer = await door.edit({ id: sent.id, base: sent.base, edits: record.edits.slice(0, sent.count) })
  return answer.ok ? { ...rest, edits: record.edits.slice(sent.count), revision: answer.revision } : rest
}

/** Puts kept edits on top of the draft as it is now; what no longer fits becomes a conflict. */
async function adopted(begun: Work, { edits, conflicts, revision }: Kept, { door, person, now, freshId }: Surroundings): Promise<Work> {
  const since =
    edits.length > 0 && revision < begun.revision
      ? (await door.since(revision)).entries.filter((entry) => entry.revision <= begun.revision)
      : []
  let work: Work = { ...begun, conflicts: [...begun.conflicts, ...conflicts] }
  for (const edit of edits) {
    const result = rebase(edit, { draft: work.draft, since, person })
    const made = result.outcome === 'applies' ? make(work, [edit], now()) : result
    if ('work' in made) work = { ...made.work, touched: undefined, undo: [] }
    else
      work = {
        ...work,
        conflicts: [...work.conflicts, { id: freshId(), edit, reason: made.reason, ...('with' in made && { with: made.with }) }],
      }
  }
  return work
}

function createDraftStore(begun: Work, around: Surroundings): DraftStore {
  const { door, keeper, person, now } = around
  let state: DraftState = { work: begun, save: begun.pending.length > 0 ? 'saving' : 'saved' }
  let failures = 0
  let flying = false
  let stopped = false
  let cancelSend = () => {}
  let cancelPoll = () => {}
  const listeners = new Set<() => void>()

  const keep = ({ revision, pending, conflicts, sent }: Work) =>
    keeper.keep(
      pending.length + conflicts.length > 0
        ? { person, revision, edits: [...pending], conflicts: [...conflicts], ...(sent && { sent }), at: now() }
        : undefined,
    )
  const become = (work: Work, save: SaveState = state.save) => {
    keep(work)
    if (work === state.work && save === state.save) return
    state = { work, save }
    for (const changed of listeners) changed()
  }
  const troubled = (error: unknown) => become(state.work, error instanceof ServerRefused ? 'refused' : 'offline')
  const well = (work: Work) => become(work, work.pending.length > 0 ? 'saving' : 'saved')
  const schedule = (ms: number) => {
    cancelSend()
    if (!stopped) cancelSend = around.later(ms, () => void send())
  }
  const taken = (made: Made): Reason | undefined => {
    if (!made.ok) return made.reason
    const troubledNow = state.save === 'offline' || state.save === 'refused'
    if (troubledNow) become(made.work)
    else well(made.work)
    if (!troubledNow && made.work.pending.length > 0) schedule(batchMs)
    return undefined
  }

  async function send(): Promise<void> {
    if (stopped || flying || state.work.pending.length === 0) return
    const sent = state.work.sent ?? {
      id: around.freshId(),
      base: state.work.revision,
      count: Math.min(mostAtOnce, state.work.pending.length),
    }
    flying = true
    become({ ...state.work, sent })
    try {
      const answer = await door.edit({ id: sent.id, base: sent.base, edits: state.work.pending.slice(0, sent.count) })
      failures = 0
      well(answered(state.work, answer, person))
      if (state.work.pending.length > 0) schedule(0)
    } catch (error) {
      failures += 1
      troubled(error)
      schedule(Math.min(longestRetryMs, 1000 * 2 ** (failures - 1)))
    } finally {
      flying = false
    }
  }

  async function poll(): Promise<void> {
    cancelPoll()
    const { sent, revision } = state.work
    // While an answer is outstanding the log may already hold our own edits; they must not be taken for somebody else's.
    if (!sent) {
      try {
        const { entries } = await door.since(revision)
        const undisturbed = !state.work.sent && state.work.revision === revision
        well(undisturbed ? arrive(state.work, entries, person) : state.work)
        if (state.work.pending.length > 0 && !flying) schedule(batchMs)
      } catch (error) {
        troubled(error)
      }
    }
    if (!stopped) cancelPoll = around.later(pollMs, () => void poll())
  }

  keep(begun)
  cancelPoll = around.later(pollMs, () => void poll())
  return {
    state: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    edit: (edits) => taken(make(state.work, edits, now())),
    undo: () => taken(undo(state.work)),
    redo: () => taken(redo(state.work)),
    choose: (conflict, whose) => taken(choose(state.work, conflict, whose, now())),
    sync() {
      if (state.work.pending.length > 0) schedule(0)
      else void poll()
    },
    stop() {
      stopped = true
      cancelSend()
      cancelPoll()
      listeners.clear()
    },
  }
}
