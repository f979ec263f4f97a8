import { endSignIn as end } from '#drizzle/queries/sign-ins'
import { noted } from '../usecases/noted'
import type { Wire } from '../wire'
import { signedIn } from './signed-in'
import { readCookie } from './token'

/** Ends the sign-in of this cookie, if it is one. */
export async function endSignIn(wire: Wire, cookie: string | undefined): Promise<void> {
  const key = readCookie(cookie)
  const found = await signedIn(wire, cookie)
  if (!key || !found) return
  const { person } = found
  await wire.store.write(async (tx) => {
    if (await end(tx, key))
      await noted(
        tx,
        { wire, person, request: null },
        { action: 'person.signed_out', details: {}, object: { type: 'person', id: person.id } },
      )
  })
}
