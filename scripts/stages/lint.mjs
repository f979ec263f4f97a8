import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../node.mjs'
import { oneCheck, sum } from './count.mjs'

const rooms = ['flows', 'engine', 'drizzle', 'app', 'bench', 'e2e'].filter((room) => existsSync(join(root, room)))

const checks = {
  'biome (format and lint)': ['biome', ['check', '--error-on-warnings', '--max-diagnostics=40']],
  'depcruise (import rules)': ['depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...rooms]],
  'purity (flows and the engine core touch nothing outside)': ['node', ['scripts/purity.mjs']],
  'knip (nothing unused)': ['knip', ['--no-progress']],
  'npm ci --dry-run (the lock file is whole)': ['npm', ['ci', '--dry-run', '--no-audit', '--ignore-scripts', '--loglevel=error']],
}

/** Each check counts as one test. */
export async function lint() {
  const results = []
  for (const [name, [command, args]] of Object.entries(checks)) results.push(oneCheck(await run(command, args), name))
  return sum(results)
}
