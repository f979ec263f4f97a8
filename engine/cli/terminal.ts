import { readFile } from 'node:fs/promises'

/** Where a command writes and, when somebody sits there, asks. */
export interface Terminal {
  say(line: string): void
  complain(line: string): void
  /** The next line typed, or undefined when there will be no more. */
  ask(question: string): Promise<string | undefined>
}

/** How a command ended. `wrong`: it did its work and found something that is not right. `unable`: it could not do its work. */
export const exit = { ok: 0, wrong: 1, unable: 2 } as const
export type Exit = (typeof exit)[keyof typeof exit]

/** A command that cannot do its work: a sentence for each reason, shown without a stack. */
export class Complaint extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'Complaint'
  }
}

/** A file's text. @throws Complaint when it cannot be read. */
export async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code || String(fault)})`
    throw new Complaint([`${path}: ${why}.`])
  }
}
