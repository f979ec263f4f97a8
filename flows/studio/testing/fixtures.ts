import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The folder of flows and recordings that are not part of this repository. */
const folder = process.env.CALLWRIGHT_FIXTURES ?? fileURLToPath(new URL('../../../../shared/fixtures', import.meta.url))

/** False where the folder is absent: the conformance tests then report themselves as skipped. */
export const hasFixtures = existsSync(join(folder, 'studio-flows', 'index.json'))
if (!hasFixtures) console.warn(`The Studio flows are not at ${folder}; set CALLWRIGHT_FIXTURES to run their tests.`)

export const readFixture = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8')
export const listFixtures = (...path: string[]): string[] =>
  hasFixtures ? readdirSync(join(folder, ...path)).filter((file) => file.endsWith('.json') && file !== 'index.json') : []

const Entry = z.object({
  file: z.string(),
  class: z.string(),
  sha256: z.string(),
  states: z.number(),
  transitions: z.number(),
  transitions_without_next: z.number(),
  legacy_format: z.boolean(),
  placeholders: z.array(z.unknown()),
  widgets: z.record(z.string(), z.number()),
})
export type Entry = z.infer<typeof Entry>

/** What is known of each flow, counted by other means than the importer. */
export const listedFlows = (): Entry[] =>
  hasFixtures ? z.object({ flows: z.array(Entry) }).parse(JSON.parse(readFixture('studio-flows', 'index.json'))).flows : []
