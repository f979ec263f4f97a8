import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createAudioShelf } from '#drizzle/audio'
import { createLineStore } from '#drizzle/lines'
import { verifyJournal } from '#drizzle/lines/verify'
import { openStore } from '#drizzle/open'
import { organisations } from '#drizzle/queries/organisations'
import { releases } from '#drizzle/queries/releases'
import findingWords from '../app/i18n/messages/en/checks.json' with { type: 'json' }
import { auditVerdict } from '../app/server/usecases/verify-audit'
import type { House, HouseAddress, Verdict } from './cli/house'
import { runProgram } from './cli/program'
import { Complaint, type Terminal } from './cli/terminal'
import { createReleases } from './gate'

/* `callwright`: the command line of this installation. */

const now = (): Date => new Date()

async function openHouse({ url, folder }: HouseAddress): Promise<House> {
  // Opening makes what is missing; a mistyped folder must not become a new installation.
  if (!url && !existsSync(join(folder, 'callwright.db'))) {
    throw new Complaint([
      `There is no Callwright database in ${folder}. Give its folder with --data, or a postgres:// address with --database.`,
    ])
  }
  const store = await openStore({ url, folder })
  const lines = createLineStore(store)
  const gate = createReleases(lines, { now, audio: createAudioShelf(store) })
  return {
    organisations: async () => (await store.read(organisations)).map(({ organisation: id, name }) => ({ id, name })),
    release: (organisation, hash) => lines.release(organisation, hash),
    releasesLike: async (organisation, beginning) =>
      (await store.read((tx) => releases(tx, { organisation }))).map(({ hash }) => hash).filter((hash) => hash.startsWith(beginning)),
    async admit(organisation, hash, at) {
      const admitted = await gate.admit(organisation, hash, at)
      return admitted.open ? { open: true, flow: admitted.flow, withdrawn: admitted.withdrawn !== undefined } : admitted
    },
    audit: async (organisation) => verdictOf(await auditVerdict({ store }, { organisation })),
    async session(organisation, id) {
      const held = await lines.session(organisation, id)
      if (!held) return undefined
      const chain = verdictOf(await verifyJournal(store, { organisation, session: id }))
      return { session: held.session, entries: await lines.journal(organisation, id), chain }
    },
    close: () => store.close(),
  }
}

const verdictOf = (verdict: { ok: true; entries: number } | { ok: false; entries: number; at: number; because: string }): Verdict => verdict

function terminalOf(): Terminal & { close(): void } {
  const prompt = process.stdin.isTTY === true
  let reader: ReturnType<typeof createInterface> | undefined
  let typed: AsyncIterator<string> | undefined
  return {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
    async ask(question) {
      reader ??= createInterface({ input: process.stdin, ...(prompt && { output: process.stdout }) })
      typed ??= reader[Symbol.asyncIterator]()
      if (prompt) process.stdout.write(question)
      const { value, done } = await typed.next()
      return done ? undefined : value
    },
    close: () => reader?.close(),
  }
}

const terminal = terminalOf()
process.exitCode = await runProgram(process.argv.slice(2), { terminal, open: openHouse, findingWords, now, env: process.env })
terminal.close()
