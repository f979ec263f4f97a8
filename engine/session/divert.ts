import type { Verb } from '#flows/verbs'
import { callerOf, type Held, type Line } from '../line'
import type { LegRow, NumberBinding, OutboxRow, SessionRow } from '../ports'
import { rungIsOver, type SafeFacts, safeVerbs } from '../safe'
import { isOver } from '../twilio/codes'
import { type Links, linksOf } from '../twilio/links'
import { messageTwiml, type Reply, voiceTwiml } from '../twilio/twiml'
import type { Advanced } from './advance'
import type { Cause } from './cause'
import { entryOf } from './entry'
import { letGo } from './rows'
import { textsOf } from './tell'

/** What the safe flow says on a number, from its binding or, where that cannot be read, from the installation's own settings. */
export function safeFactsOf(
  line: Line,
  { binding, ...rest }: { binding: NumberBinding | undefined } & Pick<SafeFacts, 'channel' | 'locale'>,
): SafeFacts {
  const { emergencyNumber, humanNumber } = line.config
  return { ...rest, emergencyNumber: binding?.emergencyNumber ?? emergencyNumber, humanNumber: binding?.humanNumber ?? humanNumber }
}

/** Names no session: the links of a safe answer that had to be given without one. The leg carries the locale, for the farewell. */
export const safeLinks = (line: Line, { account, locale }: { account: string; locale: string | undefined }): Links =>
  linksOf(line.urls, { account, session: noSession, leg: locale ?? 'en', turn: 0 })
export const noSession = '-'

/** The built-in safe flow as an answer. Needs nothing but its facts. */
export function safeAnswer(facts: SafeFacts, links: Links): string {
  const verbs = safeVerbs(facts)
  return facts.channel === 'sms' ? messageTwiml(verbs.flatMap(replyOf), links) : voiceTwiml(verbs, links)
}

interface Diverting {
  held: Held
  cause: Cause
  now: Date
  latencyMs: number
  facts: SafeFacts
  reasons: readonly string[]
}

/** Ends a session in the safe flow, as rows: its answer where the other side asked, a redirect or a text where it did not. */
export function diverted(line: Line, { held, cause, now, latencyMs, facts, reasons }: Diverting): Advanced {
  const { account } = held.session
  const session: SessionRow = { ...held.session, revision: held.session.revision + 1, status: 'ended', outcome: 'safe', endedAt: now }
  const verbs = safeVerbs(facts)
  const asked = held.legs.find(({ id }) => id === (cause.leg ?? cause.continues?.leg))
  const caller = callerOf(held)
  const links = safeLinks(line, { account, locale: facts.locale })
  const answer = safeAnswer(facts, links)
  const moved = asked?.role === 'callee' ? voiceTwiml(rungIsOver(facts.locale), links) : answer
  const left = letGo(held.legs.map(cause.change ?? ((leg) => leg)), { but: asked?.id })
  const legs = left.legs.map((leg) => (leg.id === caller?.id ? told(leg, answer) : leg.id === asked?.id ? told(leg, moved) : leg))
  const work = [...left.work, ...(asked?.id === caller?.id ? [] : worksFor({ session, caller, verbs }))]
  return {
    commit: {
      organisation: session.organisation,
      session,
      expected: cause.opens ? undefined : held.session.revision,
      legs: legs.filter((leg) => cause.opens || !held.legs.includes(leg)),
      journal: [
        entryOf({ held, session, cause, now, latencyMs, kind: 'safe', event: cause.event, verbs, effects: [], path: [], notes: reasons }),
      ],
      timers: { start: [], stop: [], stopAll: true, ...(cause.timer && { fired: cause.timer }) },
      outbox: work.map((each, index) => ({
        ...idsOf(line, session),
        account,
        key: `${session.id}:${session.revision}:safe:${index}`,
        work: each,
        attempts: 0,
        notBefore: now,
      })),
      inbox: cause.inbox,
      consent: cause.consent,
    },
    held: { session, legs },
    answer: asked && moved,
    said: verbs,
    awaited: [],
  }
}

const idsOf = (line: Line, { organisation, id: session }: SessionRow) => ({ organisation, id: line.ids.next(), session })
const told = (leg: LegRow, answer: string): LegRow => ({ ...leg, turn: leg.turn + 1, answer, current: answer })

function worksFor({
  session,
  caller,
  verbs,
}: {
  session: SessionRow
  caller: LegRow | undefined
  verbs: readonly Verb[]
}): OutboxRow['work'][] {
  if (!caller || isOver(caller.status)) return []
  if (session.channel === 'voice') return [{ kind: 'redirect', leg: caller.id }]
  return verbs
    .flatMap(replyOf)
    .flatMap(textsOf)
    .map((text) => ({ kind: 'text', to: session.theirs, from: session.ours, ...text }))
}

const replyOf = (verb: Verb): Reply[] => (verb.verb === 'reply' ? [verb] : [])
