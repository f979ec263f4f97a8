import { z } from 'zod'

/**
 * How faithfully something was carried over. A: exactly. B: the same here, by following a habit of Studio's on purpose.
 * C: runs once a reference is mapped. D: two readings or an assumption, a person decides. E: kept, cannot run, blocks release.
 */
export const grades = ['A', 'B', 'C', 'D', 'E'] as const
export const Grade = z.enum(grades)
export type Grade = z.infer<typeof Grade>

/** Every kind of finding and the grade it gives the widget it stands at. Codes are permanent. */
const findingGrades = {
  'audio-from-template': 'D',
  'argument-differs-from-input': 'D',
  'address-not-a-number': 'D',
  'carrier-word-offered': 'A',
  'channel-event-shared': 'D',
  'concurrent-calls-off': 'B',
  'conversations-as-messages': 'D',
  'date-of-now': 'D',
  'dead-widget-reference': 'D',
  'event-not-carried': 'D',
  'exit-not-in-file': 'B',
  'exits-end-the-session': 'D',
  fragment: 'D',
  'json-from-caller-text': 'A',
  'key-renamed': 'B',
  'language-from-template': 'B',
  'legacy-format': 'B',
  'name-changed': 'A',
  'name-twice': 'D',
  'next-missing': 'D',
  'not-as-studio-writes': 'D',
  'number-rewritten': 'B',
  'numbers-compared': 'B',
  'outbound-error-code': 'A',
  'parent-entry': 'D',
  'parsed-merges': 'B',
  'placeholder-left': 'D',
  'property-not-carried': 'D',
  'property-without-use': 'A',
  'queue-is-a-stub': 'D',
  'reference-to-map': 'C',
  'secret-in-file': 'C',
  'self-loop': 'A',
  'settings-do-not-fit': 'E',
  'several-conditions': 'D',
  'speech-compared-as-heard': 'B',
  'subflow-revision': 'D',
  'template-broken': 'D',
  'text-during-call': 'D',
  'trigger-missing': 'D',
  'two-triggers': 'E',
  'unknown-operator': 'E',
  'unknown-root': 'D',
  'unknown-widget': 'E',
  unreachable: 'A',
  'unset-variable': 'A',
  'value-limited': 'B',
  'voice-renamed': 'B',
  'whole-root-sent': 'A',
  'widget-not-run-here': 'E',
} as const satisfies Record<string, Grade>

export type FindingCode = keyof typeof findingGrades
export const FindingCode = z.enum(Object.keys(findingGrades) as [FindingCode, ...FindingCode[]])

/** Something a person should know about one place of the file. Its words stand in `words.ts`. */
export const StudioFinding = z.strictObject({
  code: FindingCode,
  /** The widget's name in the file; absent for the flow as a whole. */
  widget: z.string().optional(),
  /** The node it became. */
  node: z.string().optional(),
  /** JSON pointer into the definition (not into the resource around it). */
  pointer: z.string(),
  /** What stands there, cut short. */
  quoted: z.string(),
})
export type StudioFinding = z.infer<typeof StudioFinding>

/** The worst of the grades; A when there is none. */
export function worstOf(given: readonly Grade[]): Grade {
  return grades.at(Math.max(0, ...given.map((grade) => grades.indexOf(grade)))) ?? 'A'
}

export const gradeOf = ({ code }: Pick<StudioFinding, 'code'>): Grade => findingGrades[code]
