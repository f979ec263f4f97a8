import { Command, CommanderError } from 'commander'
import { engineVersion } from '../version'
import { checkCommand, type FindingWords } from './check'
import type { HouseAddress, OpenHouse } from './house'
import { importCommand } from './import'
import { moveHelp } from './rehearsal/script'
import { type RehearseOptions, rehearseCommand } from './rehearse'
import { replayCommand } from './replay'
import { Complaint, type Exit, exit, type Terminal } from './terminal'
import { verifyAuditCommand, verifyReleaseCommand } from './verify'

export interface ProgramParts {
  terminal: Terminal
  open: OpenHouse
  findingWords: FindingWords
  now(): Date
  env: Record<string, string | undefined>
}

/** Runs `callwright <command> …` and gives its exit code. Whatever goes wrong is a sentence, never a stack. */
export async function runProgram(argv: readonly string[], parts: ProgramParts): Promise<Exit> {
  const { terminal } = parts
  let ended: Exit = exit.ok
  const program = createProgram(parts, (code) => {
    ended = code
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return ended
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? exit.ok : exit.unable
    for (const problem of fault instanceof Complaint ? fault.problems : [fault instanceof Error ? fault.message : String(fault)])
      terminal.complain(problem)
    return exit.unable
  }
}

interface HouseOptions {
  organisation?: string
  database?: string
  data?: string
}

function createProgram(parts: ProgramParts, end: (code: Exit) => void): Command {
  const { terminal, findingWords, now } = parts
  const program = new Command('callwright')
    .description('Call flows from the command line: import, check, rehearse, verify, replay.')
    .version(engineVersion)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.say(text.trimEnd()), writeErr: (text) => terminal.complain(text.trimEnd()) })
    .showHelpAfterError()
  program
    .command('import <studio.json>')
    .description('turn a Twilio Studio flow into a draft')
    .option('--out <draft.json>', 'where the draft is written')
    .option('--report', 'print every finding and every way out that led nowhere')
    .action(async (file: string, options: { out?: string; report?: boolean }) => end(await importCommand(terminal, file, options)))
  program
    .command('check <file>')
    .description('list what is wrong with a draft or a chart')
    .action(async (file: string) => end(await checkCommand(terminal, file, findingWords)))
  program
    .command('rehearse <draft>')
    .description('call or text a draft, or a sample (clinic, appointments, oncall), without a phone')
    .option('--sms', 'a text conversation instead of a call')
    .option('--script <moves>', 'what the person does, separated by commas; without it you are asked')
    .option('--at <time>', 'when it begins, such as 2026-03-02T15:00:00Z; otherwise now')
    .addHelpText('after', `\nMoves:\n${moveHelp}`)
    .action(async (what: string, options: RehearseOptions) => end(await rehearseCommand(terminal, what, options, now())))
  addHouseCommands(program, parts, end)
  return program
}

function addHouseCommands(program: Command, { terminal, open, now, env }: ProgramParts, end: (code: Exit) => void): void {
  const inHouse = (command: Command): Command =>
    command
      .option('--organisation <name>', 'only this organisation, by name or id')
      .option('--database <url>', 'postgres://…; otherwise DATABASE_URL, otherwise SQLite in the data folder')
      .option('--data <folder>', 'the data folder; otherwise CALLWRIGHT_DATA, otherwise ./data')
  const where = ({
    organisation,
    database,
    data,
  }: HouseOptions): { organisation: string | undefined; address: HouseAddress; now: Date } => ({
    organisation,
    address: { url: database ?? (env.DATABASE_URL || undefined), folder: data ?? (env.CALLWRIGHT_DATA || './data') },
    now: now(),
  })
  const verify = program.command('verify').description('prove that a release or the audit log is what was written')
  inHouse(verify.command('release <hash>'))
    .description('hash a release again, check its signatures, ask the engine whether it runs')
    .action(async (hash: string, options: HouseOptions) => end(await verifyReleaseCommand(terminal, open, hash, where(options))))
  inHouse(verify.command('audit'))
    .description('walk the chain of the audit log')
    .action(async (options: HouseOptions) => end(await verifyAuditCommand(terminal, open, where(options))))
  inHouse(program.command('replay <sessions...>'))
    .description('run the journals of sessions again and compare')
    .action(async (sessions: string[], options: HouseOptions) => end(await replayCommand(terminal, open, sessions, where(options))))
}
