/**
 * `npm test`, or `npm test -- unit lint` for some of its stages. Goes on after a failed stage with all
 * that can run without it. The last line is `N passed, N failed, N skipped`.
 */
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { tail } from './progress.mjs'
import { browser } from './stages/browser.mjs'
import { nothing, sum } from './stages/count.mjs'
import { lint } from './stages/lint.mjs'
import { quickProofs } from './stages/proofs.mjs'
import { types } from './stages/types.mjs'
import { vitest } from './stages/vitest.mjs'

const fixturesAreGiven = Boolean(process.env.CALLWRIGHT_FIXTURES)

/** name → how many seconds it may take on two cores, and what it does. */
const stages = {
  install: { budget: 120, work: () => ensureInstalled().then(() => ({ ...nothing, passed: 1 })) },
  build: { budget: 90, work: () => ensureBuilt().then(() => ({ ...nothing, passed: 1 })) },
  types: { budget: 30, work: types },
  lint: { budget: 45, work: lint },
  unit: { budget: 90, work: () => vitest('unit') },
  contract: { budget: 60, work: () => vitest('contract') },
  conformance: { budget: 60, work: () => vitest('conformance', { mayNotSkip: fixturesAreGiven }) },
  browser: { budget: 180, work: browser },
  proofs: { budget: 240, work: quickProofs },
}
const needsBuild = ['browser', 'proofs']

function chosenStages(wanted) {
  const unknown = wanted.filter((name) => !(name in stages))
  if (unknown.length > 0) throw new Error(`There is no stage "${unknown.join('", "')}". There are: ${Object.keys(stages).join(', ')}.`)
  if (wanted.length === 0) return Object.keys(stages)
  const needed = new Set(['install', ...(wanted.some((name) => needsBuild.includes(name)) ? ['build'] : []), ...wanted])
  return Object.keys(stages).filter((name) => needed.has(name))
}

async function runStage(name) {
  const from = performance.now()
  console.log(`\n▸ ${name}`)
  const result = await stages[name].work().catch((error) => ({ ...nothing, failed: 1, output: error.stack ?? String(error) }))
  const seconds = (performance.now() - from) / 1000
  if (result.failed > 0) console.log(tail(result.output, 120))
  console.log(`  ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped in ${seconds.toFixed(1)} s`)
  return { name, seconds, ...result }
}

function printTable(results) {
  console.log('\nstage         seconds  budget   passed  failed  skipped')
  for (const { name, seconds, passed, failed, skipped } of results) {
    const { budget } = stages[name]
    const columns = [seconds.toFixed(1).padStart(8), String(budget).padStart(7), String(passed).padStart(8), String(failed).padStart(7)]
    console.log(`${name.padEnd(12)} ${columns.join(' ')} ${String(skipped).padStart(8)}${seconds > budget ? '  over budget' : ''}`)
  }
  const total = results.reduce((seconds, result) => seconds + result.seconds, 0)
  console.log(`${'all'.padEnd(12)} ${total.toFixed(1).padStart(8)}\n`)
}

async function main() {
  const results = []
  let left = chosenStages(process.argv.slice(2))
  while (left.length > 0) {
    const [name, ...others] = left
    left = others
    const result = await runStage(name)
    results.push(result)
    if (result.failed === 0) continue
    if (name === 'install') break
    if (name === 'build') left = left.filter((other) => !needsBuild.includes(other))
  }
  printTable(results)
  const { passed, failed, skipped } = sum(results)
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  process.exitCode = failed > 0 ? 1 : 0
}

await main().catch((error) => {
  console.error(error.message)
  process.exitCode = 2
})
