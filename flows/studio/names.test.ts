import { describe, expect, it } from 'vitest'
import { NodeId } from '../ids'
import { Names } from './names'

describe('names', () => {
  it.each([
    ['Trigger', 'Trigger'],
    ['split-customer', 'split_customer'],
    ['2nd try', 'widget_2nd_try'],
    ['_hidden', 'widget_hidden'],
    ['prénom', 'prenom'],
    ['你好', 'widget_'],
    ['', 'widget_'],
    ['constructor', 'constructor_2'],
    ['__proto__', 'widget__proto__'],
  ])('%s becomes %s', (foreign, ours) => {
    const name = new Names('widget').of(foreign)
    expect(name).toBe(ours)
    expect(NodeId.safeParse(name).success).toBe(true)
  })
  it('stay apart and stay the same', () => {
    const names = new Names('widget')
    expect([names.of('a-b'), names.of('a_b'), names.of('a b'), names.of('a-b')]).toEqual(['a_b', 'a_b_2', 'a_b_3', 'a_b'])
    expect(names.known('a_b')).toBe('a_b_2')
    expect(names.known('c')).toBeUndefined()
  })
  it('are never too long, even where they must differ', () => {
    const names = new Names('widget')
    const long = 'x'.repeat(200)
    expect([names.of(long), names.of(`${long}y`)].map((name) => name.length)).toEqual([63, 63])
    expect(names.of(long)).not.toBe(names.of(`${long}y`))
  })
})
