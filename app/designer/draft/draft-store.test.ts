import { describe, expect, it } from 'vitest'
import { type Draft, emptyDraft, sameDraft } from '#flows/edits/draft'
import { type Edit, fold } from '#flows/edits/edit'
import { rebase } from '#flows/edits/rebase'
import type { DraftDoor, Entry } from './door'
import { type DraftStore, openDraft } from './draft-store'
import { browserKeeper } from './kept'

/** The server's side of a draft, in memory, with the same rules; and a line that can be cut. */
class Log {
  readonly entries: Entry[] = []
  readonly answers = new Map<string, number>()
  cut: 'none' | 'all' | 'answers' = 'none'
  readonly first: Draft = emptyDraft({ id: 'line', name: 'Line', locale: 'en-US', channels: ['voice'] })

  get draft(): Draft {
    return fold(
      this.first,
      this.entries.map(({ edit }) => edit),
    ).draft
  }

  doorOf(person: string): DraftDoor {
    const line = <Result>(run: () => Result): Promise<Result> => {
      if (this.cut === 'all') return Promise.reject(new Error('offline'))
      const result = run()
      return this.cut === 'answers' ? Promise.reject(new Error('lost')) : Promise.resolve(structuredClone(result))
    }
    return {
      load: () => line(() => ({ flow: 'line', name: 'Line', revision: this.entries.length, draft: this.draft, canEdit: true })),
      since: (revision) => line(() => ({ revision: this.entries.length, entries: this.entries.slice(revision) })),
      edit: ({ id, base, edits }) =>
        line(() => {
          const before = this.answers.get(id)
          if (before !== undefined) return { ok: true as const, revision: before, since: [] }
          const since = this.entries.slice(base)
          let draft = this.draft
          const conflicts = edits.flatMap((edit, index) => {
            const result = rebase(edit, { draft, since, person })
            if (result.outcome === 'applies') {
              draft = result.draft
              return []
            }
            return [{ index, reason: result.reason.code, values: result.reason.values ?? {} }]
          })
          if (conflicts.length > 0) return { ok: false as const, revision: this.entries.length, since, conflicts }
          for (const edit of edits)
            this.entries.push({ revision: this.entries.length + 1, base, person, at: '2026-03-02T15:00:00.000Z', edit })
          this.answers.set(id, this.entries.length)
          return { ok: true as const, revision: this.entries.length, since }
        }),
    }
  }
}

/** A clock whose timers run when it is moved. */
class Clock {
  now = 1_000_000
  private waiting: { at: number; run: () => void }[] = []
  later = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.now + ms, run }
    this.waiting.push(timer)
    return () => {
      this.waiting = this.waiting.filter((each) => each !== timer)
    }
  }
  async passes(ms: number): Promise<void> {
    const until = this.now + ms
    for (;;) {
      await settle()
      const next = this.waiting.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      this.waiting = this.waiting.filter((each) => each !== next)
      this.now = next.at
      next.run()
    }
    this.now = until
    await settle()
  }
}

const settle = async (): Promise<void> => {
  for (let round = 0; round < 20; round++) await Promise.resolve()
}

class MemoryStorage implements Storage {
  private readonly kept = new Map<string, string>()
  get length(): number {
    return this.kept.size
  }
  key = (index: number): string | null => [...this.kept.keys()][index] ?? null
  getItem = (key: string): string | null => this.kept.get(key) ?? null
  setItem = (key: string, value: string): void => void this.kept.set(key, value)
  removeItem = (key: string): void => void this.kept.delete(key)
  clear = (): void => this.kept.clear()
}

let ids = 0
function desk(log: Log, { person = 'lena', clock = new Clock(), storage = new MemoryStorage(), window = person }: Partial<Desk> = {}) {
  return { log, person, clock, storage, window, open: () => openWindow(log, { person, clock, storage, window }) }
}
interface Desk {
  person: string
  clock: Clock
  storage: Storage
  window: string
}
async function openWindow(log: Log, { person, clock, storage, window }: Desk): Promise<DraftStore> {
  const keeper = browserKeeper('line', { storage, window })
  const freshId = () => `id${ids++}`
  return (await openDraft({ door: log.doorOf(person), keeper, person, now: () => clock.now, freshId, later: clock.later })).store
}

const say = (text: string, key = 'hello.prompt'): Edit => ({ kind: 'setWords', key, locale: 'en-US', words: { text } })
const textOf = (draft: Draft, key = 'hello.prompt'): string | undefined => draft.content[key]?.['en-US']?.text
const addSay: Edit = { kind: 'addNode', type: 'say', id: 'hello' }

describe('a draft in one window', () => {
  it('sends edits in one batch after a pause and says when all are saved', async () => {
    const { log, clock, open } = desk(new Log())
    const store = await open()
    store.edit([addSay])
    store.edit([{ kind: 'wire', from: 'start', port: 'call', to: 'hello' }])
    expect(store.state().save).toBe('saving')
    expect(log.entries).toHaveLength(0)
    await clock.passes(400)
    expect(store.state().save).toBe('saved')
    expect(log.entries.map(({ edit }) => edit.kind)).toEqual(['addNode', 'wire'])
  })

  it('makes typing one edit of the log and one thing to undo', async () => {
    const { log, clock, open } = desk(new Log())
    const store = await open()
    store.edit([addSay])
    for (const text of ['W', 'We', 'Wel']) store.edit([say(text)])
    await clock.passes(300)
    for (const text of ['Welc', 'Welcome']) store.edit([say(text)])
    await clock.passes(400)
    expect(log.entries.map(({ edit }) => edit.kind)).toEqual(['addNode', 'setWords'])
    store.undo()
    expect(textOf(store.state().work.draft)).toBe('Thank you for calling.')
    store.redo()
    expect(textOf(store.state().work.draft)).toBe('Welcome')
    await clock.passes(400)
    expect(textOf(log.draft)).toBe('Welcome')
  })

  it('does nothing and says why when an edit cannot be made', async () => {
    const store = await desk(new Log()).open()
    expect(store.edit([{ kind: 'removeNodes', ids: ['start'] }])).toEqual({ code: 'start-stays' })
    expect(store.state().work.pending).toEqual([])
  })
})

describe('a line that is cut', () => {
  it('keeps edits in the browser over a reload and sends them when the line is back', async () => {
    const { log, clock, open } = desk(new Log())
    const store = await open()
    store.edit([addSay])
    log.cut = 'all'
    await clock.passes(5_000)
    expect(store.state().save).toBe('offline')
    store.edit([say('Kept')])
    store.stop()
    log.cut = 'none'
    const again = await open()
    expect(textOf(again.state().work.draft)).toBe('Kept')
    await clock.passes(1_000)
    expect(again.state().save).toBe('saved')
    expect(textOf(log.draft)).toBe('Kept')
  })

  it('never makes a batch twice when only its answer was lost', async () => {
    const { log, clock, open } = desk(new Log())
    const store = await open()
    log.cut = 'answers'
    store.edit([addSay])
    await clock.passes(500)
    expect(log.entries).toHaveLength(1)
    store.stop()
    log.cut = 'none'
    const again = await open()
    await clock.passes(3_000)
    expect(log.entries).toHaveLength(1)
    expect(again.state().work.conflicts).toEqual([])
  })
})

describe('two people at one draft', () => {
  const both = async () => {
    const log = new Log()
    const clock = new Clock()
    const [lena, mei] = [await desk(log, { clock }).open(), await desk(log, { person: 'mei', clock }).open()]
    lena.edit([addSay])
    await clock.passes(3_000)
    return { log, clock, lena, mei }
  }

  it('both keep their work when they change different things', async () => {
    const { log, clock, lena, mei } = await both()
    lena.edit([say('Welcome')])
    mei.edit([{ kind: 'renameNode', id: 'hello', label: 'Greeting' }])
    await clock.passes(3_000)
    for (const store of [lena, mei]) expect(sameDraft(store.state().work.draft, log.draft)).toBe(true)
    expect(log.draft.drawing.nodes.hello?.label).toBe('Greeting')
    expect(textOf(log.draft)).toBe('Welcome')
  })

  it('see both versions when they change the same words, and one is chosen', async () => {
    const { log, clock, lena, mei } = await both()
    lena.edit([say('By Lena')])
    mei.edit([say('By Mei')])
    await clock.passes(3_000)
    const [conflict] = mei.state().work.conflicts
    expect(conflict).toMatchObject({ edit: say('By Mei'), with: { person: 'lena', edit: say('By Lena') } })
    expect(textOf(mei.state().work.draft)).toBe('By Lena')
    mei.choose(conflict?.id ?? '', 'mine')
    await clock.passes(3_000)
    expect(textOf(lena.state().work.draft)).toBe('By Mei')
    expect(textOf(log.draft)).toBe('By Mei')
    expect(mei.state().work.conflicts).toEqual([])
  })

  it('keep a conflict over a reload until it is settled', async () => {
    const log = new Log()
    const clock = new Clock()
    const storage = new MemoryStorage()
    const lena = await desk(log, { clock }).open()
    lena.edit([addSay])
    await clock.passes(3_000)
    const mei = await desk(log, { person: 'mei', clock, storage }).open()
    lena.edit([say('By Lena')])
    mei.edit([say('By Mei')])
    await clock.passes(3_000)
    mei.stop()
    const again = await desk(log, { person: 'mei', clock, storage }).open()
    expect(again.state().work.conflicts).toHaveLength(1)
    expect(textOf(again.state().work.draft)).toBe('By Lena')
    again.choose(again.state().work.conflicts[0]?.id ?? '', 'theirs')
    expect(again.state().work.conflicts).toEqual([])
  })

  it('can take back their own work while the other goes on', async () => {
    const { clock, lena, mei } = await both()
    lena.edit([say('Welcome')])
    await clock.passes(3_000)
    mei.edit([{ kind: 'renameNode', id: 'hello', label: 'Greeting' }])
    await clock.passes(3_000)
    lena.undo()
    await clock.passes(3_000)
    expect(textOf(mei.state().work.draft)).toBe('Thank you for calling.')
    expect(mei.state().work.draft.drawing.nodes.hello?.label).toBe('Greeting')
  })
})
