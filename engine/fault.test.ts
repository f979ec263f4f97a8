import { expect, test } from 'vitest'
import { faultOf } from './fault'

test('a log says what failed and nothing of whom', () => {
  expect(faultOf(new TypeError('Failed query: insert into "legs" values (?)\nparams: +12025550101'))).toBe(
    'TypeError: Failed query: insert into "legs" values (?)',
  )
  expect(faultOf(new Error('no params: +12025550101'))).toBe('Error: no')
  expect(faultOf('x'.repeat(500))).toHaveLength(200)
})
