import type { Effect } from '../../effects'
import { dialable } from '../../phone'
import type { Verb } from '../../verbs'
import { answerOf, type LadderTurn, misses } from './answer'
import { attemptsOf, type Rung } from './settings'

/** Left of a rung's time when ringing stops, so that who picks up last can still hear the question and press a key. */
const answerSeconds = 10

/** Rings or texts the person of this attempt. The caller is told once; further attempts leave the caller on hold undisturbed. */
export function reach(turn: LadderTurn, attempt: number): (Verb | Effect)[] {
  return [...ask(turn, attempt), ...(attempt === 0 || turn.event.type.startsWith('universal.') ? keepCompany(turn) : [])]
}

function ask(turn: LadderTurn, attempt: number): Effect[] {
  const { settings, session, node, prompt } = turn
  const { rung, number } = personAt(turn, attempt)
  if (!rung || !number) return []
  if (rung.way === 'text')
    return [{ effect: 'message', node, waits: false, to: number, words: prompt(settings.text, settings.staffLocale), rung: attempt }]
  const language = settings.staffLocale ?? session.locale
  return [
    {
      effect: 'call',
      node,
      waits: false,
      to: number,
      ringSeconds: Math.min(600, Math.max(5, rung.waitSeconds - answerSeconds)),
      rung: attempt,
      script: [
        {
          verb: 'gather',
          leg: 'callee',
          words: [prompt(settings.ask, settings.staffLocale)],
          listen: ['keys'],
          language,
          waitSeconds: 8,
          digits: 1,
        },
      ],
    },
  ]
}

function keepCompany({ settings, session, prompt }: LadderTurn): Verb[] {
  const words = settings.holding && prompt(settings.holding)
  if (session.channel === 'sms') return words ? [{ verb: 'reply', words }] : []
  return [{ verb: 'hold', ...(words && { words }), seconds: 10 }]
}

/** Stops the ringing when the attempt is over, unless it is this very person's answer that ended it. */
export function stop(turn: LadderTurn, attempt: number): Effect[] {
  if (answerOf(turn)?.answer.rung === attempt || misses(turn, attempt)) return []
  const { rung, number } = personAt(turn, attempt)
  return rung?.way === 'call' && number ? [{ effect: 'drop-calls', node: turn.node, waits: false }] : []
}

/** The person of an attempt, and the number to reach them; no number when the value gives none. */
export function personAt({ settings, text }: LadderTurn, attempt: number): { rung: Rung | undefined; number: string | undefined } {
  const rung = attemptsOf(settings)[attempt]
  return { rung, number: rung && dialable(text(rung.to)) }
}
