import { Draft } from '../edits/draft'
import appointments from './appointments.json' with { type: 'json' }
import clinic from './clinic.json' with { type: 'json' }
import oncall from './oncall.json' with { type: 'json' }

/**
 * The flows a new installation begins with: a clinic's main line, a text conversation about an appointment, and an on-call line that
 * asks people in turn. Each in English, Spanish and Chinese, and ready to be released as it stands; the telephone numbers in them
 * are from the range kept for fiction (555-0100 to 555-0199).
 */
export const samples = {
  clinic: Draft.parse(clinic),
  appointments: Draft.parse(appointments),
  oncall: Draft.parse(oncall),
} satisfies Record<string, Draft>

export type SampleName = keyof typeof samples
export const sampleNames: readonly SampleName[] = ['clinic', 'appointments', 'oncall']
