import { z } from 'zod'
import { Locale, PortId, PromptKey } from '../../ids'
import { PhoneTemplate } from '../../phone'

const Rung = z.strictObject({
  id: PortId.meta({ input: 'hidden' }),
  name: z.string().min(1).max(60).meta({ input: 'text' }),
  way: z.enum(['call', 'text']).default('call').meta({ input: 'choice' }),
  to: PhoneTemplate.meta({ input: 'phone' }),
  /** From the first ring, or from the text, until the next person is asked. */
  waitSeconds: z.number().int().min(15).max(3600).default(40).meta({ input: 'seconds' }),
})

export const LadderSettings = z.strictObject({
  rungs: z
    .array(Rung)
    .min(1)
    .max(10)
    .refine((rungs) => new Set(rungs.map(({ id }) => id)).size === rungs.length, 'Two people have the same id.')
    .meta({ input: 'list' }),
  rounds: z.number().int().min(1).max(3).default(1).meta({ input: 'number' }),
  ask: PromptKey.meta({ input: 'prompt' }),
  text: PromptKey.meta({ input: 'prompt' }),
  thanks: PromptKey.optional().meta({ input: 'prompt' }),
  holding: PromptKey.optional().meta({ input: 'prompt' }),
  /** The language the people asked are spoken to in; absent: the caller's. */
  staffLocale: Locale.optional().meta({ input: 'locale' }),
  connect: z.boolean().default(true).meta({ input: 'switch' }),
})
export type LadderSettings = z.infer<typeof LadderSettings>
export type Rung = LadderSettings['rungs'][number]

/** Everyone in the order asked, round after round. The place in this list is the `rung` of effects and events, so that no late answer is mistaken. */
export const attemptsOf = ({ rungs, rounds }: LadderSettings): Rung[] => Array.from({ length: rounds }, () => rungs).flat()
