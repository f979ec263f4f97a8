import type { Line } from '../line'
import type { OutboxRow } from '../ports'
import { dropCalls, redirect, ringRung } from './call'
import { askHttp } from './http'
import { sendMessage, sendText } from './message'
import type { Outcome } from './outcome'

/** Does what an outbox row says, outside. @throws only for faults of our own, such as a store that is away. */
export async function perform(line: Line, row: OutboxRow): Promise<Outcome> {
  const { work, organisation } = row
  if (work.kind === 'effect' && work.effect.effect === 'http') return { event: await askHttp(line, work.effect, row) }
  const held = await line.store.session(organisation, row.session)
  const account = await line.accounts.get(row.account)
  if (!held || !account) return { event: undefined, note: 'the session or its account is gone' }
  const at = { row, held, session: held.session, account }
  if (work.kind === 'text') return sendText(line, work, at)
  if (work.kind === 'redirect')
    return redirect(
      line,
      held.legs.find(({ id }) => id === work.leg),
      at,
    )
  const { effect } = work
  if (effect.effect === 'message') return sendMessage(line, effect, at)
  if (effect.effect === 'call') return ringRung(line, effect, at)
  if (effect.effect === 'drop-calls') return dropCalls(line, effect, at)
  return { event: undefined }
}
