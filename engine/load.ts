import { type AnyStateMachine, assign, setup } from 'xstate'
import { type Chart, NodeMeta } from '#flows/chart'
import type { Content } from '#flows/content'
import { type Context, frameOf, type Keep } from '#flows/context'
import type { Effect } from '#flows/effects'
import type { FlowEvent } from '#flows/events'
import type { JsonObject } from '#flows/json'
import type { AnyNodeType } from '#flows/node'
import { nodeTypeOf, nodeTypes } from '#flows/nodes/index'
import type { Verb } from '#flows/verbs'
import { type LinkedFlow, link } from './link'
import { turnOf } from './turn'

/** What a running release needs: its chart, its words, and the releases its subflow nodes pin, by hash. */
export interface Playable {
  chart: Chart
  content: Content
  subflows?: Record<string, Playable>
}

/** A node as the machine knows it: its type, its parsed settings and the words of the flow it stands in. */
export interface LoadedNode {
  type: AnyNodeType
  label: string
  settings: JsonObject
  content: Content
  locales: readonly string[]
}

/** A machine with its language: every act, guard and storing act resolved to the node types' functions. */
export interface LoadedFlow {
  machine: AnyStateMachine
  chart: Chart
  nodes: ReadonlyMap<string, LoadedNode>
  act(name: string, at: ActCall): (Verb | Effect)[]
  /**
   * Runs one synchronous piece of a step. XState shows guards and storing acts its own `xstate.done.…` event once an inner
   * state has finished; here they all see the event that caused the step, with its time.
   */
  causedBy<Result>(event: FlowEvent, run: () => Result): Result
}

export interface ActCall {
  context: Context
  event: FlowEvent
  params: JsonObject
}

/**
 * Builds the machine of a release: links its subflows, supplies acts, guards and storing acts by name.
 * @throws ChartFault when the chart names something this engine does not know.
 */
export function load(playable: Playable): LoadedFlow {
  const linked = link(playable)
  const nodes = nodesOf(linked)
  let cause: FlowEvent | undefined
  const turn = ({ context, event, params }: ActCall) => turnOf({ context, event: cause ?? event, node: String(params.node), nodes })
  const guards: Record<string, (args: { context: Context; event: FlowEvent }, params: JsonObject) => boolean> = {}
  const keeps: Record<string, unknown> = {}
  for (const type of Object.values<AnyNodeType>(nodeTypes)) {
    for (const [name, guard] of Object.entries(type.guards ?? {})) {
      guards[name] = ({ context, event }, params) => guard(turn({ context, event, params }), params)
    }
    for (const [name, keep] of Object.entries(type.keeps ?? {})) {
      keeps[name] = assign(({ context, event }: { context: Context; event: FlowEvent }, params: JsonObject) =>
        kept(begun(context, { event: cause ?? event, locale: playable.chart.meta.locales[0] ?? 'en-US' }), {
          node: String(params.node),
          fresh: linked.chart.context.frames,
          keep: (after) => keep(turn({ context: after, event, params }), params),
        }),
      )
    }
  }
  // The chart is data from outside XState's type system; its schema and the chart check stand in for the types lost here.
  const machine = setup({ guards, actions: keeps } as never).createMachine({
    ...linked.chart,
    options: { maxIterations: 200 },
  } as never) as unknown as AnyStateMachine
  return {
    machine,
    chart: playable.chart,
    nodes,
    act(name, call) {
      if (name === 'flow.unwired') return call.context.session?.channel === 'voice' ? [{ verb: 'hangup' }] : []
      const act = nodeTypes[name.split('.')[0] as keyof typeof nodeTypes]?.acts[name as never] as AnyNodeType['acts'][string] | undefined
      if (!act) throw new ChartFault(`This engine does not know the act "${name}".`)
      return act(turn(call), call.params)
    },
    causedBy(event, run) {
      cause = event
      try {
        return run()
      } finally {
        cause = undefined
      }
    },
  }
}

function nodesOf(linked: LinkedFlow): Map<string, LoadedNode> {
  const nodes = new Map<string, LoadedNode>()
  for (const { id, state, content, locales } of linked.nodes) {
    const { node, label, settings } = NodeMeta.parse(state.meta)
    const type = nodeTypeOf(node)
    nodes.set(id, { type, label, settings: type.settings.parse(settings) as JsonObject, content, locales })
  }
  return nodes
}

/** The session's facts enter the context with the first event, whichever node's storing act sees it first. */
function begun(context: Context, { event, locale }: { event: FlowEvent; locale: string }): Context {
  if (context.session || event.type !== 'session.started') return context
  const { session: id, channel, from, to, by, at, fields, body, parameters } = event
  // Studio's names. A request names its sides from where we stand: `to` is the person, `from` our own number.
  const text = { From: from, To: to, ...fields, Body: body ?? '' }
  const trigger: JsonObject =
    by === 'call'
      ? { call: { From: from, To: to, ...fields } }
      : by === 'message'
        ? { message: text, conversation: text }
        : { request: { from: to, to: from, parameters: parameters ?? {} } }
  return { ...context, session: { id, channel, from, to, by, startedAt: at, locale: event.locale ?? locale, trigger } }
}

interface Keeping {
  node: string
  /** The frames as the release has them: a subflow entered again starts with its first values. */
  fresh: Context['frames']
  keep: (after: Context) => Keep
}

function kept(context: Context, { node, fresh, keep }: Keeping): Context {
  const { frame, node: id } = frameOf(node)
  const { vars, result, locale, outcome, inner } = keep(context)
  const before = context.frames[frame] ?? { vars: {}, results: {} }
  const after = { vars: { ...before.vars, ...vars }, results: result ? { ...before.results, [id]: result } : before.results }
  const within = inner && { [node]: { vars: { ...fresh[node]?.vars, ...inner }, results: {} } }
  return {
    ...context,
    frames: { ...context.frames, [frame]: after, ...within },
    ...(locale && context.session && { session: { ...context.session, locale } }),
    ...(outcome !== undefined && { outcome }),
  }
}

/** A chart that names what this engine does not have. The caller hears the safe flow. */
export class ChartFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ChartFault'
  }
}
