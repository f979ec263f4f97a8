import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLineStore } from './lines'
import { putAccount } from './queries/accounts'
import { setSecret } from './queries/secrets'
import { sqliteSchema } from './schema.sqlite'
import { aCommit, aLeg, anEntry, aSession, noon } from './testing/commits'
import { dialects, openTestStore, type TestStore } from './testing/stores'

/** Each stands for something a patient said, pressed or is, or for a secret of the house. */
const canaries = Array.from({ length: 24 }, (_, index) => `Canary${String(index).padStart(2, '0')}Finch`)
const [body, snapshot, answer, current, script, fact, verb, prompt, note, work, timer, refused, secret, token, prelude, preludeText] =
  canaries as [string, ...string[]]
const numbers = ['+13125550142', '+13125550143', '+13125550144']
const [theirs = '', optOut = '', failed = ''] = numbers

async function sing({ store }: TestStore): Promise<void> {
  const lines = createLineStore(store)
  const person = await lines.person({ organisation: 'clinic', address: theirs, at: noon })
  const words = { key: 'k', locale: 'en-US', text: prelude ?? '' }
  const row = { organisation: 'clinic', session: 's1', account: 'main', attempts: 0, notBefore: noon }
  for (const [id, of] of [
    ['s1', person],
    ['s2', undefined],
  ] as const) {
    const entry = anEntry({
      ...{
        session: id,
        facts: { fact: fact ?? '' },
        verbs: [{ verb: 'say', words: { ...words, text: verb ?? '' } }],
        prompts: [prompt ?? ''],
        note: note ?? '',
      },
      event: { type: 'message.received', at: noon.toISOString(), body, media: [], sid: 'SM1', fields: { From: theirs } },
    })
    const commit = aCommit(aSession({ id, person: of, theirs, snapshot: { said: snapshot ?? '' } }), {
      legs: [
        aLeg({
          session: id,
          sid: `CA-${id}`,
          answer: answer ?? '',
          current: current ?? '',
          script: [{ verb: 'say', words: { ...words, text: script ?? '' } }],
        }),
      ],
      journal: [entry],
      timers: { start: [{ organisation: 'clinic', session: id, id: 't', event: timer ?? '', dueAt: noon }], stop: [], stopAll: false },
      outbox: [
        { ...row, session: id, id: `o-${id}`, key: `k-${id}`, work: { kind: 'text', to: theirs, from: '+1', body: work ?? '', media: [] } },
        {
          ...{ ...row, session: id, id: `r-${id}`, key: `r-${id}` },
          work: {
            kind: 'effect',
            effect: { effect: 'message', node: 'n', waits: false, to: theirs, words: { ...words, text: preludeText ?? '' }, rung: 0 },
          },
        },
      ],
      consent: { address: optOut, ours: '+12025550100', change: 'stop', at: noon },
    })
    await lines.commit(commit)
  }
  await lines.settle({ organisation: 'clinic', id: 'o-s1', result: 'dead', error: `The number ${failed} is not valid.` })
  const {
    session: _,
    sequence: __,
    ...entry
  } = anEntry({ kind: 'refused', event: { type: 'message.received', at: noon.toISOString(), body: refused ?? '', media: [], sid: 'x' } })
  await lines.note({ ...entry, account: 'main' })
  await store.write((tx) => setSecret(tx, { organisation: 'clinic', name: 'lab', value: secret ?? '', at: noon, person: 'ben' }))
  await store.write((tx) => putAccount(tx, { organisation: 'clinic', id: 'main', sid: 'AC1', name: 'Main', authTokens: [token ?? ''] }))
}

/** Everything the database keeps, as bytes: files with SQLite, rows as text with Postgres. */
async function resting({ folder, file, tamper }: TestStore): Promise<Buffer> {
  if (file) return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
  const tables = Object.keys(sqliteSchema).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  const rows = await Promise.all(tables.map((name) => tamper(`select t::text as row from "${name}" t`)))
  return Buffer.from(JSON.stringify(rows))
}

describe.each(dialects)('what rests in %s', (dialect) => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore(dialect)
    await sing(opened)
  })
  afterAll(() => opened.remove())

  test('names no patient and gives away no secret', async () => {
    const bytes = await resting(opened)
    if (opened.file) expect(existsSync(`${opened.file}-wal`), 'the log of unmerged pages is looked at too').toBe(true)
    // What is looked for can be found: a flow id rests in the open.
    expect(bytes.includes('CA-s1')).toBe(true)
    const secrets = [...canaries, ...numbers.map((number) => number.slice(1))]
    const encoded = secrets.flatMap((text) => [text, Buffer.from(text).toString('base64').slice(0, -4), Buffer.from(text).toString('hex')])
    expect(encoded.filter((text) => text !== '' && bytes.includes(text))).toEqual([])
  })

  test('does not open when it was moved to another row', async () => {
    await opened.tamper(`update legs set sealed = (select sealed from legs where session = 's1') where session = 's2'`)
    await expect(createLineStore(opened.store).session('clinic', 's2')).rejects.toThrow('does not open')
  })
})
