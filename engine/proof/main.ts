import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readScriptFile, type Script } from '../phone/script'
import { createDocuments } from './documents'
import { type Fixtures, openFixtures } from './fixtures'
import { createLedger } from './ledger'
import { type Case, type Plan, proveOn } from './on-database'
import { emptyPostgres } from './postgres'
import { proveVectors } from './vectors'

/*
 * `npm run proof`: the product's main job on input nobody here wrote, through its own doors.
 *   --quick                    SQLite in full, Postgres with one flow
 *   --database sqlite|postgres|postgres://…
 *   --flow f.json [--script s.json]   also this Studio flow; without a script a caller finds a way by --seed
 *   --seed 1                   what unscripted callers do
 */

/** Read first is proven with the server killed in it. */
const own = [
  { file: 'credit-card-ivr-1.json', number: '+12025550199' },
  { file: 'order-lookup-ivr.json', number: '+12025550198' },
  { file: 'vaccine-standby.json', number: '+12025550199' },
]
const wandersInFull = 5

const ledger = createLedger('main-job')
try {
  await prove()
} catch (fault) {
  ledger.check('the proof could be run', false, fault instanceof Error ? fault.message : String(fault))
}
// Whatever a failure left open must not keep the process alive.
process.exit(ledger.close())

async function prove(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      database: { type: 'string' },
      flow: { type: 'string' },
      script: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  })
  if (!existsSync('dist/server.js') || !existsSync('dist/cli.js') || !existsSync('.next/BUILD_ID'))
    throw new Error('There is nothing built to prove. Run npm run build first.')
  const fixtures = openFixtures()
  const documents = createDocuments(fixtures)
  ledger.step('signature vectors')
  proveVectors(ledger, fixtures)
  const cases = [...(await ownCases(fixtures)), ...(await givenCase(values))]
  const quick = values.quick === true
  const seed = Number(values.seed)
  const common = { wanders: quick ? 1 : wandersInFull, seed: Number.isSafeInteger(seed) ? seed : 1 }
  const { database } = values
  if (database === undefined || database === 'sqlite')
    await proveOn({ ...common, name: 'SQLite', url: undefined, cases, edges: true }, { fixtures, ledger, documents })
  if (database !== 'sqlite')
    await onPostgres(database === 'postgres' ? undefined : database, {
      ...common,
      name: 'Postgres',
      cases: quick ? cases.slice(0, 1) : cases,
      edges: !quick,
    })
  ledger.step('every document that was given')
  await documents.validate(ledger)

  async function onPostgres(given: string | undefined, plan: Omit<Plan, 'url'>): Promise<void> {
    ledger.step('Postgres: starting')
    const postgres = await emptyPostgres(given)
    try {
      await proveOn({ ...plan, url: postgres.url }, { fixtures, ledger, documents })
    } finally {
      await postgres.close()
    }
  }
}

async function ownCases(fixtures: Fixtures): Promise<Case[]> {
  const cases: Case[] = []
  for (const { file, number } of own)
    cases.push({
      file,
      number,
      text: fixtures.text(`studio-flows/${file}`),
      script: await readScriptFile(join(import.meta.dirname, 'scripts', file)),
    })
  return cases
}

async function givenCase({ flow, script }: { flow?: string | undefined; script?: string | undefined }): Promise<Case[]> {
  if (flow === undefined) return []
  const read: Script | undefined = script === undefined ? undefined : await readScriptFile(script)
  return [{ file: flow, number: '+12025550197', text: await readFile(flow, 'utf8'), script: read }]
}
