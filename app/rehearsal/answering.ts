import { HttpResult } from '#flows/effects'
import { JsonObject } from '#flows/json'
import type { Choice } from './choices'

/** Whether the event is another system's answer, which the one who rehearses may word. */
export const isAnswer = (event: Choice['event']): boolean =>
  event.type.startsWith('effect.done.') && 'result' in event && HttpResult.safeParse(event.result).success

/** The choice with the typed text as the other system's answer. Empty text leaves it as the node type has it. */
export function answering(choice: Choice, text: string): Choice {
  if (text.trim() === '' || !isAnswer(choice.event)) return choice
  const parsed = JsonObject.safeParse(read(text)).data
  const type = parsed ? 'application/json' : 'text/plain'
  const result = { status_code: 200, body: text, content_type: type, ...(parsed && { parsed }) }
  return { ...choice, event: { type: choice.event.type as `effect.done.${string}`, result } }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
