import { compile } from '#flows/compile'
import type { Content } from '#flows/content'
import type { Context } from '#flows/context'
import type { Drawing } from '#flows/drawing'
import type { Effect } from '#flows/effects'
import { FlowEvent } from '#flows/events'
import type { Json, JsonObject } from '#flows/json'
import type { RehearsalEvent } from '#flows/node'
import { Verb } from '#flows/verbs'
import { type LoadedFlow, load, type Playable } from '../load'
import { type Step, step, type TimerStart } from '../step'
import { destinationOf, effectLineOf, lineOf } from './transcript'

export interface CallOptions {
  subflows?: Playable['subflows']
  /** The instant of the first event; the clock moves only by `waits`. */
  at?: string
  from?: string
  to?: string
  locale?: string
}

/** A call or a text conversation with a flow, under a clock that stands still: `call(flow, words).dials().hears('Press 1').presses('1').ends()`. */
export function call(flow: Drawing, content: Content, options: CallOptions = {}): TestCall {
  return new TestCall(load({ chart: compile(flow), content, ...(options.subflows && { subflows: options.subflows }) }), options)
}

/** Every sentence throws when it is not true, with what was heard instead. */
export class TestCall {
  /** All that was heard, read and asked of the outside, in order. */
  readonly transcript: string[] = []
  private now: number
  private snapshot: JsonObject | undefined
  private latest: Step | undefined
  private readonly timers = new Map<string, { due: number; event: string }>()

  constructor(
    private readonly flow: LoadedFlow,
    private readonly options: CallOptions,
  ) {
    this.now = Date.parse(options.at ?? '2026-03-02T15:00:00Z')
  }

  dials(): this {
    return this.begins({ channel: 'voice', by: 'call' })
  }
  /** Begins a text conversation, or goes on with it. */
  texts(body: string, sid = 'SM1'): this {
    if (!this.latest) return this.begins({ channel: 'sms', by: 'message', body })
    return this.happens({ type: 'message.received', body, media: [], sid, fields: { Body: body } })
  }
  presses(digits: string): this {
    return this.happens({ type: 'heard', digits, fields: { Digits: digits } })
  }
  says(speech: string): this {
    return this.happens({ type: 'heard', speech, confidence: 0.9, fields: { SpeechResult: speech } })
  }
  staysSilent(): this {
    return this.happens({ type: 'silence' })
  }
  hangsUp(): this {
    return this.happens({ type: 'call.ended', status: 'completed' })
  }

  /** Lets time pass; every timer that comes due on the way fires at its own instant. */
  waits(seconds: number): this {
    const until = this.now + seconds * 1000
    for (;;) {
      const due = [...this.timers].filter(([, timer]) => timer.due <= until).sort(([, one], [, other]) => one.due - other.due)[0]
      if (!due) break
      const [id, timer] = due
      this.timers.delete(id)
      this.now = timer.due
      this.takes(FlowEvent.parse({ type: timer.event, at: this.at() }))
    }
    this.now = until
    return this
  }

  /** Any other event, such as the result of an effect. */
  happens(event: RehearsalEvent): this {
    const taken = this.takes(FlowEvent.parse({ ...event, at: this.at() }))
    if (!taken.handled) throw new Error(`Nothing in the flow takes "${event.type}" at ${taken.before.join(', ') || 'its beginning'}.`)
    return this
  }

  hears(...texts: string[]): this {
    for (const text of texts) if (!this.sinceLast().some((line) => line.includes(text))) this.fails(`Expected to hear "${text}".`)
    return this
  }
  hearsNothing(): this {
    if (this.sinceLast().length > 0) this.fails('Expected to hear nothing.')
    return this
  }
  isConnectedTo(destination: string): this {
    const dialed = this.step().verbs.flatMap((verb) => (verb.verb === 'dial' ? verb.to.map(destinationOf) : []))
    if (!dialed.includes(destination)) this.fails(`Expected to be connected to ${destination}.`)
    return this
  }
  isAt(node: string): this {
    if (!this.step().after.includes(node)) this.fails(`Expected to be at ${node}, is at ${this.step().after.join(', ') || 'the end'}.`)
    return this
  }
  knows(variable: string, value: Json): this {
    const known = this.frame().vars[variable]
    if (JSON.stringify(known) !== JSON.stringify(value))
      this.fails(`Expected ${variable} to be ${JSON.stringify(value)}, it is ${JSON.stringify(known)}.`)
    return this
  }
  ends(outcome?: string): this {
    if (!this.step().done) this.fails(`Expected the end, is at ${this.step().after.join(', ')}.`)
    if (outcome !== undefined && this.step().outcome !== outcome)
      this.fails(`Expected the outcome "${outcome}", it is "${this.step().outcome}".`)
    return this
  }

  /** The last step, for what the sentences do not cover. */
  step(): Step {
    if (!this.latest) throw new Error('Nobody has called yet: begin with dials() or texts().')
    return this.latest
  }
  get verbs(): readonly Verb[] {
    return this.step().verbs
  }
  get effects(): readonly Effect[] {
    return this.step().effects
  }
  /** What the flow (or, by name, a subflow of it) knows now. */
  frame(name = ''): Context['frames'][string] {
    const { frames } = (this.step().snapshot as { context: Context }).context
    return frames[name] ?? { vars: {}, results: {} }
  }

  begins(how: { channel: 'voice' | 'sms'; by: 'call' | 'message' | 'request'; body?: string }): this {
    const { from = '+12025550101', to = '+12025550199', locale } = this.options
    return this.happens({
      type: 'session.started',
      session: 'test',
      from,
      to,
      ...how,
      ...(locale && { locale }),
      fields: { From: from, To: to },
    })
  }

  private takes(event: FlowEvent): Step {
    if (this.latest?.done) throw new Error(`The session is over, "${event.type}" comes too late.`)
    const taken = step(this.flow, { snapshot: this.snapshot, event })
    this.snapshot = taken.snapshot
    this.latest = taken
    for (const id of taken.stop) this.timers.delete(id)
    for (const timer of taken.start) this.starts(timer)
    for (const verb of taken.verbs) Verb.parse(verb)
    this.transcript.push(...this.sinceLast())
    return taken
  }
  private starts({ id, inMs, event }: TimerStart): void {
    this.timers.set(id, { due: this.now + inMs, event })
  }
  private sinceLast(): string[] {
    return [...this.step().verbs.map(lineOf), ...this.step().effects.map(effectLineOf)]
  }
  private at(): string {
    return new Date(this.now).toISOString()
  }
  private fails(message: string): never {
    throw new Error(`${message} Heard: ${this.sinceLast().join(' | ') || 'nothing'} (at ${this.step().after.join(', ') || 'the end'})`)
  }
}
