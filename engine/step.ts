import { type AnyMachineSnapshot, createActor, getInitialMicrosteps, getMicrosteps } from 'xstate'
import type { Context } from '#flows/context'
import { Effect } from '#flows/effects'
import type { FlowEvent } from '#flows/events'
import type { JsonObject } from '#flows/json'
import type { Verb } from '#flows/verbs'
import { ChartFault, type LoadedFlow } from './load'

/** A delay the chart asks for. `event` is what to send to the session when it is due. */
export interface TimerStart {
  id: string
  inMs: number
  event: string
}

/** All that should happen because of one event. Nothing of it has happened yet. */
export interface Step {
  /** The machine's persisted snapshot: JSON, to be given to the next step. */
  snapshot: JsonObject
  verbs: Verb[]
  effects: Effect[]
  start: TimerStart[]
  stop: string[]
  /** False when the flow had no transition for the event; verbs are empty then. */
  handled: boolean
  done: boolean
  /** Whether time alone can lead on from here. */
  timed: boolean
  outcome: string | null
  /** Qualified ids of the nodes the session stood in before and stands in now. */
  before: string[]
  after: string[]
  /** Every node entered or passed on the way, in order; what lights up on the canvas and counts as covered. */
  path: string[]
  locale: string | undefined
}

/**
 * Runs one event through a flow. Pure: same flow, snapshot and event, same step; the time is the event's own.
 * `snapshot` undefined begins a session, and the event is then its `session.started`.
 * @throws ChartFault for an unknown act, a snapshot that does not fit the chart, an endless loop or a failing act.
 */
export function step(flow: LoadedFlow, { snapshot, event }: { snapshot: JsonObject | undefined; event: FlowEvent }): Step {
  const { machine } = flow
  const opening = snapshot === undefined
  const opened = opening ? guarded(() => flow.causedBy(event, () => getInitialMicrosteps(machine))) : []
  const before = opening ? last(opened) : restored(flow, snapshot)
  const handled = guarded(() => flow.causedBy(event, () => before.can(event)))
  const caused = guarded(() => flow.causedBy(event, () => getMicrosteps(machine, before, event)))
  const after = last([[before, []], ...caused])
  if (after.status === 'error') throw new ChartFault(`The flow cannot go on: ${messageOf((after as { error?: unknown }).error)}`)
  const context = after.context as Context
  return {
    snapshot: JSON.parse(JSON.stringify(machine.getPersistedSnapshot(after))) as JsonObject,
    ...sort(flow, { event, actions: [...opened, ...caused].flatMap(([, actions]) => actions) }),
    handled,
    done: after.status === 'done',
    timed: after._nodes.some((node) => node.after.length > 0),
    outcome: context.outcome,
    before: opening ? [] : nodesAt(before, flow),
    after: nodesAt(after, flow),
    path: pathOf([...opened, ...caused], flow),
    locale: context.session?.locale,
  }
}

type Microstep = [AnyMachineSnapshot, readonly Collected[]]

function last(steps: readonly Microstep[]): AnyMachineSnapshot {
  const end = steps.at(-1)
  if (!end) throw new ChartFault('The flow has no first state.')
  return end[0]
}

/** One entry each time a node is entered; a node that only waits on through a step is not entered again. */
function pathOf(steps: readonly Microstep[], flow: LoadedFlow): string[] {
  const path: string[] = []
  for (const [snapshot] of steps) for (const node of nodesAt(snapshot, flow)) if (path.at(-1) !== node) path.push(node)
  return path
}

/** The nodes a snapshot stands in, innermost subflow included. */
export function nodesAt(snapshot: AnyMachineSnapshot, flow: LoadedFlow): string[] {
  const found: string[] = []
  for (const node of snapshot._nodes) {
    const id = qualifiedAt(node.path)
    if (id !== undefined && flow.nodes.has(id)) found.push(id)
  }
  return found
}

/** A node's path reads `flow.<node>[.inside.<node>…]`; a path of even length is inner life of a node, or the linking itself. */
function qualifiedAt([root, ...path]: readonly string[]): string | undefined {
  return root !== 'flow' || path.length % 2 === 0 ? undefined : path.filter((_, index) => index % 2 === 0).join('/')
}

function restored({ machine }: LoadedFlow, snapshot: JsonObject): AnyMachineSnapshot {
  const before = createActor(machine, { snapshot: snapshot as never }).getSnapshot() as AnyMachineSnapshot
  if (before.status === 'error') throw new ChartFault('The saved state does not fit this chart.')
  return before
}

interface Collected {
  type: string
  params?: unknown
  info: unknown
}

/** Ours become verbs and effects; XState's raises with a delay become timers. A cancel also drops a start of the same step. */
function sort(
  flow: LoadedFlow,
  { event, actions }: { event: FlowEvent; actions: readonly Collected[] },
): Pick<Step, 'verbs' | 'effects' | 'start' | 'stop'> {
  const sorted: Pick<Step, 'verbs' | 'effects' | 'start' | 'stop'> = { verbs: [], effects: [], start: [], stop: [] }
  for (const { type, params, info } of actions) {
    if (type === 'xstate.raise') {
      const { id, delay, event } = params as { id: string; delay?: number; event: { type: string } }
      if (delay !== undefined) sorted.start.push({ id, inMs: delay, event: event.type })
    } else if (type === 'xstate.cancel') {
      const { sendId } = params as { sendId: string }
      sorted.start = sorted.start.filter((timer) => timer.id !== sendId)
      sorted.stop.push(sendId)
    } else if (!type.startsWith('xstate.')) {
      const { context } = info as { context: Context }
      for (const said of guarded(() => flow.act(type, { context, event, params: (params ?? {}) as JsonObject }))) {
        if ('verb' in said) sorted.verbs.push(said)
        else sorted.effects.push(Effect.parse(said))
      }
    }
  }
  return sorted
}

function guarded<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof ChartFault) throw cause
    throw new ChartFault(`The flow cannot go on: ${messageOf(cause)}`, { cause })
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
