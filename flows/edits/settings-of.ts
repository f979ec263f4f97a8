import type { DrawnNode } from '../drawing'
import type { AnyNodeType } from '../node'
import { nodeTypes } from '../nodes/index'

/** The type of that name, or undefined where this version does not know it. */
export const knownType = (type: string): AnyNodeType | undefined =>
  Object.hasOwn(nodeTypes, type) ? (nodeTypes as Record<string, AnyNodeType>)[type] : undefined

/** The ports a node's settings give it, or undefined while the settings do not fit its type: then nothing is known of its ports. */
export function portsOf({ type, settings }: Pick<DrawnNode, 'type' | 'settings'>): Set<string> | undefined {
  const known = knownType(type)
  const parsed = known?.settings.safeParse(settings)
  return known && parsed?.success ? new Set(known.ports(parsed.data).map(({ id }) => id)) : undefined
}

/** The prompts a node speaks; none while its settings do not fit. */
export function promptKeysOf({ type, settings }: Pick<DrawnNode, 'type' | 'settings'>): string[] {
  const known = knownType(type)
  const parsed = known?.settings.safeParse(settings)
  return known && parsed?.success ? known.prompts(parsed.data).map(({ key }) => key) : []
}
