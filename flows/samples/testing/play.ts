import { call, type TestCall } from '#engine/testing/TestCall'
import { compile } from '../../compile'
import type { Draft } from '../../edits/draft'
import { FlowEvent } from '../../events'
import type { RehearsalEvent } from '../../node'
import { nodeTypeOf } from '../../nodes/index'
import { recognise } from '../../recognise'

/** A script: who calls when, and what they do. Lines that begin with `> ` are the caller's, all others what the flow answered. */
interface Script {
  title: string
  sample: string
  at: string
  does: string[]
}

/** Reads a script out of a transcript; what the flow answered there is left aside. @throws when the head is not as it should be. */
export function readScript(text: string): Script {
  const [title = '', head = ''] = text.split('\n')
  const [, sample, at] = /^(\w+) at (\S+)$/.exec(head) ?? []
  if (!title.startsWith('# ') || !sample || !at) throw new Error('A transcript begins with "# <title>" and "<sample> at <instant>".')
  const does = text.split('\n').flatMap((line) => (line.startsWith('> ') ? [line.slice(2)] : []))
  return { title: title.slice(2), sample, at, does }
}

/**
 * Plays a script. Gives the whole transcript, in the form `readScript` reads, and every node the caller came to.
 * Universal keys and words are heard as the engine hears them.
 */
export function play(draft: Draft, { title, sample, at, does }: Script): { transcript: string; visited: Set<string> } {
  const session = call(draft.drawing, draft.content, { at })
  const lines = [`# ${title}`, `${sample} at ${at}`]
  const visited = new Set<string>()
  for (const line of does) {
    const before = session.transcript.length
    perform(session, { draft, line })
    lines.push('', `> ${line}`, ...session.transcript.slice(before))
    for (const node of session.step().path) visited.add(node)
  }
  const { done, outcome, after } = session.step()
  const last = done ? `ended: ${outcome}` : `waiting at: ${after.join(', ')}`
  return { transcript: [...lines, '', last, ''].join('\n'), visited }
}

interface Doing {
  draft: Draft
  line: string
}

function perform(session: TestCall, { draft, line }: Doing): void {
  const [verb = '', rest = ''] = split(line)
  if (verb === 'waits') session.waits(Number.parseInt(rest, 10))
  else if (line === 'dials') session.dials()
  else if (line.startsWith('begins: ')) session.texts(line.slice(8))
  else session.happens(heardAs(session, { draft, event: eventOf(session, { verb, rest, line }) }))
}

function eventOf(session: TestCall, { verb, rest, line }: { verb: string; rest: string; line: string }): RehearsalEvent {
  const rung = /^rung (\d) (accepts|declines|misses)$/.exec(line)
  if (rung) return rungEvent(session, { rung: Number(rung[1]), does: rung[2] ?? '' })
  switch (verb) {
    case 'presses':
      return { type: 'heard', digits: rest }
    case 'says':
      return { type: 'heard', speech: rest }
    case 'texts':
      return { type: 'message.received', body: rest, media: [], sid: 'SM1' }
    case 'records':
      return {
        type: 'call.recorded',
        url: 'https://example.org/1.wav',
        seconds: Number.parseInt(rest, 10),
        hungUp: rest.includes('hangs up'),
      }
  }
  const event = said[line]
  if (!event) throw new Error(`Nobody can do this: "${line}".`)
  return event
}

const said: Record<string, RehearsalEvent> = {
  'stays silent': { type: 'silence' },
  'hangs up': { type: 'call.ended', status: 'completed' },
  'is answered': { type: 'call.dialed', status: 'completed', bridged: true, seconds: 95 },
  'nobody answers': { type: 'call.dialed', status: 'no-answer' },
}

function rungEvent(session: TestCall, { rung, does }: { rung: number; does: string }): RehearsalEvent {
  const node = session.step().after[0] ?? ''
  if (does === 'misses') return { type: 'rung.missed', node, rung, status: 'no-answer' }
  return { type: 'rung.answered', node, rung, by: '+12025550151', accepted: does === 'accepts' }
}

function heardAs(session: TestCall, { draft, event }: { draft: Draft; event: RehearsalEvent }): RehearsalEvent {
  const at = session.step().after.flatMap((id) => {
    const node = draft.drawing.nodes[id]
    return node ? [{ type: nodeTypeOf(node.type), settings: node.settings }] : []
  })
  const locale = session.step().locale ?? draft.drawing.locales[0] ?? 'en-US'
  return recognise(compile(draft.drawing), { event: FlowEvent.parse({ ...event, at: '2026-01-01T00:00:00Z' }), at, locale })
}

function split(line: string): [string, string] {
  const cut = line.indexOf(' ')
  return cut < 0 ? [line, ''] : [line.slice(0, cut), line.slice(cut + 1)]
}
