import { z } from 'zod'
import { Content } from '../content'
import { type Drawing, DrawnNode, type Layout, Position, type UniversalName, universalNames } from '../drawing'
import { NodeId, PortId } from '../ids'
import { type Applied, defineEdit, nodeAt, refused } from './define'
import type { Draft } from './draft'
import { wiresThatStay, wordsInTheWay } from './node-words'

/** Puts whole nodes on the canvas, with words and positions: what was copied, or what an undo brings back. Ids must be free. */
export const paste = defineEdit({
  kind: 'paste',
  schema: z.strictObject({
    kind: z.literal('paste'),
    nodes: z.record(NodeId, DrawnNode),
    words: Content.default({}),
    positions: z.record(NodeId, Position).default({}),
    colours: z.record(NodeId, z.string()).default({}),
    /** Wires from nodes that are there to the pasted ones. */
    into: z.array(z.strictObject({ from: NodeId, port: PortId, to: NodeId })).default([]),
    /** Universal keys that shall lead to the pasted nodes. */
    universal: z.partialRecord(z.enum(universalNames), NodeId).default({}),
  }),
  apply(draft, edit) {
    const { drawing, content, layout } = draft
    const { words, positions, colours, universal } = edit
    const taken = Object.keys(edit.nodes).find((id) => nodeAt(draft, id))
    if (taken !== undefined) return refused('id-taken', { id: taken })
    const spoken = wordsInTheWay(draft, { ids: Object.keys(edit.nodes), keys: Object.keys(words) })
    if (spoken !== undefined) return refused('words-taken', { key: spoken })
    const stranger = idsBeside(edit).find((id) => !Object.hasOwn(edit.nodes, id))
    if (stranger !== undefined) return refused('no-such-node', { id: stranger })
    const nodes = joined(draft, edit)
    if ('ok' in nodes) return nodes
    const aimed = aim(drawing.universal, universal)
    if (!aimed) return refused('no-such-target')
    return {
      ok: true,
      draft: {
        drawing: { ...drawing, nodes: nodes.nodes, universal: aimed },
        content: { ...content, ...words },
        layout: { ...layout, positions: { ...layout.positions, ...positions }, colours: { ...layout.colours, ...colours } },
      },
    }
  },
  invert: (_before, { nodes }) => ({ kind: 'removeNodes', ids: Object.keys(nodes) }),
  touches: ({ nodes, words, into, universal }) => [
    ...Object.entries(nodes).map(([id, node]) => [`nodes/${id}`, { pasted: node }] as const),
    ...Object.entries(words).map(([key, said]) => [`content/${key}`, JSON.parse(JSON.stringify(said))] as const),
    ...into.map(({ from, port, to }) => [`nodes/${from}/wires/${port}`, to] as const),
    ...Object.entries(universal).map(([name, target]) => [`universal/${name}/target`, target] as const),
  ],
})

interface Pasted {
  nodes: Drawing['nodes']
  words: Content
  positions: Layout['positions']
  colours: Layout['colours']
  into: { from: string; port: string; to: string }[]
  universal: Partial<Record<UniversalName, string>>
}

/** Every node that what comes along speaks of; all must be among the pasted, so that removing those takes it all back. */
const idsBeside = ({ words, positions, colours, into, universal }: Pasted): string[] => [
  ...Object.keys(words).map((key) => key.slice(0, key.indexOf('.'))),
  ...Object.keys(positions),
  ...Object.keys(colours),
  ...into.map(({ to }) => to),
  ...Object.values(universal),
]

/** All nodes after pasting, wired; or the refusal. */
function joined(draft: Draft, { nodes: pasted, into }: Pasted): { nodes: Drawing['nodes'] } | Applied {
  const nodes = { ...draft.drawing.nodes }
  for (const [id, node] of Object.entries(pasted)) nodes[id] = { ...node, wires: wiresThatStay(node) }
  for (const { from, port, to } of into) {
    const node = nodeAt(draft, from)
    if (!node) return refused('no-such-node', { id: from })
    const wires = nodes[from]?.wires ?? node.wires
    if (Object.hasOwn(wires, port) && wires[port] !== to) return refused('already-wired', { id: from, port })
    nodes[from] = { ...node, wires: { ...wires, [port]: to } }
  }
  const astray = Object.values(nodes)
    .flatMap(({ wires }) => Object.values(wires))
    .find((to) => !Object.hasOwn(nodes, to))
  return astray === undefined ? { nodes } : refused('no-such-node', { id: astray })
}

/** Universals whose target was lost get it back; one that was aimed elsewhere or removed since is not overruled. */
function aim(universal: Drawing['universal'], targets: Partial<Record<UniversalName, string>>): Drawing['universal'] | undefined {
  const aimed = { ...universal }
  for (const name of universalNames) {
    const target = targets[name]
    const now = aimed[name]
    if (target === undefined) continue
    if (!now || (now.target !== undefined && now.target !== target)) return undefined
    aimed[name] = { ...now, target }
  }
  return aimed
}
