import type { Channel } from '#flows/ids'
import type { samples } from '#flows/samples/index'

/** The demo's numbers, from the range kept for fiction, and the sample each one rings. */
export const demoNumbers: readonly { number: string; channel: Channel; sample: keyof typeof samples }[] = [
  { number: '+12025550140', channel: 'voice', sample: 'clinic' },
  { number: '+12025550160', channel: 'sms', sample: 'appointments' },
  { number: '+12025550191', channel: 'voice', sample: 'oncall' },
]

/** Where the safe flow of the demo sends callers. */
export const demoHumanNumber = '+12025550100'
