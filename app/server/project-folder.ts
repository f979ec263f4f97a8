import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder with next.config.js, from the sources and from a bundle in dist/ alike. */
export function projectFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'next.config.js'))) return at
  }
  return process.cwd()
}
