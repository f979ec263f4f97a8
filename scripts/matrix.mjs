/**
 * `npm run matrix [-- --test]`: a fresh clone of HEAD, in a path with a space, started with the system's Node being 20, 22
 * and 24. Each must install, build, answer on `/` and stop when asked; `--test` runs the unit tests there too.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { root } from './node.mjs'
import { tail } from './progress.mjs'

const wanted = process.argv.slice(2)
const versions = { 20: '^20.20.0', 22: '^22.19.0', 24: '^24.0.0' }
const platform = `node-${process.platform}-${process.arch}`

/** Environment of an ordinary terminal: nothing of the npm that started us, and only the given Node in front. */
function cleanEnvironment(node, extra = {}) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_ENV$|^INIT_CWD$|^DATABASE_URL$|^CALLWRIGHT_/.test(name))
  return { ...Object.fromEntries(kept), ...extra, PATH: [dirname(node), ...path].join(delimiter) }
}

/** The given major's Node, from the package registry, kept under .cache/matrix. */
function nodeOf(major) {
  const home = join(root, '.cache', 'matrix', `node-${major}`)
  const node = join(home, 'node_modules', platform, 'bin', 'node')
  if (!existsSync(node)) {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), '{"private":true}\n')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `${platform}@${versions[major]}`], {
      cwd: home,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  return { node, version: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim() }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Waits until `address` answers below 500 or the process ends. */
async function answers(address, hasEnded, seconds) {
  for (const until = performance.now() + seconds * 1000; performance.now() < until && !hasEnded(); ) {
    const response = await fetch(address, { redirect: 'manual' }).catch(() => undefined)
    if (response && response.status < 500) return true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return false
}

/** One `npm start` until it answers, then SIGTERM. Gives the seconds to the answer and whether it stopped by itself in ten seconds. */
async function start(clone, { node, seconds }) {
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'callwright matrix data '))
  const from = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: cleanEnvironment(node, { PORT: String(port), CALLWRIGHT_DATA: data }),
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  let ended = false
  const end = new Promise((resolve) =>
    child.on('close', () => {
      ended = true
      resolve(true)
    }),
  )
  const answered = await answers(`http://127.0.0.1:${port}/`, () => ended, seconds)
  const took = (performance.now() - from) / 1000
  if (!ended) process.kill(-child.pid, 'SIGTERM')
  const stopped = await Promise.race([end, new Promise((resolve) => setTimeout(() => resolve(false), 10_000))])
  if (!stopped) process.kill(-child.pid, 'SIGKILL')
  rmSync(data, { recursive: true, force: true })
  return { answered, stopped, took, said }
}

function unitTests(clone, node) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['test', '--', 'unit'], { cwd: clone, env: cleanEnvironment(node), stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (said += text))
    child.on('close', (code) => resolve({ passed: code === 0, said: tail(said, 1) }))
  })
}

/** One row of the table: `npm start` on the fresh clone, again on the built one, and the unit tests if asked for. */
async function tryMajor(major) {
  const { node, version } = nodeOf(major)
  const folder = mkdtempSync(join(tmpdir(), `callwright with node ${major} `))
  const clone = join(folder, 'a fresh clone')
  try {
    execFileSync('git', ['clone', '--quiet', root, clone])
    console.log(`Node ${version}: first start in "${clone}" …`)
    const first = await start(clone, { node, seconds: 420 })
    console.log(first.answered ? `  answers after ${first.took.toFixed(0)} s; second start …` : tail(first.said, 40))
    const second = first.answered ? await start(clone, { node, seconds: 60 }) : first
    const tests = wanted.includes('--test') && second.answered ? await unitTests(clone, node) : undefined
    const ok = first.answered && first.stopped && second.answered && second.stopped && tests?.passed !== false
    return {
      major,
      version,
      ok: Boolean(ok),
      first: first.took,
      second: second.took,
      stopped: Boolean(first.stopped && second.stopped),
      tests: tests?.said ?? '-',
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const rows = []
for (const major of Object.keys(versions)) rows.push(await tryMajor(major))
console.log('\nsystem Node   first start   second start   stops   unit tests')
for (const { version, first, second, stopped, tests, ok } of rows) {
  const columns = [
    version.padEnd(13),
    `${first.toFixed(0)} s`.padEnd(13),
    `${second.toFixed(1)} s`.padEnd(14),
    (stopped ? 'yes' : 'NO').padEnd(7),
    tests,
  ]
  console.log(columns.join(' ') + (ok ? '' : '   FAILED'))
}
const figures = Object.fromEntries(
  rows.flatMap(({ major, first, second }) => [
    [`node_${major}_first_start_s`, Math.round(first)],
    [`node_${major}_second_start_s`, Math.round(second * 10) / 10],
  ]),
)
const missed = rows.filter((row) => !row.ok).map((row) => `node ${row.version}`)
console.log(JSON.stringify({ proof: 'matrix', ok: missed.length === 0, figures, missed }))
process.exitCode = missed.length === 0 ? 0 : 1
