import { callEnded, dialed, gatherEnd, recorded, recordingReady, secondsToSay } from './assumptions'
import type { Actor, ScriptLine } from './script'
import { NotTwiml, readTwiml, type TwimlElement } from './twiml'
import type { Answer, Wire } from './wire'

export interface CallParts {
  wire: Wire
  /** Path of the account's webhooks, such as `/twilio/<account>`. */
  webhooks: string
  sid: string
  from: string
  to: string
  /** Fields of a recorded request of this kind; ours stand over them. */
  like: Readonly<Record<string, string>>
  actor: Actor
  /** Called before each request that follows input, with its number from 1. What it does takes no time of the call. */
  beforeTurn?: (turn: number, request: TurnRequest) => Promise<void>
  direction?: 'inbound' | 'outbound-api'
}

export interface TurnRequest {
  url: string
  fields: Record<string, string>
}

export interface CallRecord {
  transcript: string[]
  requests: number
  /** Seconds of the call's own clock. */
  seconds: number
  hungUpBy: 'caller' | 'flow'
  /** The last request that followed input, and its answer: to be sent once more by whoever doubts. */
  last: (TurnRequest & { answer: Answer }) | undefined
}

interface Next {
  url: string
  fields: Record<string, string>
  /** Whether it follows something the caller did. */
  turn: boolean
}

/** More requests than any call to a sound flow makes. */
const mostRequests = 300
const mostPolls = 40

/** One telephone call: executes the TwiML it is given on a clock of its own and asks for the next, to the end. */
export class PhoneCall {
  readonly record: CallRecord = { transcript: [], requests: 0, seconds: 0, hungUpBy: 'flow', last: undefined }
  private heard = ''
  private turns = 0
  private polls = 0
  /** Where the call was led while it was on (REST redirect). */
  private led: string | undefined
  private over = false

  constructor(private readonly parts: CallParts) {}

  /** Rings the number and stays on the line to the end. @throws NotTwiml, OffScript, or when the server answers with an error. */
  async run(url = this.parts.wire.url(`${this.parts.webhooks}/voice`)): Promise<CallRecord> {
    let next: Next | undefined = {
      url,
      fields: { CallStatus: this.parts.direction === 'outbound-api' ? 'in-progress' : 'ringing' },
      turn: false,
    }
    while (next && !this.over) next = await this.follow(next)
    await this.ends()
    return this.record
  }

  /** The REST API leads the call elsewhere: it leaves what it is doing at the next moment. */
  redirect(url: string): void {
    this.led = url
  }

  /** The REST API ends the call. */
  end(): void {
    this.over = true
  }

  private async follow({ url, fields, turn }: Next): Promise<Next | undefined> {
    if (turn) await this.parts.beforeTurn?.(++this.turns, { url, fields: this.fields(fields) })
    if (++this.record.requests > mostRequests) throw new Error(`The call asked for more than ${mostRequests} documents and is not over.`)
    const answer = await this.post(url, fields)
    if (turn) this.record.last = { url, fields: this.fields(fields), answer }
    if (answer.status !== 200) throw new NotTwiml(`status ${answer.status}, ${answer.body.slice(0, 120)}`)
    return this.play(readTwiml(answer.body).children, url)
  }

  private async play(verbs: readonly TwimlElement[], at: string): Promise<Next | undefined> {
    for (const verb of verbs) {
      if (this.led !== undefined) return this.leads()
      const next = await this.one(verb, at)
      if (next === 'over') return undefined
      if (next) return next
    }
    return undefined
  }

  private leads(): Next | undefined {
    const url = this.led
    this.led = undefined
    return url === undefined ? undefined : { url, fields: {}, turn: false }
  }

  private async one(verb: TwimlElement, at: string): Promise<Next | 'over' | undefined> {
    switch (verb.name) {
      case 'Say':
      case 'Play':
        this.hears(verb)
        return undefined
      case 'Pause':
        this.passes(Number(verb.attributes.length ?? 1))
        return undefined
      case 'Gather':
        return this.gathers(verb, at)
      case 'Dial':
        return this.dials(verb, at)
      case 'Record':
        return this.records(verb, at)
      case 'Redirect':
        return this.redirected(verb, at)
      case 'Hangup':
      case 'Reject':
        return 'over'
      default:
        throw new NotTwiml(`this phone does not know <${verb.name}>`)
    }
  }

  private hears({ name, text, attributes }: TwimlElement): void {
    const said = name === 'Play' ? `[${attributes.digits ? `tones ${attributes.digits}` : `recording ${text}`}]` : text
    this.heard += `${said}\n`
    this.record.transcript.push(said)
    this.passes(secondsToSay(said) * Math.max(1, Number(attributes.loop ?? 1)))
  }

  private gathers(verb: TwimlElement, at: string): Next | 'over' | undefined {
    for (const child of verb.children) {
      if (child.name === 'Pause') this.passes(Number(child.attributes.length ?? 1))
      else this.hears(child)
    }
    const move = this.acts('gather')
    if (move === 'over') return 'over'
    const { action = at, input = 'dtmf', finishOnKey = '#', numDigits, actionOnEmptyResult } = verb.attributes
    if (move.press !== undefined && input.includes('dtmf')) {
      const finish = finishOnKey === '' ? -1 : move.press.indexOf(finishOnKey)
      const Digits = (finish < 0 ? move.press : move.press.slice(0, finish)).slice(0, Number(numDigits ?? 128))
      return { url: action, fields: { ...gatherEnd, Digits }, turn: true }
    }
    if (move.say !== undefined && input.includes('speech')) {
      return {
        url: action,
        fields: { ...gatherEnd, SpeechResult: move.say, Confidence: '0.91833675', Language: verb.attributes.language ?? 'en-US' },
        turn: true,
      }
    }
    this.passes(Number(verb.attributes.timeout ?? 5))
    return actionOnEmptyResult === 'true' ? { url: action, fields: { ...gatherEnd, Digits: '' }, turn: true } : undefined
  }

  private dials(verb: TwimlElement, at: string): Next | 'over' | undefined {
    const whom = verb.children.map(({ text }) => text).join(', ') || verb.text
    this.heard += `[connected to ${whom}]\n`
    this.record.transcript.push(`[connected to ${whom}]`)
    const move = this.acts('dial')
    if (move === 'over') return 'over'
    const { action } = verb.attributes
    this.passes(Number(verb.attributes.timeout ?? 30))
    return action === undefined
      ? undefined
      : { url: new URL(action, at).href, fields: dialed(move.dial ?? 'completed', `CA${'d'.repeat(32)}`), turn: true }
  }

  private async records(verb: TwimlElement, at: string): Promise<Next | 'over' | undefined> {
    const move = this.acts('record')
    if (move === 'over') return 'over'
    const seconds = move.record ?? 5
    this.record.transcript.push(`[recorded ${seconds} s]`)
    this.passes(seconds + Number(verb.attributes.timeout ?? 5))
    const recording = { account: this.parts.like.AccountSid ?? '', sid: `RE${this.parts.sid.slice(2)}` }
    const { action = at, recordingStatusCallback: report } = verb.attributes
    if (report && seconds > 0) await this.post(report, recordingReady(seconds, recording))
    return { url: action, fields: recorded(seconds, recording), turn: true }
  }

  /** A redirect after a pause is a poll: what it waits for happens in real time, so some of that has to pass. */
  private async redirected({ text }: TwimlElement, at: string): Promise<Next> {
    const url = new URL(text.trim(), at).href
    if (/[?&]k=poll\b/.test(url)) {
      if (++this.polls > mostPolls) throw new Error('The call is held and nothing happens.')
      await new Promise((resume) => setTimeout(resume, 100))
    }
    return this.leads() ?? { url, fields: {}, turn: false }
  }

  private acts(situation: 'gather' | 'dial' | 'record'): ScriptLine | 'over' {
    const move = this.parts.actor.next(this.heard, situation)
    const { heard: _heard, ...done } = move
    this.record.transcript.push(
      `> ${Object.entries(done)
        .map(([what, value]) => `${what} ${value}`)
        .join(' ')}`,
    )
    this.heard = ''
    if (!move.hangup) return move
    this.record.hungUpBy = 'caller'
    return 'over'
  }

  private passes(seconds: number): void {
    this.record.seconds += seconds
  }

  private async ends(): Promise<void> {
    this.record.transcript.push(this.record.hungUpBy === 'caller' ? '[the caller hung up]' : '[the call ended]')
    if (this.parts.direction !== 'outbound-api')
      await this.post(this.parts.wire.url(`${this.parts.webhooks}/call-status`), callEnded(this.record.seconds))
  }

  private post(url: string, fields: Record<string, string>): Promise<Answer> {
    return this.parts.wire.post(url, this.fields(fields))
  }

  private fields(own: Record<string, string>): Record<string, string> {
    const { like, sid, from, to, direction = 'inbound' } = this.parts
    return {
      ...like,
      CallSid: sid,
      From: from,
      Caller: from,
      To: to,
      Called: to,
      CallStatus: 'in-progress',
      Direction: direction,
      ApiVersion: '2010-04-01',
      ...own,
    }
  }
}
