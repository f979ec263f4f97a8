import { accounts } from '#drizzle/queries/accounts'
import { addAlias } from '#drizzle/queries/aliases'
import { flow as flowOf } from '#drizzle/queries/flows'
import { bindNumber as bind, numbers, putNumber as put, removeNumber as remove, unbindNumber as unbind } from '#drizzle/queries/numbers'
import type { Tx } from '#drizzle/store'
import type { Channel } from '#flows/ids'
import { missing, Refusal } from '../../refusal'
import type { Desk } from '../../trpc'
import { noted } from '../noted'

export interface Binding {
  number: string
  channel: Channel
  flow: string
  alias: string
}

export interface NewNumber extends Binding {
  account: string
  /** Where the safe flow sends callers. */
  humanNumber?: string | undefined
  emergencyNumber: string
  keywordReplies: 'carrier' | 'ours'
}

/** Adds a number, or changes what is said about it, and lets it ring an alias of a flow. */
export async function addNumber(
  desk: Desk,
  { channel, flow, alias, account, number, humanNumber, emergencyNumber, keywordReplies }: NewNumber,
): Promise<void> {
  const organisation = desk.person.organisation.id
  await desk.wire.store.write(async (tx) => {
    const known = await accounts(tx, { organisation })
    if (!known.some(({ id }) => id === account)) throw new Refusal('NOT_FOUND', 'account_missing')
    const row = { organisation, number, account, label: '', humanNumber: humanNumber ?? null, emergencyNumber, keywordReplies }
    if (!(await put(tx, row))) throw new Refusal('CONFLICT', 'number_taken')
    await bindIn(tx, desk, { number, channel, flow, alias })
  })
}

/** Lets a number ring an alias of a flow on one channel. */
export async function bindNumber(desk: Desk, binding: Binding): Promise<void> {
  await desk.wire.store.write((tx) => bindIn(tx, desk, binding))
}

async function bindIn(tx: Tx, desk: Desk, { number, channel, flow, alias }: Binding): Promise<void> {
  const organisation = desk.person.organisation.id
  const known = await numbers(tx, { organisation })
  if (!known.some((row) => row.number === number)) throw new Refusal('NOT_FOUND', 'number_missing')
  const row = await flowOf(tx, { organisation, id: flow })
  if (!row) throw missing()
  if (row.archivedAt) throw new Refusal('CONFLICT', 'flow_archived')
  await addAlias(tx, { organisation, flow, name: alias })
  await bind(tx, { organisation, number, channel, flow, alias })
  await noted(tx, desk, { action: 'number.bound', details: { number, alias: `${flow}@${alias}` }, object: { type: 'number', id: number } })
}

/** Takes a channel's binding away, or the whole number when no channel is given. */
export async function removeNumber(desk: Desk, { number, channel }: { number: string; channel?: Channel | undefined }): Promise<void> {
  const organisation = desk.person.organisation.id
  await desk.wire.store.write(async (tx) => {
    const gone = channel ? await unbind(tx, { organisation, number, channel }) : await remove(tx, { organisation, number })
    if (!gone) throw missing()
    await noted(tx, desk, { action: 'number.unbound', details: { number, alias: null }, object: { type: 'number', id: number } })
  })
}
