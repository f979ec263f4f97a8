import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '#flows/compile'
import { FlowEvent } from '#flows/events'
import { type SampleName, samples } from '#flows/samples/index'
import { drafts } from '#flows/testing/drawings'
import type { Held } from './line'
import { ChartFault, type LoadedFlow, load } from './load'
import type { JournalEntry, OutboxRow } from './ports'
import { replay } from './replay'
import { type Advanced, advance } from './session/advance'
import type { Cause } from './session/cause'
import { LeadsNowhere } from './session/document'
import { createUrls } from './urls'

const urls = createUrls({ publicUrl: 'https://calls.clinic.example', urlKey: new Uint8Array(32) })
const began = Date.parse('2026-03-02T15:00:00.000Z')

/** One thing that happens: what the other side does, or a timer, or word from outside, chosen by number. */
const happening = fc.record({
  kind: fc.constantFrom('keys', 'words', 'silence', 'dialed', 'recorded', 'timer', 'effect', 'rung', 'delivery', 'ended'),
  choice: fc.nat({ max: 30 }),
  seconds: fc.nat({ max: 90 }),
})
interface Does {
  kind: string
  choice: number
  seconds: number
}

const keys = ['1', '2', '3', '4', '5', '0', '9', '*', '#', '1234', '03021959']
const words = ['1', '2', '3', 'nurse', 'yes', 'no', 'operator', 'español', 'hello', 'I have chest pain', 'repeat', 'Tuesday', '90210']

/** A session as the engine runs it, without a store: every commit is taken, every entry goes through JSON as it does when it is kept. */
class Walk {
  readonly entries: JournalEntry[] = []
  private held: Held
  private now = began
  private readonly timers = new Map<string, { due: number; event: string }>()
  private asked: OutboxRow['work'][] = []
  private ids = 0

  constructor(
    private readonly flow: LoadedFlow,
    private readonly channel: 'voice' | 'sms',
  ) {
    const [ours, theirs] = ['+12025550199', '+12025550101']
    const common = { organisation: 'clinic', account: 'main', channel, ours, theirs }
    this.held = {
      session: {
        ...{ ...common, id: 's1', release: 'r', flow: 'f', person: undefined, snapshot: undefined, revision: 0, status: 'open' },
        ...{ outcome: undefined, nodes: [], locale: undefined, startedAt: new Date(began), endedAt: undefined },
      },
      legs: [
        {
          ...{
            organisation: 'clinic',
            session: 's1',
            id: 'call',
            role: 'caller',
            sid: 'CA1',
            turn: 0,
            answer: '',
            current: '',
            status: '',
          },
          ...{ node: undefined, rung: undefined, script: undefined },
        },
      ],
    }
    const by = channel === 'voice' ? 'call' : 'message'
    this.takes({ type: 'session.started', session: 's1', channel, by, from: theirs, to: ours, body: 'hi' }, { leg: 'call', opens: true })
  }

  get over(): boolean {
    return this.held.session.status === 'ended'
  }

  does({ kind, choice, seconds }: Does): void {
    this.now += seconds * 1000
    const leg = { leg: 'call' }
    if (kind === 'keys' && this.channel === 'voice') this.takes({ type: 'heard', digits: keys[choice % keys.length] }, leg)
    else if (kind === 'keys' || kind === 'words') this.hears(words[choice % words.length] ?? '')
    else if (kind === 'timer') this.timeUp()
    else if (kind === 'effect' || kind === 'rung') this.outside(choice)
    else if (kind === 'delivery') this.takes({ type: 'message.delivery', sid: 'SM1', status: 'delivered' })
    else if (this.channel === 'sms') return
    else if (kind === 'silence') this.takes({ type: 'silence' }, leg)
    else if (kind === 'dialed') this.takes({ type: 'call.dialed', status: choice % 2 ? 'completed' : 'busy' }, leg)
    else if (kind === 'recorded')
      this.takes({ type: 'call.recorded', url: 'https://r.example/1', seconds: choice, hungUp: choice % 2 === 0 }, leg)
    else if (choice === 0) this.takes({ type: 'call.ended', status: 'completed' })
  }

  /** Whether something will come to who is on hold: a timer of the flow, or work that reports. */
  get isAwaited(): boolean {
    return this.timers.size > 0 || this.asked.length > 0
  }
  get document(): string {
    return this.held.legs[0]?.current ?? ''
  }

  private hears(text: string): void {
    if (this.channel === 'voice') this.takes({ type: 'heard', speech: text }, { leg: 'call' })
    else this.takes({ type: 'message.received', body: text, media: [], sid: `SM${this.now}` }, { leg: 'call' })
  }
  private timeUp(): void {
    const [next] = [...this.timers].sort(([, one], [, other]) => one.due - other.due)
    if (!next) return
    const [id, { due, event }] = next
    this.now = Math.max(this.now, due)
    this.timers.delete(id)
    this.takes({ type: event }, { timer: { id, dueAt: new Date(due) }, kind: 'timer' })
  }
  private outside(choice: number): void {
    const work = this.asked.shift()
    if (work?.kind !== 'effect' || work.effect.effect === 'drop-calls') return
    const { effect } = work
    const rung = effect.effect === 'http' ? undefined : effect.rung
    if (rung !== undefined && choice % 3 === 0) this.takes({ type: 'rung.missed', node: effect.node, rung, status: 'no-answer' })
    else if (rung !== undefined && effect.effect !== 'http')
      this.takes({ type: 'rung.answered', node: effect.node, rung, by: effect.to, accepted: choice % 3 === 1 })
    else if (choice % 2) this.takes({ type: `effect.failed.${effect.node}`, reason: 'away' }, { late: true, kind: 'effect' })
    else {
      const result = { status_code: 200, body: '{"a":1}', content_type: 'application/json', parsed: { a: choice } }
      this.takes({ type: `effect.done.${effect.node}`, result }, { late: true, kind: 'effect' })
    }
  }

  private takes(event: object, cause: Partial<Cause> = {}): void {
    if (this.over) return
    const at = new Date(this.now).toISOString()
    const advanced: Advanced = advance({
      ...{ flow: this.flow, held: this.held, now: new Date(this.now), latencyMs: 1, emergencyNumber: '911', urls },
      cause: { kind: 'turn', began: 0, ...cause, event: FlowEvent.parse({ ...event, at }) },
      nextId: () => String(++this.ids),
    })
    const { timers, outbox, journal } = advanced.commit
    if (timers.stopAll) this.timers.clear()
    for (const id of timers.stop) this.timers.delete(id)
    for (const timer of timers.start) this.timers.set(timer.id, { due: timer.dueAt.getTime(), event: timer.event })
    this.asked.push(...outbox.map(({ work }) => work))
    this.held = advanced.held
    for (const entry of journal) this.entries.push({ ...JSON.parse(JSON.stringify(entry)), at: entry.at } as JournalEntry)
    if (cause.leg) expect(advanced.answer).toMatch(/<Response/)
  }
}

const sampleFlows = (['clinic', 'oncall', 'appointments'] as const satisfies readonly SampleName[]).flatMap((name) => {
  const { drawing, content } = samples[name]
  return drawing.channels.map((channel) => ({ name, channel, flow: load({ chart: compile(drawing), content }) }))
})

describe('any walk', () => {
  test.each(sampleFlows)('through the sample $name by $channel replays to the same, and nobody waits for nothing', ({ flow, channel }) => {
    let steps = 0
    fc.assert(
      fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), (story) => {
        const walk = new Walk(flow, channel)
        for (const each of story) {
          if (walk.over) break
          walk.does(each)
          if (!walk.over && walk.document.includes('k=poll')) expect(walk.isAwaited).toBe(true)
        }
        const replayed = replay(walk.entries, flow)
        expect(replayed.differences).toEqual([])
        steps += replayed.steps
      }),
      { numRuns: 60 },
    )
    expect(steps).toBeGreaterThan(80)
  })

  test('through a flow at random replays to the same, as far as it goes', () => {
    let steps = 0
    fc.assert(
      fc.property(drafts, fc.array(happening, { maxLength: 15 }), ({ drawing, content }, story) => {
        const flow = load({ chart: compile(drawing), content })
        const walk = begun(flow, drawing.channels[0] ?? 'voice')
        if (!walk) return
        try {
          for (const each of story) walk.does(each)
        } catch (fault) {
          if (!(fault instanceof ChartFault || fault instanceof LeadsNowhere)) throw fault
        }
        const replayed = replay(walk.entries, flow)
        expect(replayed.differences).toEqual([])
        steps += replayed.steps
      }),
    )
    expect(steps).toBeGreaterThan(100)
  })
})

/** A flow at random may not begin at all, or stand where nothing leads on: the engine answers with the safe flow then. */
function begun(flow: LoadedFlow, channel: 'voice' | 'sms'): Walk | undefined {
  try {
    return new Walk(flow, channel)
  } catch {
    return undefined
  }
}
