import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the migrations of a dialect are, from the sources and from a bundle elsewhere in the project alike. */
export function migrationsFolder(dialect: 'sqlite' | 'pg'): string {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let at = start; ; at = dirname(at)) {
      const folder = join(at, 'drizzle', 'migrations', dialect)
      if (existsSync(join(folder, 'meta', '_journal.json'))) return folder
      if (at === dirname(at)) break
    }
  }
  throw new Error('The folder drizzle/migrations is missing. Keep it beside dist/ when you deploy.')
}
