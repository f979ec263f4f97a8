import { describe, expect, it } from 'vitest'
import { nodeTypes } from '#flows/nodes/index'
import { typeIcons } from './type-icons'

describe('the picture of a node type', () => {
  it.each(Object.values(nodeTypes).map(({ type, icon }) => [type, icon]))('is there for %s', (_type, icon) => {
    expect(Object.keys(typeIcons)).toContain(icon)
  })
})
