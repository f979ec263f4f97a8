import { z } from 'zod'
import { Spoken } from './content'

/** Which leg hears a verb: the patient's own (default), or the leg of the person whose answer caused the step. */
const leg = z.enum(['caller', 'callee']).optional()

export const Say = z.object({ verb: z.literal('say'), leg, words: Spoken, repeat: z.number().int().min(1).max(99).optional() })
export const Play = z.object({ verb: z.literal('play'), leg, tones: z.string().regex(/^[0-9A-DwW#*]{1,64}$/) })
export const Pause = z.object({ verb: z.literal('pause'), leg, seconds: z.number().int().min(1).max(60) })

/** Speaks and listens. Silence comes back as the event `silence`, never as a fall-through. */
export const Gather = z.object({
  verb: z.literal('gather'),
  leg,
  words: z.array(Spoken),
  listen: z.array(z.enum(['keys', 'speech'])).min(1),
  language: z.string(),
  waitSeconds: z.number().int().min(1).max(60),
  digits: z.number().int().min(1).max(32).optional(),
  /** The key that ends an entry of unknown length; empty means none. */
  finishOnKey: z
    .string()
    .regex(/^[0-9*#]?$/)
    .optional(),
  hints: z.array(z.string()).optional(),
  speechModel: z.string().optional(),
  speechWait: z.union([z.literal('auto'), z.number().int().min(1).max(60)]).optional(),
  profanityFilter: z.boolean().optional(),
  /** What is heard is masked wherever it is shown, whoever looks. */
  sensitive: z.boolean().optional(),
  repeat: z.number().int().min(1).max(99).optional(),
})
export type Gather = z.infer<typeof Gather>

/** Connects the caller. Several targets ring at once, the first to answer wins. Comes back as `call.dialed`. */
export const Dial = z.object({
  verb: z.literal('dial'),
  leg,
  to: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('number'), number: z.string() }),
        z.object({ kind: z.literal('sip'), uri: z.string() }),
        z.object({ kind: z.literal('client'), identity: z.string() }),
        z.object({ kind: z.literal('conference'), name: z.string(), endOnExit: z.boolean() }),
      ]),
    )
    .min(1)
    .max(10),
  callerId: z.string().optional(),
  ringSeconds: z.number().int().min(1).max(600),
  limitSeconds: z.number().int().min(1).max(86_400).optional(),
  record: z.boolean().optional(),
})
export type Dial = z.infer<typeof Dial>

/** Records what the caller says. Comes back as `call.recorded`. */
export const Record = z.object({
  verb: z.literal('record'),
  leg,
  maxSeconds: z.number().int().min(1).max(14_400),
  silenceSeconds: z.number().int().min(0).max(60),
  finishOnKey: z.string().optional(),
  beep: z.boolean(),
  trim: z.boolean().optional(),
  transcribe: z.boolean(),
})

/** Keeps the caller company while something outside is awaited; the renderer adds the poll that comes back. */
export const Hold = z.object({ verb: z.literal('hold'), leg, words: Spoken.optional(), seconds: z.number().int().min(1).max(30) })
/** Comes straight back as `call.resumed`: for nodes that must know the caller heard them out. */
export const Continue = z.object({ verb: z.literal('continue'), leg })
export const Hangup = z.object({ verb: z.literal('hangup'), leg })
/** A text in the session's own thread. */
export const Reply = z.object({ verb: z.literal('reply'), leg, words: Spoken, media: z.array(z.url()).max(10).optional() })

/** What a caller hears or reads, as data: rendered to TwiML, to the rehearsal phone, to a transcript, and compared by tests. */
export const Verb = z.discriminatedUnion('verb', [Say, Play, Pause, Gather, Dial, Record, Hold, Continue, Hangup, Reply])
export type Verb = z.infer<typeof Verb>
