import { accounts, putAccount } from '#drizzle/queries/accounts'
import { Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { noted } from '../noted'

export interface AccountInput {
  sid: string
  name: string
  /** Two while they are rotated; the first signs our own requests. */
  authTokens: readonly string[]
}

/** Adds a Twilio account, or gives one with the same SID a new name and tokens. Gives the name that stands in its webhook addresses. */
export async function saveAccount(desk: Desk, { sid, name, authTokens }: AccountInput): Promise<{ id: string }> {
  const organisation = desk.person.organisation.id
  return desk.wire.store.write(async (tx) => {
    const known = (await accounts(tx, { organisation })).find((account) => account.sid === sid)
    const id = known?.id ?? desk.wire.ids.next()
    if (!(await putAccount(tx, { organisation, id, sid, name, authTokens }))) throw new Refusal('CONFLICT', 'account_taken')
    await noted(tx, desk, {
      action: 'settings.changed',
      details: { fields: ['name', 'authTokens'] },
      object: { type: 'telephony_account', id },
    })
    return { id }
  })
}
