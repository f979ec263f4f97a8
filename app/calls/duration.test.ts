import { expect, it } from 'vitest'
import { durationWords, offsetWords } from './duration'

const began = '2026-11-17T09:14:00.000Z'

it('writes minutes and seconds, and hours where there are some', () => {
  expect(durationWords(began, '2026-11-17T09:18:48.000Z')).toBe('4:48')
  expect(durationWords(began, '2026-11-17T10:16:09.000Z')).toBe('1:02:09')
})

it('writes offsets to the tenth and carries it over', () => {
  expect(offsetWords(began, '2026-11-17T09:14:12.249Z')).toBe('0:12.2')
  expect(offsetWords(began, '2026-11-17T09:14:59.970Z')).toBe('1:00.0')
})

it('never goes below nothing, though clocks do', () => {
  expect([durationWords(began, '2026-11-17T09:13:00.000Z'), offsetWords(began, '2026-11-17T09:13:00.000Z')]).toEqual(['0:00', '0:00.0'])
})
