import type { DrawnNode } from '#flows/drawing'
import { knownType } from '#flows/edits/settings-of'
import type { JsonObject } from '#flows/json'
import type { AnyNodeType, Port, PromptUse } from '#flows/node'

export interface ReadNode {
  type: AnyNodeType | undefined
  /** Parsed; undefined while what is typed does not fit the type. */
  settings: JsonObject | undefined
  ports: readonly Port[]
  prompts: readonly PromptUse[]
  issues: readonly Issue[]
}

/** What does not fit, as the schema says it. */
export interface Issue {
  field: string
  code: string
  message: string
}

// A draft keeps the objects of nodes that did not change, so each node is read once for each change of it.
const memory = new WeakMap<DrawnNode, ReadNode>()

/** A node as its type understands it. While its settings do not fit, its ways out are those that are wired. */
export function readNode(node: DrawnNode): ReadNode {
  const known = memory.get(node)
  if (known) return known
  const read = freshlyRead(node)
  memory.set(node, read)
  return read
}

function freshlyRead({ type: id, settings, wires }: DrawnNode): ReadNode {
  const type = knownType(id)
  const parsed = type?.settings.safeParse(settings)
  if (type && parsed?.success) {
    return { type, settings: parsed.data as JsonObject, ports: type.ports(parsed.data), prompts: type.prompts(parsed.data), issues: [] }
  }
  const issues =
    parsed?.error?.issues.map(({ path, code, message }: { path: PropertyKey[]; code: string; message: string }) => ({
      field: path.map(String).join('.'),
      code,
      message,
    })) ?? []
  const ports = Object.keys(wires).map((port) => ({ id: port, kind: 'choice' as const }))
  return { type, settings: undefined, ports, prompts: [], issues }
}
