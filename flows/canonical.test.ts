import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, hashOf, hashOfText } from './canonical'
import type { Json } from './json'
import { shuffled } from './testing/drawings'

/** A number from the bits of its IEEE 754 double, as the appendix of RFC 8785 lists its samples. */
function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, BigInt(`0x${bits}`))
  return view.getFloat64(0)
}

describe('the canonical form (RFC 8785)', () => {
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['4340000000000000', '9007199254740992'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
  ])('writes the double %s as %s', (bits, text) => {
    const value = double(bits)
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) expect(() => canonicalText(value)).toThrow('cannot carry exactly')
    else expect(canonicalText(value)).toBe(text)
  })

  it('sorts keys by their UTF-16 units, at every depth', () => {
    const names = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter',
      '1': 'One',
      '\u{1f600}': 'Emoji',
      '\u0080': 'Control',
      '\u00f6': 'Latin Letter',
    }
    const order = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']
    expect(Object.keys(JSON.parse(canonicalText(names)) as object).sort()).toEqual([...order].sort())
    const text = canonicalText(names)
    const places = order.map((key) => text.indexOf(JSON.stringify(key)))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(canonicalText({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
  })

  it('writes no blanks, escapes only what must be, keeps text as it is', () => {
    expect(canonicalText({ text: '\u20ac$\u000f\nA\'B"\\/' })).toBe('{"text":"€$\\u000f\\nA\'B\\"\\\\/"}')
    expect(canonicalText('e\u0301')).not.toBe(canonicalText('\u00e9'))
  })

  it('is the same whatever the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        let text: string
        try {
          text = canonicalText(value as Json)
        } catch {
          return
        }
        expect(canonicalText(shuffled(value) as Json)).toBe(text)
        expect(canonicalText(JSON.parse(text) as Json)).toBe(text)
      }),
    )
  })

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['an undefined field', { a: { b: undefined } }],
    ['a function', { a: () => 1 }],
    ['NaN', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a number past 2^53', 2 ** 53],
    ['a big integer', 1n],
    ['a symbol', Symbol('x')],
    ['a lone surrogate', 'a\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a hole', new Array(2)],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalText(value as Json)).toThrow()
  })

  it('says where it refuses', () => {
    expect(() => canonicalText({ a: [{ b: Number.NaN }] })).toThrow('/a/0/b')
  })
})

describe('a hash', () => {
  it('is SHA-256 over the kind, a line feed and the canonical text', async () => {
    const bytes = new TextEncoder().encode('callwright.chart/1\n{"a":1}')
    const expected = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
    expect(hashOf('chart', { a: 1 })).toBe(expected)
    expect(hashOfText('chart', '{"a":1}')).toBe(expected)
  })
  it('of one kind never passes for another kind', () => {
    const kinds = ['chart', 'layout', 'content', 'prompt', 'release', 'signature', 'audit', 'journal', 'policy'] as const
    expect(new Set(kinds.map((kind) => hashOf(kind, {}))).size).toBe(kinds.length)
  })
})
