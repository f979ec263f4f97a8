import { checkDraftSource } from '#flows/check/check-source'
import { compile } from '#flows/compile'
import type { Draft } from '#flows/edits/draft'
import { sampleNames, samples } from '#flows/samples/index'
import { ChartFault, load } from '../load'
import { complaintOf } from './check'
import { Rehearsal } from './rehearsal/rehearsal'
import { moveHelp, readMove, readScript } from './rehearsal/script'
import { Complaint, type Exit, exit, type Terminal, textOf } from './terminal'

export interface RehearseOptions {
  /** A text conversation instead of a call. */
  sms?: boolean
  script?: string
  /** When the session begins, ISO 8601. */
  at?: string
}

/**
 * `callwright rehearse <draft.json|sample>`: a call or a text conversation without a phone. With `--script` it plays the moves and
 * prints the transcript; without, it asks what to do next.
 * @throws Complaint when the file is no draft, the flow cannot run, or a move of the script does not fit.
 */
export async function rehearseCommand(
  terminal: Terminal,
  what: string,
  { sms = false, script, at }: RehearseOptions,
  now: Date,
): Promise<Exit> {
  const draft = await draftOf(what)
  const channel = sms || !draft.drawing.channels.includes('voice') ? 'sms' : 'voice'
  if (!draft.drawing.channels.includes(channel)) throw new Complaint([`${draft.drawing.name} takes no texts. Leave --sms out.`])
  const began = at === undefined ? now : new Date(at)
  if (Number.isNaN(began.getTime())) throw new Complaint([`"${at}" is no time. Write it as 2026-03-02T15:00:00Z.`])
  const moves = script === undefined ? undefined : readScript(script)
  const rehearsal = new Rehearsal(loaded(draft), { channel, at: began, say: (line) => terminal.say(`  ${line}`) })
  try {
    if (channel === 'voice') rehearsal.begins()
    if (!moves) return await asked(terminal, rehearsal)
    for (const [index, move] of moves.entries()) {
      if (rehearsal.done) throw new Complaint([`The flow is over; move ${index + 1} of the script comes too late.`])
      terminal.say(
        `> ${Object.values(move)
          .filter((part) => typeof part !== 'object')
          .join(' ')}`,
      )
      const refused = rehearsal.moves(move)
      if (refused) throw new Complaint([`Move ${index + 1} of the script does not fit. ${refused}`])
    }
    if (!rehearsal.done) terminal.say('The script is over, the flow still waits.')
    return exit.ok
  } catch (fault) {
    if (fault instanceof ChartFault) throw new Complaint([fault.message, 'callwright check lists what is wrong with a draft.'])
    throw fault
  }
}

async function draftOf(what: string): Promise<Draft> {
  const sample = sampleNames.find((name) => name === what)
  if (sample) return samples[sample]
  if (!/[./\\]/.test(what))
    throw new Complaint([
      `There is no sample "${what}". There are: ${sampleNames.join(', ')}. For a file, give its path, such as ./draft.json.`,
    ])
  const read = checkDraftSource(await textOf(what))
  if (!read.ok) throw complaintOf(what, read.problems)
  return read.value
}

function loaded({ drawing, content }: Draft): ReturnType<typeof load> {
  try {
    return load({ chart: compile(drawing), content })
  } catch (fault) {
    throw new Complaint([fault instanceof Error ? fault.message : String(fault), 'callwright check lists what is wrong with a draft.'])
  }
}

async function asked(terminal: Terminal, rehearsal: Rehearsal): Promise<Exit> {
  if (!rehearsal.begun) terminal.say('A text conversation: begin with text:hello. Type help for all you can do.')
  else terminal.say('Type help for all you can do.')
  while (!rehearsal.done) {
    const line = (await terminal.ask('> '))?.trim()
    if (line === undefined || line === 'exit') break
    if (line === '') continue
    const move = readMove(line)
    if (!move) terminal.say(moveHelp)
    else {
      const refused = rehearsal.moves(move)
      if (refused) terminal.say(refused)
    }
  }
  return exit.ok
}
