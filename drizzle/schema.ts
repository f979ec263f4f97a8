import type { Kit } from './kit'
import { callTables } from './tables/calls'
import { flowTables } from './tables/flows'
import { houseTables } from './tables/house'
import { importTables } from './tables/imports'
import { patientTables } from './tables/patients'
import { releaseTables } from './tables/releases'
import { telephonyTables } from './tables/telephony'
import { workTables } from './tables/work'

/** Every table, once. Called with each dialect's kit; the organisation is part of every key. */
export function defineSchema(k: Kit) {
  return {
    ...houseTables(k),
    ...telephonyTables(k),
    ...flowTables(k),
    ...releaseTables(k),
    ...patientTables(k),
    ...callTables(k),
    ...workTables(k),
    ...importTables(k),
  }
}

/** Tables and columns as queries see them: one type for both dialects. */
export type Schema = ReturnType<typeof defineSchema>
