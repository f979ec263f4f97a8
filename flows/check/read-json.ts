import type { Json } from '../json'

export interface Place {
  /** From 1. */
  line: number
  column: number
}

export type ReadJson = { ok: true; value: Json; placeOf(pointer: string): Place } | { ok: false; problem: string; place: Place }

/**
 * Reads JSON text and remembers where every value stands, by JSON pointer (RFC 6901). Stricter than `JSON.parse`: a key that comes
 * twice in one object is refused, since only one of the two would be signed. Never throws.
 */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text)
  try {
    const value = reader.whole()
    const placeOf = (pointer: string): Place => {
      // The nearest place known: a missing field has none of its own.
      for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
        const offset = reader.places.get(at)
        if (offset !== undefined) return placeAt(text, offset)
        if (at === '') return { line: 1, column: 1 }
      }
    }
    return { ok: true, value, placeOf }
  } catch (cause) {
    if (cause instanceof JsonFault) return { ok: false, problem: cause.message, place: placeAt(text, cause.offset) }
    throw cause
  }
}

/** One step of a JSON pointer. */
export const pointerStep = (key: string | number): string => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

class JsonFault extends Error {
  constructor(
    problem: string,
    readonly offset: number,
  ) {
    super(problem)
  }
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

const deepest = 200
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const blank = /[ \t\r\n]*/y

class Reader {
  readonly places = new Map<string, number>()
  private at = 0

  constructor(private readonly text: string) {}

  whole(): Json {
    const value = this.value('', 0)
    if (this.at < this.text.length) throw this.fault('There is text after the end of the JSON value.')
    return value
  }

  private value(pointer: string, depth: number): Json {
    this.skip()
    this.places.set(pointer, this.at)
    if (depth > deepest) throw this.fault(`The JSON is nested more than ${deepest} deep.`)
    const sign = this.text[this.at]
    const value =
      sign === '{' ? this.object(pointer, depth) : sign === '[' ? this.array(pointer, depth) : sign === '"' ? this.string() : this.plain()
    this.skip()
    return value
  }

  private object(pointer: string, depth: number): Json {
    const entries = new Map<string, Json>()
    this.at += 1
    this.skip()
    if (this.took('}')) return {}
    do {
      this.skip()
      const keyAt = this.at
      if (this.text[this.at] !== '"') throw this.fault('A key in double quotes is expected here.')
      const key = this.string()
      if (entries.has(key)) throw new JsonFault(`The key "${key}" comes twice in one object.`, keyAt)
      if (key === '__proto__') throw new JsonFault('The key "__proto__" is not allowed.', keyAt)
      this.skip()
      if (!this.took(':')) throw this.fault('A colon is expected after the key.')
      entries.set(key, this.value(pointer + pointerStep(key), depth + 1))
    } while (this.took(','))
    if (!this.took('}')) throw this.fault('A comma or a closing brace } is expected here.')
    return Object.fromEntries(entries)
  }

  private array(pointer: string, depth: number): Json {
    const items: Json[] = []
    this.at += 1
    this.skip()
    if (this.took(']')) return items
    do items.push(this.value(pointer + pointerStep(items.length), depth + 1))
    while (this.took(','))
    if (!this.took(']')) throw this.fault('A comma or a closing bracket ] is expected here.')
    return items
  }

  private string(): string {
    let end = this.at + 1
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === '\\' ? 2 : 1
    try {
      const read = JSON.parse(this.text.slice(this.at, end + 1)) as string
      this.at = end + 1
      return read
    } catch {
      throw this.fault('This text is not closed, or holds a line break or an unknown escape.')
    }
  }

  private plain(): Json {
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length
        return value
      }
    }
    const found = this.match(number)
    if (found === undefined) throw this.fault(this.at >= this.text.length ? 'The text ends too early.' : 'A value is expected here.')
    return Number(found)
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  private took(sign: string): boolean {
    if (this.text[this.at] !== sign) return false
    this.at += 1
    return true
  }

  private skip(): void {
    this.match(blank)
  }

  private fault(problem: string): JsonFault {
    return new JsonFault(problem, this.at)
  }
}
