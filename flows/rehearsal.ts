import type { RehearsalEvent } from './node'

/**
 * A node type's rehearsal event made ready for one node of that type. Types do not know their nodes: in their events `here` stands for
 * the node (`effect.done.here`), and a ladder's `rung` 0 for whoever is being asked, which `rung` tells.
 */
export function rehearsedAt(event: RehearsalEvent, { node, rung }: { node: string; rung?: number | undefined }): RehearsalEvent {
  if (event.type === 'rung.answered' || event.type === 'rung.missed') return { ...event, node, rung: rung ?? event.rung }
  if (event.type === 'effect.done.here' && 'result' in event) return { ...event, type: `effect.done.${node}` }
  if (event.type === 'effect.failed.here' && 'reason' in event) return { ...event, type: `effect.failed.${node}` }
  return event
}
