import { basename } from 'node:path'
import type { Script } from '../phone/script'
import { callwright } from './commands'
import { powerCuts } from './crash'
import type { Documents } from './documents'
import type { Fixtures } from './fixtures'
import { proveFullDisk } from './full-disk'
import { orderPhone } from './functions'
import { openHouse } from './house'
import { proveLadder } from './ladder'
import type { Ledger } from './ledger'
import { proveOddRequests, proveRecorded, proveRefusals } from './refusals'
import { bindNumber, importFlow, type Released, releaseFlow } from './release'
import { type Parts, walk } from './walk'

/** A Studio flow to be proven, where it rings and what is done with it. */
export interface Case {
  file: string
  text: string
  number: string
  script: Script | undefined
}

export interface Plan {
  name: string
  url: string | undefined
  cases: readonly Case[]
  /** Conversations by seed beside each script. */
  wanders: number
  seed: number
  /** Also what does not depend on the database: refusals, odd and recorded requests. */
  edges: boolean
}

/** Proves the product's main job on one database, from an empty one to calls that end. */
export async function proveOn(
  plan: Plan,
  { fixtures, ledger, documents }: { fixtures: Fixtures; ledger: Ledger; documents: Documents },
): Promise<void> {
  ledger.step(`${plan.name}: starting the server on an empty database`)
  const house = await openHouse({ url: plan.url, documents })
  const parts: Parts = { house, fixtures, ledger }
  try {
    const sessions: string[] = []
    const released: Released[] = []
    for (const [index, each] of plan.cases.entries()) {
      const made = await ready(parts, plan, each)
      if (!made) continue
      released.push(made)
      sessions.push(...(await walked(parts, { plan, each, made, kill: index === 0 })))
    }
    const [first] = released
    ledger.step(`${plan.name}: an on-call ladder: nobody answers, then somebody accepts`)
    sessions.push(...(await proveLadder(parts)))
    if (plan.edges && first) {
      ledger.step(`${plan.name}: forged, missing, stale and odd requests`)
      await proveRefusals(parts, first.flow)
      await proveOddRequests(parts)
      ledger.step(`${plan.name}: recorded requests`)
      await proveRecorded(parts)
    }
    const spoken = plan.cases.find((each) => each.script?.channel === 'voice')
    if (plan.url === undefined && spoken) {
      ledger.step(`${plan.name}: a full disk`)
      await proveFullDisk(parts, spoken.number)
    }
    await commands(parts, { plan, sessions, released })
    ledger.set(`start_on_${plan.url === undefined ? 'sqlite' : 'postgres'}_s`, Math.round(house.server.startSeconds * 100) / 100)
  } finally {
    await house.close()
  }
}

/** From the file to a number that rings: import, mapping, submission, two signatures, release, binding. */
async function ready({ house, ledger }: Parts, { name }: Plan, { file, text, number }: Case): Promise<Released | undefined> {
  ledger.step(`${name}: ${basename(file)}: import, map, submit, sign twice, release, bind ${number}`)
  const { desks, password, functions, account } = house
  const valueFor = ({ kind, name: of }: { kind: string; name: string }): string =>
    kind === 'function' || kind === 'url'
      ? `${functions.base}/${of}`
      : kind === 'phone'
        ? orderPhone
        : kind === 'secret'
          ? `{{ secret.${of} }}`
          : `proof-${of}`
  try {
    const flow = await importFlow(desks, { text, name: basename(file, '.json'), valueFor })
    const released = await releaseFlow(desks, { flow, password })
    await bindNumber(desks, { number, account, released })
    const { approval, pointing } = released.refused
    ledger.check(
      'an author may not sign, whatever their roles',
      approval === 'lifecycle_author_may_not_approve',
      approval || 'it was signed',
    )
    ledger.check('nothing goes live before the second signature', pointing.startsWith('lifecycle_'), pointing || 'it went live')
    ledger.count('flows_released_count')
    return released
  } catch (fault) {
    ledger.check(`${basename(file)}: released`, false, fault instanceof Error ? fault.message : String(fault))
    return undefined
  }
}

async function walked(
  parts: Parts,
  { plan, each, made, kill }: { plan: Plan; each: Case; made: Released; kill: boolean },
): Promise<string[]> {
  const { ledger } = parts
  const { flow, channels } = made
  const sessions: string[] = []
  if (channels.length === 0) ledger.step(`${plan.name}: ${basename(each.file)} begins by request only: nobody can ring or text it`)
  const go = async (
    what: string,
    options: {
      channel: 'voice' | 'sms'
      script: Script | undefined
      seed: number
      beforeTurn?: ReturnType<typeof powerCuts>['beforeTurn']
    },
  ): Promise<void> => {
    ledger.step(`${plan.name}: ${what}`)
    const session = await walk(parts, { name: what, flow, number: each.number, ...options })
    if (session) sessions.push(session.id)
  }
  for (const channel of channels) {
    const script = each.script?.channel === channel ? each.script : undefined
    const { seed } = plan
    await go(`${basename(each.file)}: a ${channel === 'voice' ? 'call' : 'text conversation'}${script ? '' : ` by seed ${seed}`}`, {
      channel,
      script,
      seed,
    })
    if (kill && channel === 'voice' && script) {
      const cuts = powerCuts(parts)
      await go(`${basename(each.file)}: the same call with the server killed twice in it`, {
        channel,
        script,
        seed: seed + 1,
        beforeTurn: cuts.beforeTurn,
      })
      ledger.check('the server was killed in mid-call', cuts.cuts() === 2, `${cuts.cuts()} times instead of 2`)
    }
    for (let extra = 1; extra <= plan.wanders; extra++)
      await go(`${basename(each.file)}: ${channel} by seed ${seed + 10 + extra}`, { channel, script: undefined, seed: seed + 10 + extra })
  }
  return sessions
}

/** The journals replayed, a release and the audit log verified: by the command line. */
async function commands(
  { house, ledger }: Parts,
  { plan, sessions, released }: { plan: Plan; sessions: readonly string[]; released: readonly Released[] },
): Promise<void> {
  ledger.step(`${plan.name}: replay of ${sessions.length} journals, verification of releases and audit log`)
  ledger.check('there are journals to replay', sessions.length > 0)
  const replayed = await callwright(house, 'replay', ...sessions)
  const same = replayed.output.split('the same verbs').length - 1
  ledger.check('every journal replays to the same', replayed.code === 0 && same === sessions.length, replayed.output.slice(-400))
  ledger.count('journals_replayed_count', same)
  for (const { hash } of plan.wanders > 1 ? released : released.slice(0, 1)) {
    const { code, output } = await callwright(house, 'verify', 'release', hash)
    ledger.check(`release ${hash.slice(0, 8)} verifies`, code === 0, output.slice(-300))
  }
  const { code, output } = await callwright(house, 'verify', 'audit')
  ledger.check('the audit log verifies', code === 0, output.slice(-300))
}
