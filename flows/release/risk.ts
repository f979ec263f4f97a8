import type { Content } from '../content'
import type { Drawing, DrawnNode } from '../drawing'
import type { AnyNodeType } from '../node'
import { nodeTypes } from '../nodes/index'
import { templatePaths } from '../template'
import type { RiskClass } from './manifest'

const order: readonly RiskClass[] = ['low', 'medium', 'high']
/** People are rung or a patient is handed over: going wrong here leaves somebody alone. */
const handsOver = new Set(['ladder', 'transfer'])
/** Where words or values leave the house. */
const sendsOut = new Set(['http', 'message'])
/** Opening hours and wording: nothing is decided about a patient. */
const harmless = new Set(['start', 'say', 'hours', 'language', 'end'])

/**
 * How much a mistake in this flow could cost a patient, computed from what it is made of; a person may raise it, never lower it.
 * High: escalation, hand-over, nodes nobody here knows, and values of identity or health that are sent out.
 * Low: greetings, hours and languages only. Medium: everything between.
 */
export function riskOf(
  { drawing, content }: { drawing: Drawing; content: Content },
  { raisedTo = 'low' }: { raisedTo?: RiskClass } = {},
): RiskClass {
  const computed = computedRisk(drawing, content)
  return order.indexOf(raisedTo) > order.indexOf(computed) ? raisedTo : computed
}

function computedRisk(drawing: Drawing, content: Content): RiskClass {
  const nodes = Object.values(drawing.nodes)
  const guarded = new Set(drawing.variables.filter(({ phi }) => phi === 'identifier' || phi === 'health').map(({ name }) => name))
  if (nodes.some(({ type }) => handsOver.has(type) || !Object.hasOwn(nodeTypes, type))) return 'high'
  if (nodes.some((node) => sendsOut.has(node.type) && variablesRead(node, content).some((name) => guarded.has(name)))) return 'high'
  return nodes.every(({ type }) => harmless.has(type)) && guarded.size === 0 ? 'low' : 'medium'
}

function variablesRead({ type, settings }: DrawnNode, content: Content): string[] {
  const known = (nodeTypes as Record<string, AnyNodeType>)[type]
  const parsed = known?.settings.safeParse(settings)
  // Settings that do not fit are refused by the chart check; until then every string in them counts.
  if (!known || !parsed?.success) return templatePaths(JSON.stringify(settings)).map(variableOf)
  const spoken = known.prompts(parsed.data).flatMap(({ key }) => Object.values(content[key] ?? {}).map(({ text }) => text))
  const templates = (known.templates?.(parsed.data) ?? []).map(({ template }) => template)
  return [...templates, ...spoken].flatMap(templatePaths).map(variableOf)
}

/** `{{ name }}`, `{{ vars.name }}` and `{{ flow.variables.name }}` read the same variable. */
const variableOf = ([root, second, third]: readonly string[]): string => (root === 'vars' ? second : root === 'flow' ? third : root) ?? ''
