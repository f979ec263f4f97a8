import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { run } from '../../scripts/node.mjs'
import { createLedger } from './ledger'
import { type Sabotage, sabotages } from './sabotages'

/*
 * `npm run proof:sabotage`: breaks one safeguard at a time in a copy of the sources and shows that its tests then fail.
 * Before that, the same tests must pass in the untouched copy. `--quick` breaks three.
 */

const notCopied = new Set(['node_modules', '.next', 'dist', '.git', '.cache', 'data'])
const Report = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
      name: z.string(),
      message: z.string().nullish(),
    }),
  ),
})

const ledger = createLedger('sabotage')
const copy = mkdtempSync(join(tmpdir(), 'callwright-sabotage-'))
try {
  const chosen = process.argv.includes('--quick') ? sabotages.filter(({ quick }) => quick) : sabotages
  await prove(chosen)
} catch (fault) {
  ledger.check('the sabotage could be run', false, fault instanceof Error ? fault.message : String(fault))
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.exitCode = ledger.close()

async function prove(chosen: readonly Sabotage[]): Promise<void> {
  ledger.step('copying the sources')
  for (const name of readdirSync('.')) if (!notCopied.has(name)) cpSync(name, join(copy, name), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
  ledger.step('the untouched copy')
  const whole = await tested(chosen.flatMap(({ tests }) => tests))
  if (!ledger.check('its tests pass while nothing is broken', whole.failed === 0 && whole.passed > 0 && whole.unread === 0, whole.told))
    return
  ledger.set('tests_of_safeguards_count', whole.passed)
  for (const sabotage of chosen) await broken(sabotage)
}

async function broken({ safeguard, file, changes, tests }: Sabotage): Promise<void> {
  const path = join(copy, file)
  const before = readFileSync(path, 'utf8')
  const missing = changes.filter(([from]) => before.split(from).length !== 2)
  if (missing.length > 0) {
    ledger.check(`${safeguard}: can be broken`, false, `${file} does not hold exactly once: ${missing.map(([from]) => from).join(' | ')}`)
    return
  }
  writeFileSync(
    path,
    changes.reduce((text, [from, to]) => text.replace(from, () => to), before),
  )
  const result = await tested(tests)
  writeFileSync(path, before)
  const noticed = result.failed > 0 && result.unread === 0
  ledger.step(
    `${noticed ? 'noticed    ' : 'NOT NOTICED'}  ${safeguard.padEnd(36)} ${result.failed} of ${result.failed + result.passed} tests fail`,
  )
  ledger.check(`${safeguard}: its loss is noticed`, noticed, result.unread > 0 ? `the tests could not even be read: ${result.told}` : '')
  ledger.count('safeguards_broken_count')
}

interface Tested {
  passed: number
  failed: number
  /** Files that could not be loaded: a break that does not even compile proves nothing. */
  unread: number
  told: string
}

async function tested(files: readonly string[]): Promise<Tested> {
  const report = join(copy, 'sabotage-report.json')
  rmSync(report, { force: true })
  const vitest = join(copy, 'node_modules', '.bin', 'vitest')
  // A contract test brings its own Postgres along, which the others need not wait for.
  const projects = files.some((file) => file.includes('.contract.')) ? [] : ['--project', 'unit']
  const { output } = await run(vitest, ['run', ...new Set(files), ...projects, '--reporter=json', `--outputFile=${report}`], {
    cwd: copy,
    env: { NODE_ENV: 'test' },
  })
  const read = Report.safeParse(reportIn(report))
  if (!read.success) return { passed: 0, failed: 0, unread: 1, told: output.slice(-600) }
  const results = read.data.testResults
  const named = (wanted: string): string[] =>
    results.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === wanted).map(({ fullName }) => fullName))
  const unread = results.filter(({ assertionResults }) => assertionResults.length === 0)
  const told = [...named('failed'), ...unread.map(({ name, message }) => `${name} ${message ?? ''}`)].join('; ').slice(0, 600)
  return { passed: named('passed').length, failed: named('failed').length, unread: unread.length, told }
}

function reportIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
