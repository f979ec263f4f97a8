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
export const maxTextLength = 1_048_576
const maxDepth = 100

export type ReadText = { ok: true; value: Json } | { ok: false; problem: Problem }

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
    const offset = faultOffset(text)
    return refused('not-json', { place: lineAndColumn(text, offset), quoted: text.slice(offset, offset + 40) })
  }
  if (typeof value !== 'string') return { ok: true, value }
  const inner = parsed(value)
  return inner !== undefined && typeof inner === 'object' ? readText(value) : { ok: true, value }
}

/** The line and column of an offset, both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const refused = (code: ProblemCode, { place, quoted }: { place: Place; quoted: string }): ReadText => ({ ok: false, problem: { code, place, quoted } })

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

const blank = /[ \t\n\r]*/y
const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Engines word their JSON errors differently, and some without a position; this finds the first offset that is not JSON. */
function faultOffset(text: string): number {
  let at = 0
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const mark = (wanted: string): boolean => {
    take(blank)
    if (text[at] !== wanted) return false
    at++
    return true
  }
  const members = (close: string, member: () => boolean): boolean => {
    if (mark(close)) return true
    do if (!member()) return false
    while (mark(','))
    return mark(close)
  }
  const value = (): boolean => {
    if (mark('{')) return members('}', () => (take(blank), text[at] === '"') && take(scalar) !== undefined && mark(':') && value())
    if (mark('[')) return members(']', value)
    return take(scalar) !== undefined
  }
  if (value()) take(blank)
  return at
}
