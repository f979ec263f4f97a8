import { replay } from '../replay'
import { type House, type HouseAddress, inHouse, type OpenHouse } from './house'
import { Complaint, type Exit, exit, type Terminal } from './terminal'
import { chosen, said } from './verify'

/**
 * `callwright replay <session…>`: proves a session's journal whole, runs `step` over it and compares every verb, effect and node with
 * what was recorded. Wrong when anything differs. Prints no words of the conversation: they may be a patient's.
 */
export async function replayCommand(
  terminal: Terminal,
  open: OpenHouse,
  sessions: readonly string[],
  { address, organisation }: { address: HouseAddress; organisation: string | undefined },
): Promise<Exit> {
  return inHouse(open, address, async (house) => {
    let worst: Exit = exit.ok
    for (const id of sessions)
      if ((await replayed(terminal, house, await found(house, id, organisation))) === exit.wrong) worst = exit.wrong
    return worst
  })
}

async function replayed(terminal: Terminal, house: House, { session, entries, chain }: Found): Promise<Exit> {
  terminal.say(`Session ${session.id}. Journal: ${said(chain)}`)
  if (session.release === undefined) {
    terminal.say('It was answered by the built-in safe flow: there is no release to replay.')
    return chain.ok ? exit.ok : exit.wrong
  }
  const admitted = await house.admit(session.organisation, session.release, session.startedAt)
  if (!admitted.open) throw new Complaint([`Its release ${session.release} cannot be run: ${admitted.reasons.join(', ')}.`])
  const { same, steps, differences } = replay(entries, admitted.flow)
  for (const { sequence, what } of differences) terminal.say(`Entry ${sequence}: other ${what} than recorded.`)
  terminal.say(
    same
      ? `Replayed ${steps} steps of ${entries.length} entries: the same verbs, effects and nodes.`
      : `Replayed ${steps} steps: ${differences.length} differences.`,
  )
  return same && chain.ok ? exit.ok : exit.wrong
}

type Found = NonNullable<Awaited<ReturnType<House['session']>>>

async function found(house: House, id: string, organisation: string | undefined): Promise<Found> {
  for (const each of await chosen(house, organisation)) {
    const session = await house.session(each.id, id)
    if (session) return session
  }
  throw new Complaint([`There is no session ${id} here. Its name stands on the Calls screen.`])
}
