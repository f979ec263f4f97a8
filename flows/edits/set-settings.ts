import { z } from 'zod'
import { canonicalText } from '../canonical'
import { NodeId, PortId } from '../ids'
import { type Json, JsonObject } from '../json'
import { defineEdit, nodeAt, refused, withNode, without } from './define'
import { wiresThatStay } from './node-words'

/**
 * Changes fields of a node's settings: `set` gives fields new values, `remove` drops them; others stay, so that two people can change
 * two fields of one node. Values need not fit the type yet: half-typed work is kept and the chart check says what is missing.
 * Wires of ports that are gone go with them; `wires` puts such back (undo).
 */
export const setSettings = defineEdit({
  kind: 'setSettings',
  schema: z.strictObject({
    kind: z.literal('setSettings'),
    id: NodeId,
    set: JsonObject.default({}),
    remove: z.array(z.string()).default([]),
    wires: z.record(PortId, NodeId).default({}),
  }),
  apply(draft, { id, set, remove, wires }) {
    const node = nodeAt(draft, id)
    if (!node) return refused('no-such-node', { id })
    const astray = Object.values(wires).find((to) => !nodeAt(draft, to))
    if (astray !== undefined) return refused('no-such-node', { id: astray })
    const changed = { ...node, settings: { ...without(node.settings, remove), ...set }, wires: { ...node.wires, ...wires } }
    return withNode(draft, id, { ...changed, wires: wiresThatStay(changed) })
  },
  invert(before, { id, set, remove, wires }) {
    const node = nodeAt(before, id)
    const had = node?.settings ?? {}
    const touched = [...new Set([...Object.keys(set), ...remove])]
    const after = node && { ...node, settings: { ...without(had, remove), ...set }, wires: { ...node.wires, ...wires } }
    const kept = after ? wiresThatStay(after) : {}
    return {
      kind: 'setSettings',
      id,
      set: Object.fromEntries(touched.filter((field) => Object.hasOwn(had, field)).map((field) => [field, had[field]])),
      remove: touched.filter((field) => !Object.hasOwn(had, field)),
      wires: Object.fromEntries(Object.entries(node?.wires ?? {}).filter(([port, to]) => kept[port] !== to)),
    }
  },
  touches: ({ id, set, remove, wires }) => [
    ...Object.entries(set).map(([field, value]) => [`nodes/${id}/settings/${field}`, { set: value }] as const),
    ...remove.map((field) => [`nodes/${id}/settings/${field}`, null] as const),
    ...Object.entries(wires).map(([port, to]) => [`nodes/${id}/wires/${port}`, to] as const),
  ],
})

/** The fields a form changed, as the edit wants them; undefined when nothing changed. */
export function settingsChange(before: JsonObject, after: JsonObject): { set: JsonObject; remove: string[] } | undefined {
  const differs = (field: string, value: Json) =>
    !Object.hasOwn(before, field) || canonicalText(before[field] ?? null) !== canonicalText(value)
  const set = Object.fromEntries(Object.entries(after).filter(([field, value]) => differs(field, value)))
  const remove = Object.keys(before).filter((field) => !Object.hasOwn(after, field))
  return Object.keys(set).length > 0 || remove.length > 0 ? { set, remove } : undefined
}
