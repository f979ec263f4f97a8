import { z } from 'zod'
import { Locale, PromptKey } from './ids'

/** What is said for one prompt in one language. `audio` is the SHA-256 (hex) of an immutable recording that plays instead of the text. */
export const Words = z.strictObject({
  text: z.string().max(4096, 'Twilio speaks at most 4,096 characters at a time.'),
  audio: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** An external recording, as imported flows have it. Never checked by hash, so it blocks nothing but is shown to reviewers. */
  audioUrl: z.union([z.url(), z.string().regex(/\{\{|\{%/, 'Write the whole address, beginning with https://.')]).optional(),
  /** A voice's name, or a template that gives one. */
  voice: z.string().optional(),
  /** The language these words are spoken in when it is not the one they stand under: a tag or a template, as imported flows have it. */
  language: z.string().max(200).optional(),
  translatedBy: z.string().optional(),
  translationReviewedBy: z.string().optional(),
})
export type Words = z.infer<typeof Words>

/** All that a flow says, by prompt key and locale. Kept beside the chart, hashed prompt by prompt in the release. */
export const Content = z.record(PromptKey, z.record(Locale, Words))
export type Content = z.infer<typeof Content>

/** Words ready to be heard: rendered, in one language, still knowing where they come from. */
export const Spoken = z.object({
  key: z.string(),
  locale: Locale,
  text: z.string(),
  voice: z.string().optional(),
  audio: z.string().optional(),
  audioUrl: z.string().optional(),
})
export type Spoken = z.infer<typeof Spoken>
