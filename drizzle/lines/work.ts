import type { LineStore, OutboxRow, TimerRow } from '#engine/ports'
import { leaseWork, settleWork } from '../queries/outbox'
import { leaseTimers } from '../queries/timers'
import type { Row } from '../rows'
import type { Store } from '../store'
import type { DataKeys } from '../vault/data-keys'
import { timerPlace, workPlace } from './places'

/** Timers and outbox as leased rows. What belongs to an erased person is not handed out any more. */
export function workLines(store: Store): Pick<LineStore, 'takeTimers' | 'takeOutbox' | 'settle'> {
  const { keys } = store
  return {
    async takeTimers({ now, leaseMs, most }) {
      const rows = await store.write((tx) => leaseTimers(tx, { now, until: later(now, leaseMs), most }), { hot: true })
      const taken = await Promise.all(rows.map((row) => timerFrom(keys, row)))
      return taken.filter((timer) => timer !== undefined).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    },
    async takeOutbox({ now, leaseMs, most, key }) {
      const rows = await store.write((tx) => leaseWork(tx, { now, until: later(now, leaseMs), most, key }), { hot: true })
      const taken = await Promise.all(rows.map((row) => workFrom(keys, row)))
      return taken.filter((work) => work !== undefined).sort((a, b) => a.notBefore.getTime() - b.notBefore.getTime())
    },
    async settle({ organisation, id, result, notBefore, error }) {
      const state = result === 'retry' ? 'waiting' : result
      await store.write((tx) => settleWork(tx, { organisation, id, state, notBefore, error: error && unnumbered(error) }), { hot: true })
    },
  }
}

/** A peer's error may repeat the number it was given, and this column is not sealed. */
const unnumbered = (error: string): string => error.replace(/\d{5,}/g, '…').slice(0, 500)

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

async function timerFrom(keys: DataKeys, row: Row<'timers'>): Promise<TimerRow | undefined> {
  const { organisation, session, id, dueAt, sealedEvent } = row
  const event = await keys.open(sealedEvent, timerPlace(row))
  return event === undefined ? undefined : { organisation, session, id, dueAt, event }
}

async function workFrom(keys: DataKeys, row: Row<'outbox'>): Promise<OutboxRow | undefined> {
  const { organisation, id, session, account, key, attempts, notBefore, sealedWork } = row
  const opened = await keys.open(sealedWork, workPlace(row))
  // Sealed by a commit from an OutboxRow's work, and unchanged since.
  return opened === undefined
    ? undefined
    : { organisation, id, session, account, key, attempts, notBefore, work: JSON.parse(opened) as OutboxRow['work'] }
}
