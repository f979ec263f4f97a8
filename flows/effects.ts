import { z } from 'zod'
import { Spoken } from './content'
import { JsonObject } from './json'
import { Verb } from './verbs'

/** `node` is the qualified id of the node that asked; the result comes back as `effect.done.<node>` or `effect.failed.<node>`. */
const node = z.string()

/**
 * A request the caller waits for, within `timeoutMs` (10,000 at most). Url, header values and body may hold `{{ secret.NAME }}` untouched:
 * the edge fills it in, percent-encoded in the url and in a form body, so that no secret is ever in a chart, snapshot or journal.
 */
export const HttpEffect = z.object({
  effect: z.literal('http'),
  node,
  waits: z.literal(true),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  timeoutMs: z.number().int().min(100).max(10_000),
  /** What a caller hears when the answer takes longer than the engine's budget. */
  hold: Spoken.optional(),
})
export type HttpEffect = z.infer<typeof HttpEffect>

/** A text to any number. `from` absent: the session's own number. Done when the carrier accepted it. */
export const MessageEffect = z.object({
  effect: z.literal('message'),
  node,
  waits: z.literal(false),
  to: z.string(),
  from: z.string().optional(),
  words: Spoken,
  media: z.array(z.string()).max(10).optional(),
  /** A content template at the carrier, sent instead of `words`, with its numbered values. */
  contentSid: z.string().optional(),
  contentVariables: z.record(z.string(), z.string()).optional(),
  /** The node waits to hear whether the carrier took the text: `effect.done.<node>` or `effect.failed.<node>`. */
  reports: z.literal(true).optional(),
  /** Set by a ladder: a reply from `to` belongs to this rung. */
  rung: z.number().int().optional(),
})
export type MessageEffect = z.infer<typeof MessageEffect>

/** Rings a person on a leg of their own and asks with `script`; keys pressed there come back as `rung.answered`. */
export const CallEffect = z.object({
  effect: z.literal('call'),
  node,
  waits: z.literal(false),
  to: z.string(),
  from: z.string().optional(),
  ringSeconds: z.number().int().min(5).max(600),
  rung: z.number().int(),
  script: z.array(Verb),
})
export type CallEffect = z.infer<typeof CallEffect>

/** Ends every leg still open for this node (a rung whose time is over). */
export const DropCallsEffect = z.object({ effect: z.literal('drop-calls'), node, waits: z.literal(false) })

/** What should happen outside, as data. Run after the commit; never inside a step. */
export const Effect = z.discriminatedUnion('effect', [HttpEffect, MessageEffect, CallEffect, DropCallsEffect])
export type Effect = z.infer<typeof Effect>

/** The answer of an HTTP request as nodes and templates see it; `parsed` only for a JSON object. */
export const HttpResult = z.object({
  status_code: z.number().int(),
  body: z.string(),
  content_type: z.string(),
  parsed: JsonObject.optional(),
})
export type HttpResult = z.infer<typeof HttpResult>
