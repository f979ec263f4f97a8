import type { z } from 'zod'
import { type Chart, NodeMeta, type StateJson, type TransitionJson } from '../chart'
import type { Content } from '../content'
import { outgoing } from '../decompile'
import type { Json, JsonObject } from '../json'
import type { AnyNodeType, Finding, Port, PromptUse } from '../node'
import { nodeTypes } from '../nodes/index'
import { templatePaths } from '../template'

/** One node as the rules see it. What cannot be known of a broken node is empty, so that one mistake is reported once. */
export interface CheckedNode {
  id: string
  state: StateJson
  type: string
  label: string
  /** As typed; may not fit the type. */
  settings: JsonObject
  /** The registered type, with settings that fit it. */
  known: { type: AnyNodeType; settings: JsonObject } | undefined
  issues: { field: string; problem: string }[]
  ports: readonly Port[]
  prompts: readonly PromptUse[]
  /** Every template it renders: its settings' own and its prompts' words in each language. */
  templates: { template: string; field: string; paths: string[][] }[]
  exits: TransitionJson[]
}

/** All that a rule may look at. Computed once for all rules. */
export interface Facts {
  chart: Chart
  content: Content
  nodes: readonly CheckedNode[]
  byId: ReadonlyMap<string, CheckedNode>
  /** Charts of the releases that subflow nodes may pin, by release hash. */
  subflows: Readonly<Record<string, { chart: Chart }>>
  /** True when the chart is about to be released: what may stay open in a draft may not now. */
  release: boolean
}

/** One rule: what is wrong, with its place. Pure. */
export type Rule = (facts: Facts) => Finding[]

/** Reads a chart once for all rules. */
export function factsOf(chart: Chart, { content, subflows, release }: Pick<Facts, 'content' | 'subflows' | 'release'>): Facts {
  const nodes = Object.entries(chart.states.flow.states ?? {}).flatMap(([id, state]) =>
    id.startsWith('_') ? [] : [checkedNode(id, { state, content })],
  )
  return { chart, content, nodes, byId: new Map(nodes.map((node) => [node.id, node])), subflows, release }
}

function checkedNode(id: string, { state, content }: { state: StateJson; content: Content }): CheckedNode {
  const meta = NodeMeta.safeParse(state.meta)
  const { node: type, label, settings } = meta.success ? meta.data : { node: '', label: id, settings: {} }
  const registered = Object.hasOwn(nodeTypes, type) ? (nodeTypes as Record<string, AnyNodeType>)[type] : undefined
  const parsed = registered?.settings.safeParse(settings)
  const known = registered && parsed?.success ? { type: registered, settings: parsed.data as JsonObject } : undefined
  const prompts = known?.type.prompts(known.settings) ?? []
  const issues = parsed && !parsed.success ? problemsOf(parsed.error) : []
  const templates = [...(known?.type.templates?.(known.settings) ?? []), ...promptTemplates(prompts, content)]
  return {
    id,
    state,
    type,
    label,
    settings,
    known,
    issues,
    prompts,
    ports: known?.type.ports(known.settings) ?? [],
    templates: templates.flatMap(({ template, field }) =>
      template.includes('{') ? [{ template, field, paths: templatePaths(template) }] : [],
    ),
    exits: outgoing(state),
  }
}

function promptTemplates(prompts: readonly PromptUse[], content: Content): { template: string; field: string }[] {
  return prompts.flatMap(({ key, field }) =>
    Object.values(content[key] ?? {}).flatMap(({ text, audioUrl }) => [
      { template: text, field },
      ...(audioUrl ? [{ template: audioUrl, field }] : []),
    ]),
  )
}

const problemsOf = ({ issues }: z.ZodError): CheckedNode['issues'] =>
  issues.map(({ path, message }) => ({ field: path.map(String).join('.'), problem: message }))

/** Every string inside a JSON value, with its path. */
export function stringsIn(value: Json, path = ''): { text: string; path: string }[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => stringsIn(item, path ? `${path}.${key}` : key))
}
