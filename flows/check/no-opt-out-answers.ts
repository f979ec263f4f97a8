import { plain } from '../plain'
import { optOutWords } from '../recognise'
import { type CheckedNode, type Rule, stringsIn } from './facts'

const forbidden: ReadonlySet<string> = new Set(optOutWords)

/**
 * In a text flow no answer is a word the carrier takes for itself: whoever texts CANCEL to cancel an appointment would be
 * unsubscribed, and every further text would fail (Twilio error 21610).
 */
export const noOptOutAnswers: Rule = ({ nodes, chart }) => {
  if (!chart.meta.channels.includes('sms')) return []
  const universal = Object.values(chart.meta.universal).flatMap(({ words }) => Object.values(words).flat())
  return [
    ...offendingIn(universal).map((word) => ({ rule: 'opt-out-word', level: 'must' as const, values: { word } })),
    ...nodes.flatMap((node) =>
      offendingIn(answersOf(node)).map((word) => ({ rule: 'opt-out-word', level: 'must' as const, node: node.id, values: { word } })),
    ),
  ]
}

const offendingIn = (answers: string[]): string[] =>
  [...new Set(answers.map(plain))].filter((word) => forbidden.has(word)).map((word) => word.toUpperCase())

/** What a person may answer here: the options' names, and all words listed under a settings field called `words`. */
function answersOf({ known, ports, settings }: CheckedNode): string[] {
  if (known?.type.family !== 'ask') return []
  const listed = stringsIn(settings).flatMap(({ text, path }) => (path.split('.').includes('words') ? [text] : []))
  return [...ports.flatMap(({ label, kind }) => (kind === 'choice' && label ? [label] : [])), ...listed]
}
