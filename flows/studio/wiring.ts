import type { DrawnNode } from '../drawing'
import { nodeTypeOf } from '../nodes/index'
import type { CarriedNode } from './carry-over'
import type { ListedExit } from './report'

export interface Wired {
  nodes: Record<string, DrawnNode>
  exits: ListedExit[]
  /** End nodes, and the widget's node each stands behind. */
  ends: Map<string, string>
  /** Transitions that lead to a widget of the file. */
  connected: number
}

/**
 * Joins the nodes as the file has it. A way out that leads nowhere gets an End of its own widget, and is listed: nothing
 * ends here without somebody being able to see where.
 */
export function wire(carried: readonly CarriedNode[]): Wired {
  const wired: Wired = { nodes: {}, exits: [], ends: new Map(), connected: 0 }
  for (const one of carried) wireOne(one, wired)
  return wired
}

function wireOne({ reading, node, follows }: CarriedNode, wired: Wired): void {
  const { whole, at, state } = reading
  const wires: DrawnNode['wires'] = {}
  const open: Open[] = []
  const followed = new Set<number>()
  for (const { id: port, kind } of nodeTypeOf(node.type).ports(node.settings)) {
    const way = follows[port] ?? port
    const index = typeof way === 'number' ? way : state.transitions.findIndex(({ event }) => event === way)
    const transition = state.transitions[index]
    if (transition) followed.add(index)
    else reading.note('exit-not-in-file', { at: ['transitions'], quoted: String(way) })
    const target = transition?.next ? whole.nodeNames.known(transition.next) : undefined
    if (transition?.next && target === undefined)
      reading.note('next-missing', { at: ['transitions', index, 'next'], quoted: transition.next })
    if (target === at.id) reading.note('self-loop', { at: ['transitions', index], quoted: transition?.event ?? port })
    if (target !== undefined) wires[port] = target
    else open.push({ port, event: transition?.event ?? String(way), index: transition ? index : undefined, bad: kind === 'failure' })
  }
  wired.nodes[at.id] = { ...node, wires }
  for (const bad of [false, true]) endOpen({ reading, open: open.filter((way) => way.bad === bad), wires }, wired)
  listRest(reading, { followed, node: node.type }, wired)
}

interface Open {
  port: string
  event: string
  /** The transition's place in the file; undefined when the file does not list it. */
  index: number | undefined
  bad: boolean
}

/** One End for the open good ways of a widget and one for its open failures, so that outcomes tell them apart. */
function endOpen(
  { reading, open, wires }: { reading: CarriedNode['reading']; open: Open[]; wires: DrawnNode['wires'] },
  wired: Wired,
): void {
  if (open.length === 0) return
  const { name, at, whole } = reading
  const events = [...new Set(open.map(({ event }) => event))]
  const end = whole.nodeNames.fresh(`end_${at.id}_${events[0]}`)
  const left = `${name} ${events.join(', ')}`
  wired.nodes[end] = { type: 'end', label: `End: ${left}`.slice(0, 80), settings: { outcome: left.slice(0, 60) }, wires: {} }
  wired.ends.set(end, at.id)
  for (const { port } of open) wires[port] = end
  const listed = new Set<number | string>()
  for (const { event, index } of open) {
    if (listed.has(index ?? event)) continue
    listed.add(index ?? event)
    wired.exits.push({
      widget: name,
      node: at.id,
      event,
      end,
      pointer: reading.where('transitions', ...(index === undefined ? [] : [index])).pointer,
    })
  }
}

/** Transitions that no port stands for: entries a flow does not offer, or events that never happen here. */
function listRest(reading: CarriedNode['reading'], { followed, node }: { followed: Set<number>; node: string }, wired: Wired): void {
  const { whole, state, name, at } = reading
  for (const [index, { event, next }] of state.transitions.entries()) {
    const leads = next ? whole.nodeNames.known(next) !== undefined : false
    if (leads) wired.connected++
    if (followed.has(index)) continue
    const silent =
      node === 'start' &&
      event === 'incomingConversationMessage' &&
      next === state.transitions.find((way) => way.event === 'incomingMessage')?.next
    if (leads && !silent) reading.note('event-not-carried', { at: ['transitions', index], quoted: event })
    if (!leads) wired.exits.push({ widget: name, node: at.id, event, end: null, pointer: reading.where('transitions', index).pointer })
  }
}
