import { describe, expect, it } from 'vitest'
import { impuritiesIn } from './purity.mjs'

const found = (source: string, file = 'flows/example.ts'): string[] => impuritiesIn(file, source)

describe('the purity check', () => {
  it.each([
    'export const now = Date.now()',
    'export const now = new Date()',
    'export const now = Date()',
    'export const draw = () => Math.random()',
    'export const load = () => fetch("/x")',
    'export const later = () => globalThis.setTimeout(() => 0, 1)',
    'export const place = process.env.HOME',
    'console.log(1)',
    'export const id = crypto.randomUUID()',
    "import { readFileSync } from 'node:fs'\nexport { readFileSync }",
  ])('refuses %s', (source) => {
    expect(found(source)).toHaveLength(1)
  })

  it.each([
    'export const day = (at: number) => new Date(at)',
    '// Date.now() would be wrong here',
    "export const word = 'Math.random()'",
    'export const load = (fetch: () => string) => fetch()',
    'export const box = { process: 1, console: 2 }',
    'export type Fetch = typeof fetch',
  ])('accepts %s', (source) => {
    expect(found(source)).toEqual([])
  })

  it('names the file, the line and what to do instead', () => {
    expect(found('const a = 1\nexport const b = a + Date.now()')).toEqual([
      'flows/example.ts:2: Date.now: time and chance arrive in the event (or as an argument).',
    ])
  })

  it('allows the engine, but not flows, the modules of Node', () => {
    expect(found("import { createHmac } from 'node:crypto'\nexport { createHmac }", 'engine/example.ts')).toEqual([])
  })
})
