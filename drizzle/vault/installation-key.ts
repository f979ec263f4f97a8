import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface InstallationKey {
  key: Buffer
  /** The file, when this call made it: say so to whoever starts the product. Losing it loses every sealed value. */
  created: string | undefined
}

/**
 * The key everything is wrapped by: CALLWRIGHT_KEY (base64, 32 bytes), else `<folder>/installation.key`, which the first start
 * with SQLite writes for its owner only.
 * @throws a sentence when Postgres is used without CALLWRIGHT_KEY: machines that share a database must share the key.
 */
export function installationKey({
  given,
  folder,
  postgres,
}: {
  given: string | undefined
  folder: string
  postgres: boolean
}): InstallationKey {
  if (given) return { key: decoded(given, 'CALLWRIGHT_KEY'), created: undefined }
  if (postgres)
    throw new Error(
      'With postgres:// the installation key must be given: set CALLWRIGHT_KEY to 32 random bytes in base64 (openssl rand -base64 32), the same on every machine.',
    )
  const file = join(folder, 'installation.key')
  if (existsSync(file)) return { key: decoded(readFileSync(file, 'utf8'), file), created: undefined }
  if (existsSync(join(folder, 'callwright.db'))) {
    throw new Error(
      `There is a database in ${folder} but its installation key is missing. Put back ${file}, or give the key in CALLWRIGHT_KEY.`,
    )
  }
  mkdirSync(folder, { recursive: true })
  const key = randomBytes(32)
  // `wx`: of two first starts at once, the second reads what the first wrote instead of replacing it.
  try {
    writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { key: decoded(readFileSync(file, 'utf8'), file), created: undefined }
  }
  return { key, created: file }
}

function decoded(text: string, source: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32) throw new Error(`${source} must hold 32 bytes in base64 (openssl rand -base64 32); it holds ${key.length}.`)
  return key
}
