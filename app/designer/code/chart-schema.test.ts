import { describe, expect, it } from 'vitest'
import { nodeTypes } from '#flows/nodes/index'
import { chartSchema } from './chart-schema'

describe('the schema of the code view', () => {
  const text = JSON.stringify(chartSchema())

  it.each(Object.keys(nodeTypes))('knows the settings of %s', (type) => {
    expect(text).toContain(`"const":"${type}"`)
  })

  it('refers only to what it defines', () => {
    const schema = JSON.parse(text) as { $defs: Record<string, unknown> }
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref)
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of refs) expect([ref, Object.keys(schema.$defs).includes(ref.replace('#/$defs/', ''))]).toEqual([ref, true])
  })
})
