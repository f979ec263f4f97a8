import { setSecret as put } from '#drizzle/queries/secrets'
import type { Desk } from '../trpc'
import { noted } from './noted'

/** Keeps a connector's secret, sealed. No screen shows it again. */
export async function setSecret(desk: Desk, { name, value }: { name: string; value: string }): Promise<void> {
  const { wire, person } = desk
  await wire.store.write(async (tx) => {
    await put(tx, { organisation: person.organisation.id, name, value, at: wire.clock.now(), person: person.id })
    await noted(tx, desk, { action: 'settings.changed', details: { fields: ['secret'] }, object: { type: 'secret', id: name } })
  })
}
