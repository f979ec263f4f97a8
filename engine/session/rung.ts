import { plain } from '#flows/plain'
import { type Answer, twiml } from '../exchange/answer'
import { isoNow, type Line } from '../line'
import { emptyTwiml } from '../twilio/twiml'
import { take } from './take'
import type { Incoming } from './thread'

const accepting = new Set(['1', 'yes', 'y', 'ok', 'accept', 'si', 'sí', 'aceptar', '是', '好', '接受'])
const declining = new Set(['2', 'no', 'n', 'decline', 'rechazar', '否', '不', '拒绝'])

/** A text that answers a rung of a ladder: 1 accepts, 2 declines. Undefined when nobody of this number was asked, or it is no answer. */
export async function answerRung(line: Line, { webhook, ours, theirs, body, inbox }: Incoming): Promise<Answer | undefined> {
  const said = plain(body)
  const accepted = accepting.has(said) ? true : declining.has(said) ? false : undefined
  if (accepted === undefined) return undefined
  const { organisation } = webhook.account
  const rung = await line.store.openRung({ organisation, ours, theirs })
  if (!rung) return undefined
  const event = { type: 'rung.answered' as const, at: isoNow(line), node: rung.node, rung: rung.rung, by: theirs, accepted }
  await take(line, { organisation, session: rung.session }, () => ({ cause: { kind: 'turn', event, inbox, began: webhook.began } }))
  return twiml(emptyTwiml)
}
