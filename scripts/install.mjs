import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { root } from './node.mjs'
import { tail, withProgress } from './progress.mjs'
import { hashOf, stamp } from './stamp.mjs'

/** npm as the caller has it: the very npm that started us if any, else the one on the PATH, never under the Node it is about to replace. */
function npm(args) {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
  // What `npm start` exports about itself (npm_config_*, npm_lifecycle_*) must not steer the install.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_lifecycle') && name !== 'NODE_ENV'))
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const own = script?.endsWith('npm-cli.js') && node && !node.startsWith(root)
  const [command, first] = own ? [node, [script]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { cwd: root, env: { ...env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => reject(new Error(`npm could not be started: ${error.message}. Please install npm and try again.`)))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Installs from the lock file unless what is installed came from this very lock file. Throws with npm's own words when it fails. */
export async function ensureInstalled() {
  const installed = stamp('node_modules/.callwright-installed', hashOf(['package-lock.json', '.npmrc']))
  if (installed.isCurrent()) return
  await withProgress('Installing the packages of the lock file (about a minute the first time)', async () => {
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'])
    if (code !== 0) throw new Error(`The install failed:\n${tail(output)}\nIs the package registry reachable, and is this folder writable?`)
  })
  installed.write()
}
