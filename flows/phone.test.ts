import { describe, expect, it } from 'vitest'
import { dialable, PhoneTemplate } from './phone'

describe('a phone number in settings', () => {
  it.each(['+12025550123', '{{ nurse_line }}', '+1{{ local }}', 'ref:phone:front_desk', '{% if night %}+12025550123{% endif %}'])(
    'may be %s',
    (number) => {
      expect(PhoneTemplate.safeParse(number).success).toBe(true)
    },
  )
  it.each(['', '202 555 0123', '12025550123', '+0123456789', 'front desk'])('may not be "%s"', (number) => {
    expect(PhoneTemplate.safeParse(number).success).toBe(false)
  })
})

describe('a rendered number', () => {
  it.each([
    ['+1 (202) 555-0123', '+12025550123'],
    [' +12025550123 ', '+12025550123'],
    ['911', '911'],
    ['61234', '61234'],
  ])('%s is dialled as %s', (rendered, number) => expect(dialable(rendered)).toBe(number))
  it.each(['', 'anonymous', '+', '2025550123', 'client:nurse', 'ref:phone:front_desk', '+1202555012x'])('"%s" reaches nobody', (rendered) =>
    expect(dialable(rendered)).toBeUndefined(),
  )
})
