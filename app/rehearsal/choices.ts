import type { RehearsalEvent } from '#flows/node'
import { rehearsedAt } from '#flows/rehearsal'
import type { Rehearsal } from './rehearsal-state'

export interface Choice {
  id: string
  label: string
  node: string
  event: RehearsalEvent
}

/** What could happen now beside the phone's own keys: another system answers, a person accepts. From the node types themselves. */
export function choicesAt({ flow, here, state, waiting, rung }: Rehearsal): Choice[] {
  if (state !== 'live') return []
  const offered = here.flatMap((node) => {
    const loaded = flow.nodes.get(node)
    return (loaded?.type.rehearse(loaded.settings) ?? []).flatMap(({ label, event }, index) => {
      const byPhone =
        event.type === 'heard' || event.type === 'silence' || event.type === 'message.received' || event.type === 'session.started'
      if (byPhone || (event.type === 'call.dialed' && waiting?.verb !== 'dial')) return []
      return [{ id: `${node}.${index}`, label, node, event: rehearsedAt(event, { node, rung }) }]
    })
  })
  const dialing = waiting?.verb === 'dial' && !offered.some(({ event }) => event.type === 'call.dialed')
  return dialing ? [...offered, ...dialChoices(here[0] ?? '')] : offered
}

/** How a connection may go, where the node that asked for it names no choices of its own. */
function dialChoices(node: string): Choice[] {
  return [
    { id: 'dial.completed', label: 'completed', node, event: { type: 'call.dialed', status: 'completed', bridged: true, seconds: 60 } },
    { id: 'dial.no_answer', label: 'no_answer', node, event: { type: 'call.dialed', status: 'no-answer' } },
  ]
}
