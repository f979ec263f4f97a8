import type { Spoken } from '../../content'
import type { Effect } from '../../effects'
import type { Dial, Verb } from '../../verbs'
import { answerOf, keptOf, type LadderTurn } from './answer'
import { personAt } from './reach'

const thanksOf = ({ settings, prompt }: LadderTurn): Spoken | undefined =>
  settings.thanks ? prompt(settings.thanks, settings.staffLocale) : undefined

/**
 * Brings the caller and the person who accepted together: both legs into one room, which closes when either leaves.
 * Who accepted by text has no leg yet and is rung.
 */
export function meet(turn: LadderTurn): (Verb | Effect)[] {
  const given = answerOf(turn)
  if (!given) return meetAgain(turn)
  if (given.rung.way === 'call') {
    const words = thanksOf(turn)
    const room = dialOf({ kind: 'conference', name: roomOf(turn), endOnExit: true })
    return [...(words ? [{ verb: 'say' as const, leg: 'callee' as const, words }] : []), { ...room, leg: 'callee' }, room]
  }
  const { number } = personAt(turn, given.answer.rung)
  return [...thankByText(turn), ...(number ? [dialOf({ kind: 'number', number })] : [])]
}

/** The caller comes back on the way, by a universal word: to the same person, who is neither thanked nor led there again. */
function meetAgain(turn: LadderTurn): Verb[] {
  const { accepted_by: number, rung } = keptOf(turn)
  if (typeof number !== 'string') return []
  const byText = turn.settings.rungs.some(({ id, way }) => id === rung && way === 'text')
  return [dialOf(byText ? { kind: 'number', number } : { kind: 'conference', name: roomOf(turn), endOnExit: true })]
}

const dialOf = (to: Dial['to'][number]): Dial => ({ verb: 'dial', to: [to], ringSeconds: 30 })

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
