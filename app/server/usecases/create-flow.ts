import { addEdit } from '#drizzle/queries/drafts'
import { addFlow } from '#drizzle/queries/flows'
import type { Tx } from '#drizzle/store'
import { type Draft, emptyDraft } from '#flows/edits/draft'
import { fold } from '#flows/edits/edit'
import type { Channel, Locale } from '#flows/ids'
import type { Desk } from '../trpc'
import { noted } from './noted'

export interface NewFlow {
  name: string
  channels: Channel[]
  locales: Locale[]
}

/** A new flow: a start that leads to an end. */
export async function createFlow(desk: Desk, { name, channels, locales }: NewFlow): Promise<{ id: string }> {
  const id = flowIdFor(name, desk.wire.ids.next())
  return desk.wire.store.write((tx) => createFlowIn(tx, desk, firstDraft({ id, name, channels, locales })))
}

/** A flow that begins as this draft, in the caller's transaction. The draft's id is the flow's. */
export async function createFlowIn(tx: Tx, { wire, person, request }: Desk, draft: Draft): Promise<{ id: string }> {
  const organisation = person.organisation.id
  const at = wire.clock.now()
  const { id, name } = draft.drawing
  await addFlow(tx, { organisation, id, name, createdAt: at, createdBy: person.id })
  const edit = JSON.stringify({ kind: 'replaceDraft', draft })
  await addEdit(tx, { organisation, flow: id, revision: 1, base: 0, person: person.id, at, edit })
  await noted(tx, { wire, person, request }, { action: 'draft.created', details: { flow: id }, object: { type: 'flow', id } })
  return { id }
}

function firstDraft({ id, name, channels, locales }: NewFlow & { id: string }): Draft {
  const [locale = 'en-US'] = locales
  const empty = emptyDraft({ id, name, locale, channels })
  const begun = { ...empty, drawing: { ...empty.drawing, locales } }
  const wires = channels.map(
    (channel) => ({ kind: 'wire', from: 'start', port: channel === 'voice' ? 'call' : 'message', to: 'end' }) as const,
  )
  return fold(begun, [{ kind: 'addNode', type: 'end', id: 'end', position: { x: 0, y: 240 } }, ...wires]).draft
}

/** A readable, permanent id: what the name says in ASCII, and a few signs that make it unique. */
export function flowIdFor(name: string, unique: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
  return `${plain || 'flow'}-${unique.slice(-6)}`
}
