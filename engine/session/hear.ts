import type { FlowEvent } from '#flows/events'
import { recognise } from '#flows/recognise'
import { soundsLikeEmergency } from '../emergency'
import type { LoadedFlow } from '../load'
import type { SessionRow } from '../ports'

export interface HeardAs {
  event: FlowEvent
  /** Somebody sounds in danger and this flow has no way of its own for it. */
  danger: boolean
}

/** The event as the flow shall see it: danger first, then universal keys and words, then the node's own input. */
export function hear(flow: LoadedFlow, { session, event }: { session: SessionRow; event: FlowEvent }): HeardAs {
  const danger = soundsLikeEmergency(textOf(event))
  const ready = flow.chart.meta.universal.emergency?.target !== undefined
  if (danger && ready && event.type !== 'session.started') {
    return {
      event: { type: 'universal.emergency', at: event.at, ...('fields' in event && event.fields && { fields: event.fields }) },
      danger: false,
    }
  }
  const at = session.nodes.flatMap((id) => flow.nodes.get(id) ?? [])
  const locale = session.locale ?? flow.chart.meta.locales[0] ?? 'en-US'
  const recognised = recognise(flow.chart, { event, at, locale })
  return { event: recognised, danger: danger && recognised.type !== 'universal.emergency' }
}

function textOf(event: FlowEvent): string {
  if (event.type === 'heard' && 'speech' in event) return event.speech ?? ''
  if ((event.type === 'message.received' || event.type === 'session.started') && 'body' in event) return event.body ?? ''
  return ''
}
