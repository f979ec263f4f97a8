/**
 * `node scripts/run.mjs [--built] <file.ts | tool> [options]`: runs a TypeScript file or an installed tool under the
 * product's Node. `--built` makes sure of what `npm start` would serve first.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { become, root } from './node.mjs'

const wanted = process.argv.slice(2)
const built = wanted[0] === '--built'
const [what = '', ...options] = built ? wanted.slice(1) : wanted

try {
  await ensureInstalled()
  if (built) await ensureBuilt()
  if (existsSync(join(root, what))) become(['--enable-source-maps', '--import', 'tsx', what, ...options])
  else if (existsSync(join(root, 'node_modules', '.bin', what))) become([join(root, 'node_modules', '.bin', what), ...options])
  else throw new Error(`There is no file or installed tool named "${what}".`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
