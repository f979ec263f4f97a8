import { operators } from '../../compare'
import type { JsonObject } from '../../json'
import type { StudioTransition } from '../definition'
import type { WidgetReading } from '../widget-reading'
import type { Carried, Carry } from './carry'

const ordered = new Set(['less_than', 'greater_than'])
const spoken = /\.SpeechResult\b/

/**
 * Split → split: the `match` transitions in their order, the first that holds wins, then `noMatch` whatever its place.
 * Blanks at the ends and letter case never count; nothing else is forgiven.
 */
export const splitBasedOn: Carry = (reading) => {
  const follows: Carried['follows'] = { otherwise: 'noMatch' }
  const rows: JsonObject[] = []
  for (const [index, transition] of reading.state.transitions.entries()) {
    if (transition.event !== 'match') continue
    const all = conditionsOf(reading, { transition, index })
    if (all === undefined) return undefined
    const id = `match_${rows.length + 1}`
    rows.push({ id, label: labelOf(transition), all })
    follows[id] = index
  }
  return { type: 'split', settings: { rows, speechTolerant: false, zone: 'America/Los_Angeles' }, follows }
}

function conditionsOf(
  reading: WidgetReading,
  { transition, index }: { transition: StudioTransition; index: number },
): JsonObject[] | undefined {
  const { conditions = [] } = transition
  const at = ['transitions', index, 'conditions']
  if (conditions.length === 0) return refused(reading, { at, quoted: 'match without a condition' })
  if (conditions.length > 1)
    reading.note('several-conditions', { at, quoted: conditions.map(({ type, value }) => `${type} ${value}`).join(', ') })
  const all: JsonObject[] = []
  for (const [place, { type, value, arguments: given }] of conditions.entries()) {
    const here = [...at, place]
    const operator = operators.find((known) => known === type)
    if (operator === undefined) return refused(reading, { at: [...here, 'type'], quoted: type })
    const subject = given[0] ?? reading.raw('input') ?? ''
    noteSubject(reading, { at: [...here, 'arguments', 0], subject })
    if (ordered.has(operator)) reading.note('numbers-compared', { at: here, quoted: `${subject} ${operator} ${value}` })
    else if (spoken.test(subject)) reading.note('speech-compared-as-heard', { at: here, quoted: `${subject} ${operator} ${value}` })
    all.push({
      subject: reading.template(subject, [...here, 'arguments', 0]),
      operator,
      value: reading.template(value, [...here, 'value']),
    })
  }
  return all
}

/** Which of the two Studio evaluates is not documented; copied widgets leave them different. */
function noteSubject(reading: WidgetReading, { at, subject }: { at: (string | number)[]; subject: string }): void {
  const input = reading.raw('input')
  if (input === undefined || input.trim() === subject.trim()) return
  reading.whole.ask('argument-differs-from-input', {
    where: reading.where(...at),
    quoted: `${subject} ≠ ${input}`,
    readings: [subject, input],
    chosen: subject,
  })
}

function refused(reading: WidgetReading, { at, quoted }: { at: (string | number)[]; quoted: string }): undefined {
  reading.note('unknown-operator', { at, quoted })
  return undefined
}

/** The friendly name is decoration and can be wrong; the comparison itself names the branch. */
function labelOf({ conditions = [] }: StudioTransition): string {
  return (
    conditions
      .map(({ type, value }) => [type.replaceAll('_', ' '), value].filter((part) => part !== '').join(' '))
      .join(', ')
      .trim()
      .slice(0, 80) || 'match'
  )
}
