import { describe, expect, it } from 'vitest'
import { chooseZone } from './choose-zone'

describe('chooseZone', () => {
  it('takes the zone the browser named', () => {
    expect(chooseZone('Asia/Shanghai')).toBe('Asia/Shanghai')
    expect(chooseZone('America%2FNew_York')).toBe('America/New_York')
  })

  it.each([undefined, '', 'Mars/Olympus', '%E0%A4%A', '<script>'])('answers UTC for %j', (named) => {
    expect(chooseZone(named)).toBe('UTC')
  })
})
