import type { Json } from '../json'
import { pointerTo, type StudioState } from './definition'
import { lintsOf } from './lint'
import type { FlowReading, Where } from './reading'
import { isTemplate, type TemplateKind, usedIn } from './templates'

/** How many pieces of templates the file holds, by how they run here. */
export type TemplateCounts = Record<TemplateKind, number>

/**
 * Looks at every template of the file, carried over or not, once all widgets are read: counts its pieces, and notes names
 * that stand for nothing and what else a person should know.
 */
export function survey(whole: FlowReading): TemplateCounts {
  const counts: TemplateCounts = { path: 0, filters: 0, liquid: 0, unresolved: 0 }
  for (const [index, state] of whole.flow.states.entries()) {
    const node = whole.nodeNames.known(state.name) ?? ''
    for (const { text, path } of textsOf(state)) {
      if (isTemplate(text))
        look(whole, { text, where: { widget: state.name, node, pointer: pointerTo(['states', index, ...path]) }, counts })
    }
  }
  return counts
}

interface Looked {
  text: string
  where: Where
  counts: TemplateCounts
}

function look(whole: FlowReading, { text, where, counts }: Looked): void {
  const knows = (name: string): boolean => whole.nodeNames.known(name) !== undefined
  const use = usedIn(text, knows)
  for (const { kind } of use.pieces) counts[kind]++
  for (const { code, quoted } of lintsOf(text, use, knows)) whole.note(code, { where, quoted })
  for (const name of new Set(use.variables)) {
    const set = whole.gathered.variables.has(whole.variableNames.known(name) ?? '')
    if (!set) whole.note('unset-variable', { where, quoted: `flow.variables.${name}` })
  }
}

type Text = { text: string; path: (string | number)[] }

function textsOf({ properties, transitions }: StudioState): Text[] {
  const conditions = transitions.flatMap((transition, place) =>
    (transition.conditions ?? []).flatMap(({ arguments: given, value }, condition) => {
      const at = ['transitions', place, 'conditions', condition]
      return [...given.map((text, index) => ({ text, path: [...at, 'arguments', index] })), { text: value, path: [...at, 'value'] }]
    }),
  )
  return [...textsIn(properties, ['properties']), ...conditions]
}

function textsIn(value: Json, path: (string | number)[]): Text[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]))
  return value === null || typeof value !== 'object' ? [] : Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]))
}
