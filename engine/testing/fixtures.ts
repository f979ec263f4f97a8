import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the public test inputs lie: CALLWRIGHT_FIXTURES, else beside the checkout. Undefined where there are none. */
export const fixtures: string | undefined = [process.env.CALLWRIGHT_FIXTURES, join(process.cwd(), '../shared/fixtures')].find(
  (folder) => folder !== undefined && existsSync(folder),
)

export const fixture = (path: string): string => readFileSync(join(fixtures ?? '', path), 'utf8')
