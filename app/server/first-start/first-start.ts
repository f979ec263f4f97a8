import { organisations } from '#drizzle/queries/organisations'
import { hasDemoPeople } from '#drizzle/queries/people'
import type { Wire } from '../wire'
import { foundHouse } from './found-house'
import { seedDemo } from './seed-demo'

/** What only this start can tell: passwords are stored as hashes. */
export interface FirstNews {
  accounts: { role: string; name: string; email: string; password: string }[]
}

/**
 * Fills a new data folder: with a demo organisation where no public URL is set, else with one administrator.
 * @throws a sentence when a public URL is set while a demo account can still sign in.
 */
export async function firstStart(wire: Wire, { say }: { say(line: string): void }): Promise<FirstNews | undefined> {
  const { publicUrl } = wire.settings
  const [house] = await wire.store.read(organisations)
  if (!house) return publicUrl ? foundHouse(wire) : seedDemo(wire, { say }).catch(halfMade)
  if (publicUrl && (await wire.store.read(hasDemoPeople))) {
    throw new Error(
      'CALLWRIGHT_PUBLIC_URL is set, but demo accounts with printed passwords can still sign in here. ' +
        'Disable them on the People screen, or start with a new folder in CALLWRIGHT_DATA.',
    )
  }
  return undefined
}

/** What was made so far has passwords nobody was told. */
function halfMade(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause)
  throw new Error(`The demo could not be made (${why}). Delete the data folder, or empty the database, and start again.`, { cause })
}
