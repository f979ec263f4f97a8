import type { Keep } from '../../context'
import { frameOf } from '../../context'
import { HttpResult } from '../../effects'
import type { JsonObject } from '../../json'
import type { Turn } from '../../node'
import { valueAt } from './path'
import type { HttpSettings } from './settings'

type HttpTurn = Turn<HttpSettings>

/** Whether the event brings the outcome of this node's own request. */
export const isMine = ({ event, node }: HttpTurn): boolean => event.type === `effect.done.${node}` || event.type === `effect.failed.${node}`

/** A status from 200 to 299. Everything else, and an answer that cannot be read, is a failure. */
export function isGood(turn: HttpTurn): boolean {
  const status = turn.event.type === `effect.done.${turn.node}` ? resultOf(turn)?.status_code : undefined
  return status !== undefined && status >= 200 && status < 300
}

/** Keeps the answer, good or bad, and from a good one the mapped values. A value that is not in the answer becomes null. */
export function keepAnswer(turn: HttpTurn): Keep {
  const { event, settings } = turn
  const { parsed: fresh, ...answer } = resultOf(turn) ?? { status_code: 0, body: '', content_type: '', parsed: undefined }
  const parsed = settings.mergeParsed ? merged(before(turn), fresh) : fresh
  const reason = 'reason' in event ? event.reason : event.type.startsWith('effect.') ? undefined : 'No answer came in time.'
  const result: JsonObject = { ...answer, ...(parsed && { parsed }), ...(reason && { reason }) }
  if (!isGood(turn)) return { result }
  return { result, vars: Object.fromEntries(settings.mapping.map(({ variable, path }) => [variable, valueAt(parsed, path) ?? null])) }
}

const resultOf = ({ event }: HttpTurn): HttpResult | undefined => ('result' in event ? HttpResult.safeParse(event.result).data : undefined)

function before({ frame, node }: HttpTurn): JsonObject | undefined {
  const parsed = frame.results[frameOf(node).node]?.parsed
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined
}

const merged = (old: JsonObject | undefined, fresh: JsonObject | undefined): JsonObject | undefined =>
  old || fresh ? { ...old, ...fresh } : undefined
