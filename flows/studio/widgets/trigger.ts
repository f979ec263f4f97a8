import type { StudioFlow, StudioState } from '../definition'
import type { Carried, Carry } from './carry'

const voiceWidgets =
  /^(say-play|gather-input-on-call|connect-call-to|record-voicemail|enqueue-call|make-outgoing-call|record-call|capture-payments|fork-stream|connect-virtual-agent|run-conversation-relay)/
const textWidgets = /^(send-message|send-and-wait-for-reply|start-conversation|resume-conversation)/

/** The channels a flow is for: by the entries that lead somewhere, else by the widgets it is made of. */
export function channelsOf({ states }: StudioFlow, trigger: StudioState | undefined): ('voice' | 'sms')[] {
  const connected = connectedEvents(trigger)
  const voice = connected.has('incomingCall')
  const sms = connected.has('incomingMessage') || connected.has('incomingConversationMessage')
  if (voice || sms) return [...(voice ? (['voice'] as const) : []), ...(sms ? (['sms'] as const) : [])]
  const speaks = states.some(({ type }) => voiceWidgets.test(type))
  const writes = states.some(({ type }) => textWidgets.test(type))
  return [...(speaks ? (['voice'] as const) : []), ...(writes || !speaks ? (['sms'] as const) : [])]
}

const connectedEvents = (trigger: StudioState | undefined): Set<string> =>
  new Set(trigger?.transitions.flatMap(({ event, next }) => (next ? [event] : [])))

/** Trigger → start: one way out for each kind of session that leads somewhere in the file. */
export const trigger: Carry = (reading) => {
  const connected = connectedEvents(reading.state)
  const follows: Carried['follows'] = {}
  if (connected.has('incomingCall')) follows.call = 'incomingCall'
  const text = ['incomingMessage', 'incomingConversationMessage'].find((event) => connected.has(event))
  if (text !== undefined) follows.message = text
  if (connected.has('incomingRequest')) follows.request = 'incomingRequest'
  noteTexts(reading, { connected, text })
  if (connected.has('incomingParent') && Object.keys(follows).length === 0) {
    for (const channel of channelsOf(reading.whole.flow, reading.state))
      follows[channel === 'voice' ? 'call' : 'message'] = 'incomingParent'
    reading.note('parent-entry', { at: ['transitions'], quoted: 'incomingParent' })
  }
  if (Object.keys(follows).length === 0) {
    for (const channel of channelsOf(reading.whole.flow, reading.state))
      follows[channel === 'voice' ? 'call' : 'message'] = channel === 'voice' ? 'incomingCall' : 'incomingMessage'
  }
  return { type: 'start', settings: { by: Object.keys(follows) }, follows }
}

function noteTexts(reading: Parameters<Carry>[0], { connected, text }: { connected: Set<string>; text: string | undefined }): void {
  if (text === 'incomingConversationMessage') reading.note('conversations-as-messages', { at: ['transitions'], quoted: text })
  if (text !== 'incomingMessage' || !connected.has('incomingConversationMessage')) return
  const [messages, conversations] = ['incomingMessage', 'incomingConversationMessage'].map(
    (event) => reading.state.transitions.find((way) => way.event === event)?.next,
  )
  if (messages !== conversations) reading.note('channel-event-shared', { at: ['transitions'], quoted: text })
}
