import { describe, expect, it } from 'vitest'
import { navItemsFor } from './nav-items'

const keys = (...roles: Parameters<typeof navItemsFor>[0]) => navItemsFor(roles).map((item) => item.key)

describe('navItemsFor', () => {
  it('shows an operator the work and nothing of administration', () => {
    expect(keys('operator')).toEqual(['flows', 'review', 'numbers', 'calls'])
  })

  it('shows an auditor everything that can be read', () => {
    expect(keys('auditor')).toEqual(['flows', 'review', 'numbers', 'calls', 'audit', 'people'])
  })

  it('adds the rooms of all roles, each once', () => {
    expect(keys('compliance', 'admin')).toEqual(['flows', 'review', 'numbers', 'calls', 'audit', 'people', 'settings'])
  })

  it('shows nothing to a person without a role', () => {
    expect(keys()).toEqual([])
  })
})
