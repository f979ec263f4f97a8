import { readJson } from '../check/read-json'
import type { Json } from '../json'

/** Where a problem stands in the text that was given: a line and column (both from 1), or a JSON pointer. */
export type Place = { line: number; column: number } | { pointer: string }

/** Why a text cannot be imported at all. Words for each code stand in `words.ts`. */
export type ProblemCode = 'not-json' | 'too-long' | 'too-deep' | 'too-many-widgets' | 'no-widgets' | 'not-a-flow'

export interface Problem {
  code: ProblemCode
  place: Place
  /** What stands there, cut short. */
  quoted: string
}

/** 1 MiB, counted in UTF-16 units; Studio's own definitions are far smaller. */
const maxTextLength = 1_048_576
const maxDepth = 100

type ReadText = { ok: true; value: Json } | { ok: false; problem: Problem }

/**
 * Reads JSON text as people hand it over: with a byte order mark, or encoded twice as a string. Anything else that is
 * not JSON is refused with the line and column where it stops being JSON.
 */
export function readText(given: string): ReadText {
  if (given.length > maxTextLength) return refused('too-long', { place: { line: 1, column: 1 }, quoted: `${given.length} characters` })
  const text = given.replace(/^\uFEFF/, '')
  if (depthOf(text) > maxDepth) return refused('too-deep', { place: { line: 1, column: 1 }, quoted: `more than ${maxDepth} levels` })
  const value = parsed(text)
  if (value === undefined) {
    // Engines word their JSON errors differently, and some without a position; the chart's own reader knows where it stopped.
    const read = readJson(text)
    const place = read.ok ? { line: 1, column: 1 } : read.place
    return refused('not-json', { place, quoted: (text.split('\n')[place.line - 1] ?? '').slice(place.column - 1, place.column + 39) })
  }
  if (typeof value !== 'string') return { ok: true, value }
  const inner = parsed(value)
  return inner !== undefined && typeof inner === 'object' ? readText(value) : { ok: true, value }
}

const refused = (code: ProblemCode, { place, quoted }: { place: Place; quoted: string }): ReadText => ({
  ok: false,
  problem: { code, place, quoted },
})

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0]
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (mark === '{' || mark === '[') deepest = Math.max(deepest, ++depth)
    else if (mark === '}' || mark === ']') depth--
  }
  return deepest
}
