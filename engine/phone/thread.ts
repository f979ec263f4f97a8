import type { Actor } from './script'
import { NotTwiml, readTwiml } from './twiml'
import type { Wire } from './wire'

export interface ThreadParts {
  wire: Wire
  webhooks: string
  /** A MessageSid for each text, by its number from 1. */
  sid(text: number): string
  from: string
  to: string
  /** Fields of a recorded request of this kind; ours stand over them. */
  like: Readonly<Record<string, string>>
  actor: Actor
  /** Texts that came to this person over the REST API, each once. */
  arrived(): readonly string[]
  mostTexts?: number
  beforeTurn?: (turn: number) => Promise<void>
}

export interface ThreadRecord {
  transcript: string[]
  requests: number
}

/** How long a text over the REST API may take to arrive before the next one is written. */
const arrivalMs = 1_500

/** One person's text conversation with a number: writes, reads what comes back, and writes again by it until the script is over. */
export async function converse(parts: ThreadParts): Promise<ThreadRecord> {
  const { actor, mostTexts = 60 } = parts
  const record: ThreadRecord = { transcript: [], requests: 0 }
  let read = ''
  for (let turn = 1; turn <= mostTexts; turn++) {
    const { text, hangup } = actor.next(read, 'text')
    if (hangup || text === undefined) break
    await parts.beforeTurn?.(turn)
    record.transcript.push(`> ${text}`)
    const came = await exchange(parts, { text, turn, more: actor.left() === 0 && parts.mostTexts === undefined })
    record.requests++
    record.transcript.push(...came)
    read = came.join('\n')
    if (actor.left() === 0 && turn < mostTexts && parts.mostTexts === undefined) break
    if (came.length === 0 && parts.mostTexts !== undefined) break
  }
  return record
}

async function exchange(parts: ThreadParts, { text, turn, more }: { text: string; turn: number; more: boolean }): Promise<string[]> {
  const { wire, webhooks, from, to, like } = parts
  const sid = parts.sid(turn)
  const fields = {
    ...like,
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    From: from,
    To: to,
    Body: text,
    NumMedia: '0',
    NumSegments: '1',
    SmsStatus: 'received',
    ApiVersion: '2010-04-01',
  }
  const answer = await wire.post(wire.url(`${webhooks}/message`), fields)
  if (answer.status !== 200) throw new NotTwiml(`status ${answer.status}, ${answer.body.slice(0, 120)}`)
  const bodies = repliesIn(answer.body)
  // What arises without a request (a timer, another leg, a message node) comes by the REST API, a moment later.
  const until = performance.now() + arrivalMs
  const came = [...bodies, ...parts.arrived()]
  while ((came.length === 0 || more) && performance.now() < until) {
    await new Promise((resume) => setTimeout(resume, 25))
    const late = parts.arrived()
    came.push(...late)
    if (late.length > 0) break
  }
  return came
}

/** The texts of a messaging document, in order. */
export function repliesIn(xml: string): string[] {
  return readTwiml(xml).children.flatMap((message) => {
    if (message.name !== 'Message') throw new NotTwiml(`<${message.name}> is no reply to a text`)
    const bodies = message.children.filter(({ name }) => name === 'Body').map(({ text }) => text)
    return [[...bodies, message.text.trim()].filter((text) => text !== '').join('\n')]
  })
}
