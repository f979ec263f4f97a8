import { expect, test } from 'vitest'
import { createIds } from './ids'

const started = Date.parse('2026-03-02T09:00:00Z')

test('ids made in one millisecond sort as they were made, and none comes twice', () => {
  const ids = createIds({ now: () => new Date(started) })
  const made = Array.from({ length: 2_000 }, () => ids.next())
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})

test('a clock that goes back does not make an id that sorts before an earlier one', () => {
  let at = started
  const ids = createIds({ now: () => new Date(at) })
  const before = ids.next()
  at -= 60_000
  expect(ids.next() > before).toBe(true)
})

test('a later millisecond sorts later, across processes too', () => {
  const one = createIds({ now: () => new Date(started) }).next()
  const other = createIds({ now: () => new Date(started + 1) }).next()
  expect(one < other).toBe(true)
  expect(one).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
})
