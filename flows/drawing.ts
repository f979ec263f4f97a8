import { z } from 'zod'
import { Channel, Locale, NodeId, PortId } from './ids'
import { JsonObject } from './json'
import { Variable } from './variables'

/** One card on the canvas. `wires` leads from each wired port to the node it leads to; an unwired port is absent. */
export const DrawnNode = z.strictObject({
  type: z.string(),
  label: z.string().min(1).max(80),
  settings: JsonObject,
  wires: z.record(PortId, NodeId),
})
export type DrawnNode = z.infer<typeof DrawnNode>

/** A key or word that holds in every node: the root transitions of the chart. `key` is one phone key, `words` are spoken or texted. */
export const Universal = z.strictObject({
  key: z
    .string()
    .regex(/^[0-9*#]$/)
    .optional(),
  words: z.record(Locale, z.array(z.string().min(1))).default({}),
  /** Where it leads. `repeat` has none: it goes back to where the caller was. */
  target: NodeId.optional(),
})
export type Universal = z.infer<typeof Universal>

export const universalNames = ['person', 'repeat', 'language', 'emergency'] as const
export type UniversalName = (typeof universalNames)[number]

/**
 * A flow as it is drawn: nodes and wires, without positions or words. It says the same as the chart it compiles to;
 * `decompile(compile(drawing))` gives it back.
 */
export const Drawing = z.strictObject({
  id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,62}$/),
  name: z.string().min(1).max(120),
  channels: z.array(Channel).min(1),
  /** The first locale is the source language; prompts missing elsewhere fall back to it. */
  locales: z.array(Locale).min(1),
  start: NodeId,
  variables: z.array(Variable),
  universal: z.partialRecord(z.enum(universalNames), Universal),
  nodes: z.record(NodeId, DrawnNode),
})
export type Drawing = z.infer<typeof Drawing>

export const Position = z.strictObject({ x: z.number(), y: z.number() })

/** How the drawing looks: never signed with the chart, hashed apart. */
export const Layout = z.strictObject({
  positions: z.record(NodeId, Position),
  notes: z.array(z.strictObject({ id: z.string(), text: z.string(), position: Position })).default([]),
  colours: z.record(NodeId, z.string()).default({}),
})
export type Layout = z.infer<typeof Layout>

export const emptyLayout: Layout = { positions: {}, notes: [], colours: {} }
