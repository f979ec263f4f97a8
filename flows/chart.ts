import { z } from 'zod'
import { Context } from './context'
import { Universal, universalNames } from './drawing'
import { Channel, Locale, PortId } from './ids'
import { JsonObject } from './json'
import { Variable } from './variables'

/** A named act or guard; `params.node` names the node whose settings it reads. */
export const NamedAct = z.strictObject({ type: z.string(), params: JsonObject.optional() })
export type NamedAct = z.infer<typeof NamedAct>

const TransitionMeta = z.strictObject({ port: PortId.optional(), universal: z.string().optional() })
export const TransitionJson = z.strictObject({
  target: z.string().optional(),
  reenter: z.literal(true).optional(),
  guard: NamedAct.optional(),
  actions: z.array(NamedAct).optional(),
  meta: TransitionMeta.optional(),
})
export type TransitionJson = z.infer<typeof TransitionJson>
const Transitions = z.array(TransitionJson)

export interface StateJson {
  type?: 'final' | 'history' | undefined
  history?: 'deep' | undefined
  initial?: string | undefined
  entry?: NamedAct[] | undefined
  exit?: NamedAct[] | undefined
  on?: Record<string, TransitionJson[]> | undefined
  always?: TransitionJson[] | undefined
  /** Keys are milliseconds: a named delay fires at once under bare XState. */
  after?: Record<string, TransitionJson[]> | undefined
  onDone?: TransitionJson[] | undefined
  states?: Record<string, StateJson> | undefined
  meta?: JsonObject | undefined
}
export const StateJson: z.ZodType<StateJson> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['final', 'history']).optional(),
    history: z.literal('deep').optional(),
    initial: z.string().optional(),
    entry: z.array(NamedAct).optional(),
    exit: z.array(NamedAct).optional(),
    on: z.record(z.string(), Transitions).optional(),
    always: Transitions.optional(),
    after: z.record(z.string().regex(/^[1-9]\d{0,9}$/, 'A delay is a whole number of milliseconds.'), Transitions).optional(),
    onDone: Transitions.optional(),
    states: z.record(z.string(), StateJson).optional(),
    meta: JsonObject.optional(),
  }),
)

/** What the operator typed, once; acts and guards point at it by node id. */
export const NodeMeta = z.strictObject({ node: z.string(), label: z.string(), settings: JsonObject })
export type NodeMeta = z.infer<typeof NodeMeta>

export const chartFormat = 'callwright.chart/1'
export const ChartMeta = z.strictObject({
  format: z.literal(chartFormat),
  name: z.string(),
  channels: z.array(Channel).min(1),
  locales: z.array(Locale).min(1),
  variables: z.array(Variable),
  universal: z.partialRecord(z.enum(universalNames), Universal),
})

/**
 * The saved chart: an XState v5 machine config in plain JSON that bare `createMachine` accepts.
 * `states.flow` holds every node and the deep history `_back`; beside it stand the universal states.
 */
export const Chart = z.strictObject({
  id: z.string(),
  initial: z.literal('flow'),
  context: Context,
  meta: ChartMeta,
  on: z.record(z.string(), Transitions),
  states: z.strictObject({ flow: StateJson, repeat: StateJson, ended: StateJson }),
})
export type Chart = z.infer<typeof Chart>

/** Names inside a chart that no node can have, since node ids start with a letter. */
export const backState = '_back'
export const unwiredState = '_unwired'
