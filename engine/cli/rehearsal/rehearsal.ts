import type { Effect } from '#flows/effects'
import { FlowEvent } from '#flows/events'
import type { Channel } from '#flows/ids'
import type { JsonObject } from '#flows/json'
import type { RehearsalEvent } from '#flows/node'
import { recognise } from '#flows/recognise'
import type { Verb } from '#flows/verbs'
import type { LoadedFlow } from '../../load'
import { type Step, step } from '../../step'
import { askedLine, heardLine } from './lines'
import { moveEvent } from './moves'
import type { Move } from './script'

export interface RehearsalOptions {
  channel: Channel
  /** When the session begins; its clock moves only by `wait`. */
  at: Date
  say(line: string): void
}

/** One session with a flow and nobody outside: the same `step` as the live engine, under a clock of its own. */
export class Rehearsal {
  /** What the flow waits for now. */
  pending: { verbs: readonly Verb[]; effects: readonly Effect[] } = { verbs: [], effects: [] }
  done = false
  outcome: string | null = null
  private now: number
  private snapshot: JsonObject | undefined
  private at: readonly string[] = []
  private locale: string | undefined
  private readonly timers = new Map<string, { due: number; event: string }>()

  constructor(
    private readonly flow: LoadedFlow,
    private readonly options: RehearsalOptions,
  ) {
    this.now = options.at.getTime()
  }

  get begun(): boolean {
    return this.snapshot !== undefined
  }

  /** A call begins by itself; a text conversation with the first text. */
  begins(body?: string): void {
    const { channel } = this.options
    const [from, to] = ['+12025550101', '+12025550199']
    const how = channel === 'voice' ? { channel, by: 'call' as const } : { channel, by: 'message' as const, body: body ?? '' }
    this.takes({
      type: 'session.started',
      session: 'rehearsal',
      from,
      to,
      ...how,
      fields: { From: from, To: to, ...(body !== undefined && { Body: body }) },
    })
  }

  /** Does one move. Gives a sentence when the flow cannot take it now, and nothing happened then. */
  moves(move: Move): string | undefined {
    if (move.do === 'wait') return this.waits(move.seconds)
    if (!this.begun) {
      if (move.do !== 'text') return 'A text conversation begins with a text: text:hello'
      this.begins(move.text)
      return undefined
    }
    const event = moveEvent(move, { channel: this.options.channel, pending: this.pending })
    if (typeof event === 'string') return event
    this.takes(event)
    return undefined
  }

  private waits(seconds: number): undefined {
    const until = this.now + seconds * 1000
    for (;;) {
      const due = [...this.timers].filter(([, timer]) => timer.due <= until).sort(([, one], [, other]) => one.due - other.due)[0]
      if (!due || this.done) break
      this.timers.delete(due[0])
      this.now = due[1].due
      this.options.say(`          (${Math.round((until - this.now) / 1000)} s before the wait is over, a timer fires)`)
      this.takes({ type: due[1].event } as RehearsalEvent)
    }
    this.now = until
  }

  private takes(given: RehearsalEvent): void {
    const event = this.heardAs(FlowEvent.parse({ ...given, at: new Date(this.now).toISOString() }))
    const taken = step(this.flow, { snapshot: this.snapshot, event })
    if (!taken.handled) this.options.say(`          (nothing in the flow takes this at ${taken.before.join(', ') || 'its beginning'})`)
    this.keeps(taken)
    for (const verb of taken.verbs) this.options.say(`${verb.leg === 'callee' ? '(callee) ' : ''}${heardLine(verb)}`)
    for (const effect of taken.effects) this.options.say(askedLine(effect))
    if (this.done) this.options.say(`— the end${this.outcome ? `: ${this.outcome}` : ''} —`)
    else this.answersItself(taken)
  }

  private heardAs(event: FlowEvent): FlowEvent {
    if (!this.begun) return event
    const at = this.at.flatMap((id) => this.flow.nodes.get(id) ?? [])
    return recognise(this.flow.chart, { event, at, locale: this.locale ?? this.flow.chart.meta.locales[0] ?? 'en-US' })
  }

  private keeps(taken: Step): void {
    this.snapshot = taken.snapshot
    this.at = taken.after
    this.locale = taken.locale
    this.done = taken.done
    this.outcome = taken.outcome
    if (taken.verbs.length > 0 || taken.effects.length > 0) this.pending = { verbs: taken.verbs, effects: taken.effects }
    for (const id of taken.stop) this.timers.delete(id)
    for (const { id, inMs, event } of taken.start) this.timers.set(id, { due: this.now + inMs, event })
  }

  /** What needs nobody: a call that was heard out comes back, a text is taken by the carrier. */
  private answersItself({ verbs, effects }: Step): void {
    const text = effects.find((effect) => effect.effect === 'message' && effect.reports === true)
    if (text) this.takes({ type: `effect.done.${text.node}`, result: { sid: 'rehearsal', status: 'sent' } } as RehearsalEvent)
    else if (verbs.at(-1)?.verb === 'continue') this.takes({ type: 'call.resumed' })
  }
}
