import { describe, expect, it } from 'vitest'
import { readableNumber } from './phone-number'

describe('readableNumber', () => {
  it('groups a full number as its country does', () => {
    expect(readableNumber('+12025550140')).toBe('+1 202 555 0140')
  })

  it.each(['anonymous', '+1 202 ••• ••40', '72345', ''])('leaves %j as it was given', (number) => {
    expect(readableNumber(number)).toBe(number)
  })
})
