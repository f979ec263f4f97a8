import { z } from 'zod'
import { Channel, Locale } from './ids'
import { Json, JsonObject } from './json'

/** When it happened, UTC, ISO 8601. The only clock a step knows. */
const at = z.iso.datetime()
/** The webhook's own fields, as Twilio sent them; imported flows read them by name. */
const fields = z.record(z.string(), z.string()).optional()

/** The first event of every session; what the session brings arrives in it. */
export const SessionStarted = z.object({
  type: z.literal('session.started'),
  at,
  session: z.string(),
  channel: Channel,
  /** The other side's address and ours, as Twilio gave them: E.164 where possible, `anonymous` or raw text otherwise. */
  from: z.string(),
  to: z.string(),
  locale: Locale.optional(),
  /** Why the session exists: a call, a message, a request of our own API, or a parent flow. */
  by: z.enum(['call', 'message', 'request']),
  body: z.string().optional(),
  media: z.array(z.string()).optional(),
  parameters: JsonObject.optional(),
  fields,
})
export type SessionStarted = z.infer<typeof SessionStarted>

const PlainEvent = z.discriminatedUnion('type', [
  SessionStarted,
  /** Keys pressed or words spoken in a gather. Exactly one of `digits` and `speech`. */
  z.object({
    type: z.literal('heard'),
    at,
    digits: z.string().optional(),
    speech: z.string().optional(),
    confidence: z.number().optional(),
    fields,
  }),
  z.object({ type: z.literal('silence'), at, fields }),
  /** A text in the session's thread. */
  z.object({ type: z.literal('message.received'), at, body: z.string(), media: z.array(z.string()), sid: z.string(), fields }),
  z.object({ type: z.literal('call.resumed'), at, fields }),
  z.object({
    type: z.literal('call.dialed'),
    at,
    status: z.enum(['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled']),
    bridged: z.boolean().optional(),
    seconds: z.number().optional(),
    fields,
  }),
  z.object({
    type: z.literal('call.recorded'),
    at,
    url: z.string(),
    sid: z.string().optional(),
    seconds: z.number(),
    hungUp: z.boolean(),
    fields,
  }),
  z.object({ type: z.literal('call.ended'), at, status: z.string(), seconds: z.number().optional(), fields }),
  z.object({
    type: z.literal('rung.answered'),
    at,
    node: z.string(),
    rung: z.number().int(),
    by: z.string(),
    accepted: z.boolean(),
    leg: z.string().optional(),
  }),
  z.object({ type: z.literal('rung.missed'), at, node: z.string(), rung: z.number().int(), status: z.string() }),
  z.object({ type: z.literal('message.delivery'), at, sid: z.string(), status: z.string(), errorCode: z.string().optional(), fields }),
  z.object({ type: z.literal('transcription.ready'), at, text: z.string(), recording: z.string(), fields }),
])

export const FlowEvent = z.union([
  PlainEvent,
  z.object({ type: z.templateLiteral(['effect.done.', z.string()]), at, result: Json }),
  z.object({ type: z.templateLiteral(['effect.failed.', z.string()]), at, reason: z.string(), result: Json.optional() }),
  /** A universal key or word, recognised before the node sees the input. */
  z.object({ type: z.templateLiteral(['universal.', z.string()]), at, fields }),
  /** A timer that came due; the type is XState's own, `xstate.after.<ms>.<state>`. */
  z.object({ type: z.templateLiteral(['xstate.after.', z.string()]), at }),
])
/** What can happen in a session. Every step is caused by exactly one. */
export type FlowEvent = z.infer<typeof FlowEvent>
export type FlowEventOf<Type extends FlowEvent['type']> = Extract<FlowEvent, { type: Type }>
