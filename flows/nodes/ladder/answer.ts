import type { Keep } from '../../context'
import { frameOf } from '../../context'
import type { FlowEventOf } from '../../events'
import type { JsonObject } from '../../json'
import type { Turn } from '../../node'
import { attemptsOf, type LadderSettings, type Rung } from './settings'

export type LadderTurn = Turn<LadderSettings>

/** The answer of somebody this ladder asked, and who that was. Undefined for every other event. */
export function answerOf({ event, node, settings }: LadderTurn): { answer: FlowEventOf<'rung.answered'>; rung: Rung } | undefined {
  if (event.type !== 'rung.answered' || event.node !== node) return undefined
  const rung = attemptsOf(settings)[event.rung]
  return rung && { answer: event, rung }
}

/**
 * Whether somebody has accepted. A call counts only while it is the one being made. A text may be answered late:
 * a person who replied "1" believes to be responsible, so the reply holds as long as nobody else accepted.
 */
export function accepts(turn: LadderTurn, attempt: number): boolean {
  const given = answerOf(turn)
  if (!given?.answer.accepted) return false
  return given.answer.rung === attempt || (given.answer.rung < attempt && given.rung.way === 'text')
}

export function declines(turn: LadderTurn, attempt: number): boolean {
  const given = answerOf(turn)
  return given !== undefined && !given.answer.accepted && given.answer.rung === attempt
}

export const misses = ({ event, node }: LadderTurn, attempt: number): boolean =>
  event.type === 'rung.missed' && event.node === node && event.rung === attempt

/** Who accepted: `accepted_by` is the number that answered. */
export function keepAnswer(turn: LadderTurn): Keep {
  const given = answerOf(turn)
  return given ? { result: { accepted_by: given.answer.by, rung: given.rung.id, name: given.rung.name } } : {}
}

/** What is kept of this visit: empty until somebody accepted. */
export const keptOf = ({ frame, node }: LadderTurn): JsonObject => frame.results[frameOf(node).node] ?? {}
