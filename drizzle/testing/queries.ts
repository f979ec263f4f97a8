import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every function exported by drizzle/queries, as `file.function`. */
export async function exportedQueries(): Promise<string[]> {
  const folder = join(import.meta.dirname, '..', 'queries')
  const names: string[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))) {
    const found = (await import(join(folder, file))) as Record<string, unknown>
    for (const [name, value] of Object.entries(found)) if (typeof value === 'function') names.push(`${file.slice(0, -3)}.${name}`)
  }
  return names.sort()
}
