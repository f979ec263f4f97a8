import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const line = z.strictObject({
  /** Words that must stand in what was heard or read since the last line; absent: whatever was said. */
  heard: z.string().optional(),
  press: z
    .string()
    .regex(/^[0-9*#]+$/)
    .optional(),
  say: z.string().optional(),
  text: z.string().optional(),
  silence: z.literal(true).optional(),
  hangup: z.literal(true).optional(),
  /** How the call that is being connected ends. */
  dial: z.enum(['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled']).optional(),
  /** Seconds of message left; 0 leaves none. */
  record: z.number().int().min(0).max(600).optional(),
})
export type ScriptLine = z.infer<typeof line>

/** What a caller does, in order. `channel` says whether it is a call or a text conversation; `ends` what is heard last. */
export const Script = z.strictObject({
  channel: z.enum(['voice', 'sms']),
  /** The flow's own id of how it should end. */
  outcome: z.string().optional(),
  /** Whose number calls: a flow may ask for it. */
  from: z.string().optional(),
  lines: z.array(line),
})
export type Script = z.infer<typeof Script>

/** @throws a sentence with every problem of the file. */
export async function readScriptFile(path: string): Promise<Script> {
  const read = Script.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (read.success) return read.data
  throw new Error(`${path} is no script: ${read.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join('; ')}`)
}

/** Chooses what to do by what was heard. */
export interface Actor {
  next(heard: string, situation: 'gather' | 'dial' | 'record' | 'text'): ScriptLine
  /** Lines not used yet. */
  left(): number
}

/** Follows a script to the letter. @throws OffScript when something else was heard than the next line expects. */
export function actorOf({ lines }: Script): Actor {
  let at = 0
  return {
    left: () => lines.length - at,
    next(heard, situation) {
      const wanted = lines[at]
      if (situation === 'dial' && wanted?.dial === undefined) return { dial: 'completed' }
      if (!wanted) throw new OffScript(`the script is over, and this was heard: ${heard.slice(0, 200)}`)
      if (wanted.heard !== undefined && !plain(heard).includes(plain(wanted.heard)))
        throw new OffScript(`line ${at + 1} waits for "${wanted.heard}", and this was heard: ${heard.slice(0, 200)}`)
      at++
      return wanted
    },
  }
}

/** A wanderer hangs up after this many acts: many flows lead back to their menu for ever. */
const patience = 30

/**
 * Finds its own way through a flow nobody wrote a script for: presses keys the words offer, answers what is asked, now and then stays
 * silent. The same seed does the same.
 */
export function wanderer(seed: number): Actor {
  const chance = chances(seed)
  let acts = 0
  const of = <Item>(items: readonly [Item, ...Item[]]): Item => items[Math.floor(chance() * items.length)] ?? items[0]
  return {
    left: () => 0,
    next(heard, situation) {
      if (++acts > patience) return { hangup: true }
      if (situation === 'dial') return { dial: of(['completed', 'busy', 'no-answer']) }
      if (situation === 'record') return { record: of([7, 0]) }
      const offered = [...heard.matchAll(/\b(?:press|reply|for|option|oprima|按)\D{0,12}(\d)/gi)].flatMap(([, digit]) =>
        digit ? [digit] : [],
      )
      const answers = ['1', '2', '0', '1234', ...offered, ...offered, ...offered] as const
      const answer = of([answers[0] ?? '1', ...answers])
      if (situation === 'text') return { text: of(['yes', 'no', answer, answer]) }
      return of<ScriptLine>([{ press: answer }, { press: answer }, { press: answer }, { silence: true }])
    },
  }
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Case, quotes and spaces do not count. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’“”"']/g, '')
    .replace(/\s+/g, ' ')

export class OffScript extends Error {
  constructor(what: string) {
    super(`Off the script: ${what}`)
    this.name = 'OffScript'
  }
}
