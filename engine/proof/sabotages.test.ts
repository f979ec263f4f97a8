import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sabotages } from './sabotages'

describe.each(sabotages)('$safeguard', ({ file, changes, tests }) => {
  test('can still be broken where it stands', () => {
    const text = readFileSync(file, 'utf8')
    for (const [from] of changes) expect(text.split(from), `${file} must hold once: ${from}`).toHaveLength(2)
  })
  test('has tests', () => expect(tests.filter((path) => !existsSync(path))).toEqual([]))
})
