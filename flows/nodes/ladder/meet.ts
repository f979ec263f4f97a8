import type { Spoken } from '../../content'
import type { Effect } from '../../effects'
import type { Dial, Verb } from '../../verbs'
import { answerOf, type LadderTurn } from './answer'
import { personAt } from './reach'

const thanksOf = ({ settings, prompt }: LadderTurn): Spoken | undefined =>
  settings.thanks ? prompt(settings.thanks, settings.staffLocale) : undefined

/**
 * Brings the caller and the person who accepted together: both legs into one room, which closes when either leaves.
 * Who accepted by text has no leg yet and is rung.
 */
export function meet(turn: LadderTurn): (Verb | Effect)[] {
  const given = answerOf(turn)
  if (!given) return []
  const room: Dial = { verb: 'dial', to: [{ kind: 'conference', name: roomOf(turn), endOnExit: true }], ringSeconds: 30 }
  if (given.rung.way === 'call') {
    const words = thanksOf(turn)
    return [...(words ? [{ verb: 'say' as const, leg: 'callee' as const, words }] : []), { ...room, leg: 'callee' }, room]
  }
  const { number } = personAt(turn, given.answer.rung)
  return [...thankByText(turn), number ? { verb: 'dial', to: [{ kind: 'number', number }], ringSeconds: 30 } : room]
}

/** Both legs must find the same room; no other session may. */
const roomOf = ({ session, node }: LadderTurn): string => `${session.id}-${node.replaceAll('/', '-')}`

/** Thanks the person who accepted, and lets them go: nobody is connected. */
export function thank(turn: LadderTurn): (Verb | Effect)[] {
  const given = answerOf(turn)
  if (!given) return []
  if (given.rung.way === 'text') return thankByText(turn)
  const words = thanksOf(turn)
  return [...(words ? [{ verb: 'say' as const, leg: 'callee' as const, words }] : []), { verb: 'hangup', leg: 'callee' }]
}

/** Lets a person go who declined. */
export const release = (turn: LadderTurn): Verb[] => (answerOf(turn)?.rung.way === 'call' ? [{ verb: 'hangup', leg: 'callee' }] : [])

function thankByText(turn: LadderTurn): Effect[] {
  const given = answerOf(turn)
  const words = thanksOf(turn)
  const { number } = given ? personAt(turn, given.answer.rung) : { number: undefined }
  return words && number ? [{ effect: 'message', node: turn.node, waits: false, to: number, words }] : []
}
