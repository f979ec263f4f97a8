import type { StudioFlow, StudioState } from './definition'

/** The widget types of exports made 2018–2020, and what each is called today. */
const modernTypes: Record<string, string> = {
  InitialState: 'trigger',
  Message: 'send-message',
  MessagePrompt: 'send-and-wait-for-reply',
  Branch: 'split-based-on',
  SetVariables: 'set-variables',
  Webhook: 'make-http-request',
  Function: 'run-function',
  Gather: 'gather-input-on-call',
  SayPlay: 'say-play',
  DialV2: 'make-outgoing-call-v2',
  EnqueueCall: 'enqueue-call',
  SendToFlex: 'send-to-flex',
}

/** True when at least one widget carries a type of the old export format. */
export const isLegacy = ({ states }: StudioFlow): boolean => states.some(({ type }) => Object.hasOwn(modernTypes, type))

/**
 * Turns an old export into today's shape: types renamed, `next` from sid to name, unset (null) properties and empty
 * condition lists dropped, `timeout` of a message prompt as text. A `next` whose sid no state has stays as it is, and is
 * reported as dangling like any other unknown name.
 */
export function modernised(flow: StudioFlow): StudioFlow {
  const names = new Map(flow.states.flatMap(({ sid, name }) => (sid ? [[sid, name] as const] : [])))
  const states = flow.states.map((state) => modernState(state, names))
  const initial = states.find(({ type }) => type === 'trigger')?.name
  return { ...flow, states, ...(initial !== undefined && { initial_state: initial }) }
}

function modernState({ name, type, properties, transitions }: StudioState, names: ReadonlyMap<string, string>): StudioState {
  const modern = Object.hasOwn(modernTypes, type) ? (modernTypes[type] ?? type) : type
  const kept = Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, type === 'MessagePrompt' && key === 'timeout' && typeof value === 'number' ? String(value) : value]),
  )
  return {
    name,
    type: modern,
    properties: kept,
    transitions: transitions.map(({ event, next, conditions }) => ({
      event,
      ...(next !== undefined && next !== null && { next: names.get(next) ?? next }),
      ...(conditions && conditions.length > 0 && { conditions }),
    })),
  }
}
