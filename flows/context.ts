import { z } from 'zod'
import { Channel, Locale, VariableName } from './ids'
import { Json, JsonObject } from './json'

/** What one flow of a session knows: its variables and what each node's last visit brought. A subflow has a frame of its own. */
export const Frame = z.object({
  vars: z.record(VariableName, Json),
  results: z.record(z.string(), JsonObject),
})
export type Frame = z.infer<typeof Frame>

/** What the session brought with it, set once by `session.started`; the locale changes with the caller's choice. */
export const SessionFacts = z.object({
  id: z.string(),
  channel: Channel,
  locale: Locale,
  from: z.string(),
  to: z.string(),
  startedAt: z.string(),
  by: z.enum(['call', 'message', 'request']),
  trigger: JsonObject,
})
export type SessionFacts = z.infer<typeof SessionFacts>

/** A machine's context. Static JSON until the first event; `frames['']` belongs to the flow itself. */
export const Context = z.object({
  session: SessionFacts.nullable(),
  frames: z.record(z.string(), Frame),
  outcome: z.string().nullable(),
})
export type Context = z.infer<typeof Context>

/** The change a storing act makes to its own frame (and, for the language node, to the session's locale). */
export interface Keep {
  vars?: Record<string, Json>
  /** Replaces what the node's last visit brought. */
  result?: JsonObject
  locale?: string
  /** Null forgets the outcome of a flow that ended inside this one. */
  outcome?: string | null
  /** For a subflow node: variables given to the flow inside it. */
  inner?: Record<string, Json>
}

/**
 * A qualified node id: `nurse`, or `appt/ask_day` for a node inside the subflow node `appt`.
 * Gives the frame's name (`''`, `appt`) and the node's own id.
 */
export function frameOf(qualified: string): { frame: string; node: string } {
  const cut = qualified.lastIndexOf('/')
  return cut < 0 ? { frame: '', node: qualified } : { frame: qualified.slice(0, cut), node: qualified.slice(cut + 1) }
}
