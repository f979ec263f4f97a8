import { z } from 'zod'
import { Json, JsonObject } from '#flows/json'
import { Complaint } from '../terminal'

/** What the person at the phone does, or what the outside answers. */
export type Move =
  | { do: 'press'; digits: string }
  | { do: 'speech'; text: string }
  | { do: 'text'; text: string }
  | { do: 'wait'; seconds: number }
  | { do: 'silence' }
  | { do: 'hangup' }
  | { do: 'dial'; status: z.infer<typeof DialStatus> }
  | { do: 'record'; seconds: number }
  | { do: 'http'; status: number; body: string; parsed: JsonObject | undefined }
  | { do: 'fail'; reason: string }
  | { do: 'rung'; answer: 'accept' | 'decline' | 'missed' }

const DialStatus = z.enum(['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled'])

export const moveHelp = `  1  *  #  1234         keys pressed
  speech:to a nurse     said aloud (call)
  text:yes              written (SMS)
  silence               says and presses nothing
  wait 90               lets 90 seconds pass
  hangup                ends the call
  dial:answered         whom it was connected to: answered, completed, busy, no-answer, failed, canceled
  record:12             left a message of 12 seconds
  http:{"open":true}    the HTTP answer, status 200; http:404 another status; http:failed none at all
  rung:accept           the person a ladder asks: accept, decline, missed`

/**
 * Reads a script such as `1,#,wait 5,text:"yes, please",http:{"a":1}`. Commas inside quotes and braces belong to the move.
 * @throws Complaint with every part that is none.
 */
export function readScript(script: string): Move[] {
  const read = partsOf(script).map((part) => ({ part, move: readMove(part) }))
  const unknown = read.filter(({ move }) => move === undefined)
  if (unknown.length > 0)
    throw new Complaint([...unknown.map(({ part }) => `"${part}" is nothing a person at the phone can do.`), 'There are:', moveHelp])
  return read.flatMap(({ move }) => (move ? [move] : []))
}

function partsOf(script: string): string[] {
  const parts: string[] = []
  let [part, depth, quoted] = ['', 0, false]
  for (const mark of script) {
    if (mark === '"') quoted = !quoted
    if (!quoted && (mark === '{' || mark === '[')) depth++
    if (!quoted && (mark === '}' || mark === ']')) depth--
    if (mark === ',' && depth <= 0 && !quoted) {
      parts.push(part)
      part = ''
    } else part += mark
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== '')
}

/** One move, or undefined when it is none. */
export function readMove(part: string): Move | undefined {
  if (/^[0-9*#]{1,32}$/.test(part)) return { do: 'press', digits: part }
  const [, verb = '', rest = ''] = /^([a-z]+)(?:[: ]\s*(.*))?$/is.exec(part) ?? []
  return moves[verb.toLowerCase()]?.(unquoted(rest))
}

const unquoted = (text: string): string => /^"(.*)"$/s.exec(text)?.[1] ?? text
const secondsOf = (text: string): number | undefined => (/^\d{1,7}$/.test(text) ? Number(text) : undefined)

const moves: Readonly<Record<string, (rest: string) => Move | undefined>> = {
  press: (digits) => (/^[0-9*#]{1,32}$/.test(digits) ? { do: 'press', digits } : undefined),
  speech: (text) => (text === '' ? undefined : { do: 'speech', text }),
  say: (text) => (text === '' ? undefined : { do: 'speech', text }),
  text: (text) => ({ do: 'text', text }),
  silence: () => ({ do: 'silence' }),
  hangup: () => ({ do: 'hangup' }),
  wait(rest) {
    const seconds = secondsOf(rest)
    return seconds === undefined ? undefined : { do: 'wait', seconds }
  },
  dial(rest) {
    const status = DialStatus.safeParse(rest)
    return status.success ? { do: 'dial', status: status.data } : undefined
  },
  record(rest) {
    const seconds = secondsOf(rest)
    return seconds === undefined ? undefined : { do: 'record', seconds }
  },
  rung(rest) {
    const answer = z.enum(['accept', 'decline', 'missed']).safeParse(rest)
    return answer.success ? { do: 'rung', answer: answer.data } : undefined
  },
  http: httpMove,
}

function httpMove(rest: string): Move | undefined {
  if (rest === 'failed') return { do: 'fail', reason: 'failed' }
  if (/^[1-5]\d\d$/.test(rest)) return { do: 'http', status: Number(rest), body: '', parsed: undefined }
  try {
    const value = Json.parse(JSON.parse(rest))
    return { do: 'http', status: 200, body: rest, parsed: JsonObject.safeParse(value).data }
  } catch {
    return undefined
  }
}
