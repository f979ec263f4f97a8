import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../node.mjs'
import { neverSilent, nothing } from './count.mjs'

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A file that could not even be loaded has no tests to count: it counts as one that failed. */
function countFile({ status, assertionResults }) {
  const of = (...wanted) => assertionResults.filter((test) => wanted.includes(test.status)).length
  const failed = of('failed')
  return { passed: of('passed'), failed: failed || (status === 'failed' ? 1 : 0), skipped: of('pending', 'skipped', 'todo', 'disabled') }
}

/** One of the three projects of vitest.config.ts. With `mayNotSkip`, a skipped test has failed. */
export async function vitest(project, { mayNotSkip = false } = {}) {
  const report = join(root, '.cache', 'test', `${project}.json`)
  mkdirSync(join(root, '.cache', 'test'), { recursive: true })
  rmSync(report, { force: true })
  const args = ['run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ran = await run('vitest', args, { env: { NODE_ENV: 'test' } })
  const counts = { ...nothing }
  for (const file of read(report)?.testResults ?? []) {
    for (const [kind, count] of Object.entries(countFile(file))) counts[kind] += count
  }
  if (mayNotSkip && counts.skipped > 0) {
    ran.output += `\n${counts.skipped} tests were skipped although CALLWRIGHT_FIXTURES is set: each counts as failed.\n`
    counts.failed += counts.skipped
    counts.skipped = 0
  }
  return neverSilent(counts, ran, project)
}
