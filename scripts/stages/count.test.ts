import { describe, expect, it } from 'vitest'
import { neverSilent, nothing, oneCheck, sum } from './count.mjs'

describe('counting the stages of npm test', () => {
  it('fails a stage that ran no test', () => {
    expect(neverSilent(nothing, { code: 0, output: '' }, 'unit').failed).toBe(1)
  })

  it('fails a stage whose tool failed although no test did', () => {
    expect(neverSilent({ ...nothing, passed: 5 }, { code: 1, output: 'unhandled' }, 'unit')).toMatchObject({ passed: 5, failed: 1 })
  })

  it('leaves the counts of a good stage alone', () => {
    expect(neverSilent({ ...nothing, passed: 5, skipped: 1 }, { code: 0, output: 'noise' }, 'unit')).toEqual({
      passed: 5,
      failed: 0,
      skipped: 1,
      output: '',
    })
  })

  it('counts a check as one test, by its exit code', () => {
    expect(sum([oneCheck({ code: 0, output: '' }, 'a'), oneCheck({ code: 2, output: 'why' }, 'b')])).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      output: '── b\nwhy\n',
    })
  })
})
