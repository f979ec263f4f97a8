import { describe, expect, it } from 'vitest'
import { compile } from '../compile'
import { draftOf, findingOf, goodDraft, rulesIn } from '../testing/checked'
import type { CheckOptions } from './check-chart'
import { checkDraft } from './check-draft'

const goodChart = compile(goodDraft.drawing)

describe('subflows', () => {
  const calling = (release: string, id = 'clinic') => {
    const draft = draftOf(
      ['voice'],
      { kind: 'addNode', type: 'subflow', id: 'inner' },
      { kind: 'setSettings', id: 'inner', set: { release } },
    )
    return { draft, chart: { ...compile(draft.drawing), id } }
  }
  const ruleOf = (release: string, subflows: NonNullable<CheckOptions['subflows']>) =>
    rulesIn(checkDraft(calling(release).draft, { subflows })).filter((rule) => rule.startsWith('subflow'))

  it('pin releases that exist', () => {
    expect(ruleOf('aa', { aa: { chart: { ...goodChart, id: 'other' } } })).toEqual([])
    expect(ruleOf('toString', {})).toEqual(['subflow-unknown'])
  })
  it('never lead back to themselves, however deep', () => {
    expect(ruleOf('aa', { aa: { chart: goodChart } })).toEqual(['subflow-recursion'])
    expect(ruleOf('aa', { aa: { chart: calling('bb', 'one').chart }, bb: { chart: calling('aa', 'two').chart } })).toEqual([
      'subflow-recursion',
    ])
  })
  it('do not offer a key that is universal outside', () => {
    const draft = draftOf(
      ['voice'],
      { kind: 'addNode', type: 'subflow', id: 'inner' },
      { kind: 'setSettings', id: 'inner', set: { release: 'aa' } },
      { kind: 'setUniversal', name: 'person', universal: { key: '2', target: 'inner' } },
    )
    expect(
      findingOf(checkDraft(draft, { subflows: { aa: { chart: { ...goodChart, id: 'other' } } } }), 'universal-key-taken'),
    ).toMatchObject({
      node: 'inner',
      values: { option: 'Nurse' },
    })
  })
})
