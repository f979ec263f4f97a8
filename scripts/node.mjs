/**
 * Which Node runs the product, and how a child process is run under it.
 *
 * Only Node built-ins and syntax that Node 20 reads: this file is the first thing that runs on a fresh clone,
 * before anything is installed and whatever the system's Node is.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const carried = join(root, 'node_modules', '.bin', 'node')

/** The oldest Node all dependencies accept (the browser package asks for 22.17, undici for 22.19). */
const oldest = [22, 19]

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** Whether the carried Node runs here: it does not on another processor or C library. Asked once it is there. */
let carriedRuns

/** The Node to run the product with: the one carried by the lock file, else this one. Throws a sentence when neither will do. */
export function productNode() {
  if (carriedRuns === undefined && existsSync(carried)) {
    const asked = spawnSync(carried, ['--version'], { encoding: 'utf8' })
    carriedRuns = asked.status === 0 && isNewEnough(asked.stdout.trim())
  }
  if (carriedRuns) return carried
  if (isNewEnough(process.version)) return process.execPath
  throw new Error(
    `Callwright needs Node ${oldest.join('.')} or newer and found ${process.version}. ` +
      'On Linux x64 the install brings its own; elsewhere please install a newer Node and start again.',
  )
}

/** The environment in which `node` and every tool of node_modules is the product's own. */
export function productEnvironment(extra = {}) {
  const path = [dirname(productNode()), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...extra, PATH: path }
}

/**
 * Runs the product's Node in the foreground, passes on the signals and leaves with the child's exit code.
 * `ownGroup` is for servers: a Ctrl-C in the terminal then reaches the child once, through us, and not twice.
 */
export function become(args, { env = {}, ownGroup = false } = {}) {
  const child = spawn(productNode(), args, { cwd: root, stdio: 'inherit', env: productEnvironment(env), detached: ownGroup })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      if (ownGroup || signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  process.on('exit', () => child.kill())
  child.on('error', (error) => {
    console.error(`Could not start ${args.join(' ')}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}

/** Runs a command to its end, in the product's environment, and gives its exit code and all it wrote. */
export function run(command, args, { env = {}, cwd = root, onOutput = () => {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: productEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      stdout += text
      onOutput(text)
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text
      onOutput(text)
    })
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n`, stdout }))
    child.on('close', (code, signal) => resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), output, stdout }))
  })
}
