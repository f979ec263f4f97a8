import type { DrawnNode } from '../drawing'
import type { JsonObject } from '../json'
import { nodeTypeOf } from '../nodes/index'
import { stubOf } from './stub'
import type { WidgetReading } from './widget-reading'
import type { Carried } from './widgets/carry'
import { widgets, widgetsNotRunHere } from './widgets/registry'

/** A widget as a node without its wires, and what each of its ports stands for. */
export interface CarriedNode {
  reading: WidgetReading
  node: Pick<DrawnNode, 'type' | 'label' | 'settings'>
  follows: Carried['follows']
}

/** Carries one widget over. What cannot run here, or does not fit its node's settings, becomes a stub that keeps everything. */
export function carryOver(reading: WidgetReading): CarriedNode {
  const carried = runnable(reading)
  const fitting = carried && fitted(reading, carried)
  const { type, settings, follows } = fitting ?? stubOf(reading)
  if (!fitting) dropWords(reading)
  return { reading, node: { type, label: reading.name.slice(0, 80) || type, settings }, follows }
}

function runnable(reading: WidgetReading): Carried | undefined {
  const { type, name } = reading.state
  const carry = Object.hasOwn(widgets, type) ? widgets[type] : undefined
  if (type === 'trigger' && name !== reading.whole.trigger?.name) {
    reading.note('two-triggers', { at: ['type'], quoted: name })
    return undefined
  }
  if (!carry) {
    reading.note(widgetsNotRunHere.has(type) ? 'widget-not-run-here' : 'unknown-widget', { at: ['type'], quoted: type })
    return undefined
  }
  const carried = carry(reading)
  if (carried === undefined) reading.note('widget-not-run-here', { at: ['type'], quoted: type })
  return carried
}

/** Settings as the node's own schema keeps them, defaults included; undefined when they do not fit it. */
function fitted(reading: WidgetReading, carried: Carried): Carried | undefined {
  const settings = nodeTypeOf(carried.type).settings.safeParse(carried.settings)
  if (settings.success) return { ...carried, settings: JSON.parse(JSON.stringify(settings.data)) as JsonObject }
  const issue = settings.error.issues[0]
  reading.note('settings-do-not-fit', { at: ['properties'], quoted: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` })
  return undefined
}

/** A stub says nothing; words read before it was clear would belong to nobody. */
function dropWords({ whole, at }: WidgetReading): void {
  for (const key of Object.keys(whole.gathered.content)) if (key.startsWith(`${at.id}.`)) delete whole.gathered.content[key]
}
