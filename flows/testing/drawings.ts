import * as fc from 'fast-check'
import type { Drawing, DrawnNode } from '../drawing'
import type { Draft } from '../edits/draft'
import { emptyDraft } from '../edits/draft'
import { applyEdit, Edit } from '../edits/edit'
import type { AnyNodeType } from '../node'
import { nodeTypes } from '../nodes/index'

/** Ids that every JavaScript object has already, beside ordinary ones: both are lawful. */
const nodeId = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_]{0,10}$/) },
  { weight: 1, arbitrary: fc.constantFrom('constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf') },
)
const label = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((text) => text.length <= 80)
const channels = fc.constantFrom<Drawing['channels'][]>(['voice'], ['sms'], ['voice', 'sms'])
const locales = fc.constantFrom<Drawing['locales'][]>(['en-US'], ['en-US', 'es-US'], ['zh-CN', 'en-US', 'es-US'])
const typeIds = Object.keys(nodeTypes).filter((type) => type !== 'start')

const variable = fc.record({
  name: fc.constantFrom('name', 'dob', 'choice', 'tries', 'constructor'),
  type: fc.constantFrom<'text' | 'number'>('text', 'number'),
  phi: fc.constantFrom<'none' | 'identifier' | 'health'>('none', 'identifier', 'health'),
  purpose: label,
  retentionDays: fc.integer({ min: 0, max: 3660 }),
})

/** A port's wire: somewhere among the nodes, or nowhere. Chosen by number, since the nodes are not known yet. */
const wirePlan = fc.array(fc.option(fc.nat(), { freq: 4 }), { minLength: 12, maxLength: 12 })

const plan = fc.record({
  channels,
  locales,
  nodes: fc.uniqueArray(fc.record({ id: nodeId, type: fc.constantFrom(...typeIds), label, wires: wirePlan }), {
    selector: ({ id }) => id,
    maxLength: 12,
  }),
  startWires: wirePlan,
  variables: fc.uniqueArray(variable, { selector: ({ name }) => name, maxLength: 4 }),
  person: fc.option(fc.record({ key: fc.constantFrom('0', '9', '*'), target: fc.nat() })),
  repeat: fc.boolean(),
})

/** Any drawing over the whole registry: every node from its type's example, with ids, labels, wires, languages and universal keys at random. */
export const drafts: fc.Arbitrary<Draft> = plan.map(({ nodes, startWires, variables, person, repeat, ...flow }) => {
  const fresh = emptyDraft({ id: 'generated', name: 'Generated', locale: flow.locales[0] ?? 'en-US', channels: flow.channels })
  const added = nodes.reduce<Draft>((draft, { id, type, label }, index) => {
    const applied = applyEdit(draft, Edit.parse({ kind: 'addNode', type, id, label, position: { x: index * 40, y: -index } }))
    return applied.ok ? applied.draft : draft
  }, fresh)
  const ids = Object.keys(added.drawing.nodes)
  const at = (place: number): string => ids[place % ids.length] ?? 'start'
  const wiresFor = (node: DrawnNode, wires: readonly (number | null)[]) =>
    Object.fromEntries(
      portIds(node).flatMap((port, index) => (typeof wires[index] === 'number' ? [[port, at(wires[index])] as const] : [])),
    )
  const wired = Object.entries(added.drawing.nodes).map(([id, node]) => {
    const planned = id === 'start' ? startWires : (nodes.find((each) => each.id === id)?.wires ?? [])
    return [id, { ...node, wires: wiresFor(node, planned) }] as const
  })
  const universal: Drawing['universal'] = {
    ...(person && { person: { key: person.key, words: {}, target: at(person.target) } }),
    ...(repeat && { repeat: { key: '#', words: {} } }),
  }
  return { ...added, drawing: { ...added.drawing, ...flow, variables, universal, nodes: Object.fromEntries(wired) } }
})

/** Only the drawings of `drafts`. */
export const drawings: fc.Arbitrary<Drawing> = drafts.map(({ drawing }) => drawing)

const portIds = ({ type, settings }: DrawnNode): string[] => {
  const known = (nodeTypes as Record<string, AnyNodeType>)[type]
  return known ? known.ports(known.settings.parse(settings)).map(({ id }) => id) : []
}

/** The same value with the keys of every object in another order, which must change nothing. */
export function shuffled<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(shuffled) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  ) as Value
}

const word = fc.record({ text: fc.string({ maxLength: 30 }) })
const prompt = (ids: readonly string[]) =>
  fc.tuple(fc.constantFrom(...ids), fc.constantFrom('prompt', 'retry1', 'note')).map(([id, part]) => `${id}.${part}`)

/** Any edit that could be meant for this draft; some of them do not apply. */
export function editsFor({ drawing, content }: Draft): fc.Arbitrary<Edit> {
  const ids = [...Object.keys(drawing.nodes), 'nobody']
  const id = fc.constantFrom(...ids)
  const port = fc.constantFrom(...Object.values(drawing.nodes).flatMap(portIds), 'nowhere')
  const keys = Object.keys(content)
  const key = keys.length > 0 ? fc.oneof(fc.constantFrom(...keys), prompt(ids)) : prompt(ids)
  const locale = fc.constantFrom('en-US', 'es-US', 'zh-CN')
  const field = fc.constantFrom('prompt', 'options', 'retries', 'by', 'rows', 'rungs', 'anything')
  const known = Object.keys(nodeTypes)
  return fc
    .oneof(
      fc.record({
        kind: fc.constant('addNode'),
        id: fc.oneof(id, nodeId),
        type: fc.constantFrom(...known, 'unknown'),
        label,
        position: fc.constant({ x: 1, y: 2 }),
      }),
      fc.record({ kind: fc.constant('removeNodes'), ids: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('setSettings'),
        id,
        set: fc.dictionary(field, fc.constantFrom<unknown>([], 1, 'x', null, ['call']), { maxKeys: 2 }),
        remove: fc.uniqueArray(field, { maxLength: 2 }),
      }),
      fc.record({ kind: fc.constant('renameNode'), id, label }),
      fc.record({ kind: fc.constant('wire'), from: id, port, to: id }),
      fc.record({ kind: fc.constant('unwire'), from: id, port }),
      fc.record({
        kind: fc.constant('moveNodes'),
        positions: fc.dictionary(id, fc.option(fc.record({ x: fc.integer(), y: fc.integer() }))),
      }),
      fc.record({ kind: fc.constant('setWords'), key, locale, words: fc.option(word) }),
      fc.record({ kind: fc.constant('setVariables'), variables: fc.uniqueArray(variable, { selector: ({ name }) => name, maxLength: 3 }) }),
      fc.record({
        kind: fc.constant('setUniversal'),
        name: fc.constantFrom('person', 'repeat', 'emergency'),
        universal: fc.option(fc.record({ key: fc.constant('0'), target: id })),
      }),
      fc.record({ kind: fc.constant('setFlow'), name: label, channels, locales }),
    )
    .map((edit) => Edit.parse(edit))
}
