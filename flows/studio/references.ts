import { z } from 'zod'
import type { Content } from '../content'
import type { Drawing } from '../drawing'
import type { Json, JsonObject } from '../json'

/** Things an imported flow names that exist only in one account or one environment. */
const referenceKinds = [
  'flow',
  'workflow',
  'channel',
  'queue',
  'function',
  'messaging-service',
  'phone',
  'content-template',
  'url',
  'secret',
] as const
export const ReferenceKind = z.enum(referenceKinds)
export type ReferenceKind = z.infer<typeof ReferenceKind>

const name = z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/)

/** One thing to be mapped: what the file called it, and where it is used. */
export const Reference = z.strictObject({
  kind: ReferenceKind,
  name,
  /** The value it had in the file: a sid, a URL, a placeholder. Empty for secrets. */
  was: z.string(),
  places: z.array(z.strictObject({ widget: z.string(), pointer: z.string() })),
})
export type Reference = z.infer<typeof Reference>

/** How a reference stands in a node's settings until it is mapped: the whole value is `ref:<kind>:<name>`. */
export const referenceValue = ({ kind, name }: Pick<Reference, 'kind' | 'name'>): string => `ref:${kind}:${name}`

const referencePattern = new RegExp(`^ref:(${referenceKinds.join('|')}):([A-Za-z0-9_.-]{1,80})$`)

/** The reference a settings value stands for, or undefined when it is an ordinary value. */
export function referenceIn(value: Json | undefined): Pick<Reference, 'kind' | 'name'> | undefined {
  const found = typeof value === 'string' ? referencePattern.exec(value) : null
  return found?.[1] && found[2] ? { kind: ReferenceKind.parse(found[1]), name: found[2] } : undefined
}

interface Drawn {
  drawing: Drawing
  content: Content
}

/**
 * Puts real values in the place of references. `mapping` is keyed by `ref:<kind>:<name>`; what it does not name, or maps to
 * nothing, stays unmapped. A secret maps to the template `{{ secret.NAME }}`, never to the secret itself.
 */
export function mapReferences<Draft extends Drawn>(draft: Draft, mapping: Readonly<Record<string, string>>): Draft {
  const put = (value: Json): Json => {
    if (typeof value === 'string') return referenceIn(value) && Object.hasOwn(mapping, value) ? mapping[value] || value : value
    if (Array.isArray(value)) return value.map(put)
    return value === null || typeof value !== 'object'
      ? value
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, put(item)]))
  }
  const nodes = Object.fromEntries(
    Object.entries(draft.drawing.nodes).map(([id, node]) => [id, { ...node, settings: put(node.settings) as JsonObject }]),
  )
  return { ...draft, drawing: { ...draft.drawing, nodes } }
}

/** Every reference still without a value, with the node and the settings path it stands at. */
export function unmapped({ drawing }: Drawn): { reference: string; kind: ReferenceKind; name: string; node: string; field: string }[] {
  const found: ReturnType<typeof unmapped> = []
  const look = (value: Json, { node, field }: { node: string; field: string }): void => {
    const reference = referenceIn(value)
    if (reference) found.push({ reference: referenceValue(reference), ...reference, node, field })
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) look(item, { node, field: field ? `${field}.${key}` : key })
  }
  for (const [node, { settings }] of Object.entries(drawing.nodes)) look(settings, { node, field: '' })
  return found
}

/** Collects references while a flow is read; the same thing named twice is one reference with two places. */
export class References {
  readonly #found = new Map<string, Reference>()

  /** Remembers a use and gives the value to put into the settings. */
  use(kind: ReferenceKind, { was, wish, place }: { was: string; wish: string; place: { widget: string; pointer: string } }): string {
    const key = `${kind} ${was || wish}`
    const known = this.#found.get(key)
    if (known) {
      if (!known.places.some(({ pointer }) => pointer === place.pointer)) known.places.push(place)
      return referenceValue(known)
    }
    const reference = { kind, name: this.#freeName(kind, wish), was, places: [place] }
    this.#found.set(key, reference)
    return referenceValue(reference)
  }

  list(): Reference[] {
    return [...this.#found.values()]
  }

  #freeName(kind: ReferenceKind, wish: string): string {
    const plain =
      wish
        .replace(/[^A-Za-z0-9_.-]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .slice(0, 70) || kind
    const taken = new Set(
      this.list()
        .filter((known) => known.kind === kind)
        .map((known) => known.name),
    )
    let free = plain
    for (let count = 2; taken.has(free); count++) free = `${plain}_${count}`
    return free
  }
}
