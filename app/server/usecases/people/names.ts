import { people } from '#drizzle/queries/people'
import type { Tx } from '#drizzle/store'

/** Names of all who work or worked here, by id. */
export async function namesOf(tx: Tx, organisation: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await people(tx, { organisation })).map(({ id, name }) => [id, name]))
}
