import type { FlowEvent } from '#flows/events'
import { soundsLikeEmergency } from '../emergency'
import type { Line } from '../line'
import type { OutboxRow, SessionRow } from '../ports'
import type { Advanced } from './advance'

/** Stands where a leg would in the delivery reports of an alert, so that they are not taken for the patient's. */
export const alertLeg = 'alert'

/** What somebody said or wrote in an event, a voicemail's transcript included. Keys are no words. */
export function utteredIn(event: FlowEvent | undefined): string {
  if (!event) return ''
  if (event.type === 'heard' && 'speech' in event) return event.speech ?? ''
  if ((event.type === 'message.received' || event.type === 'session.started') && 'body' in event) return event.body ?? ''
  return event.type === 'transcription.ready' && 'text' in event ? event.text : ''
}

/**
 * Tells the site's human number when somebody sounds in danger or asked for the flow's own way for it: a text in the outbox, committed
 * with the step, once per session. It says which line and when, and nothing of the patient.
 */
export async function alarmed(line: Line, advanced: Advanced, said: string): Promise<Advanced> {
  const { commit } = advanced
  const asked = commit.journal.some(({ event }) => event?.type === 'universal.emergency')
  if (!asked && !soundsLikeEmergency(said)) return advanced
  const { session } = commit
  const to = await humanNumberOf(line, session)
  const noted = (note: string): Advanced['commit'] => ({
    ...commit,
    journal: commit.journal.map((entry) => ({ ...entry, note: entry.note === undefined ? note : `${entry.note}; ${note}` })),
  })
  if (to === undefined) {
    line.log.error('Nobody could be told of an emergency: the number has no human number.', { session: session.id })
    return { ...advanced, commit: noted('emergency; nobody was told, since no human number is set') }
  }
  const words = said === '' ? 'key' : 'words'
  const alert = alertRow(line, { session, to, words })
  return { ...advanced, commit: { ...noted('emergency; a person is told by text'), outbox: [...commit.outbox, alert] } }
}

async function humanNumberOf({ bindings, config }: Line, { account, channel, ours: number }: SessionRow): Promise<string | undefined> {
  const binding = await bindings.get({ account, channel, number })
  return binding?.humanNumber ?? config.humanNumber
}

/** Its key is the session's, so that the second alarm of a session is not written. */
function alertRow(line: Line, { session, to, words }: { session: SessionRow; to: string; words: 'key' | 'words' }): OutboxRow {
  const { organisation, id, account, ours } = session
  const notBefore = line.clock.now()
  return {
    ...{ organisation, id: line.ids.next(), session: id, account, key: `${id}:emergency`, attempts: 0, notBefore },
    work: { kind: 'text', to, from: ours, body: alertText(session, { words, at: notBefore }), media: [], alert: true },
  }
}

function alertText({ channel, ours }: SessionRow, { words, at }: { words: 'key' | 'words'; at: Date }): string {
  const contact = channel === 'voice' ? 'call' : 'conversation'
  const what = words === 'key' ? 'Emergency key pressed' : 'Emergency words'
  const time = at.toISOString().slice(0, 16).replace('T', ' ')
  return `${what} in a ${contact} on line ${ours} at ${time} UTC. Open the ${contact} in Callwright.`
}
