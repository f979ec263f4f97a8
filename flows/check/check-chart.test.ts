import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile'
import type { EditInput } from '../edits/edit'
import type { Finding } from '../node'
import { draftOf, findingOf, goodDraft, goodEdits, rulesIn } from '../testing/checked'
import { drafts } from '../testing/drawings'
import { checkChart, isReleasable } from './check-chart'
import { checkDraft } from './check-draft'

const having = (...edits: EditInput[]): Finding[] => checkDraft(draftOf(['voice'], ...goodEdits, ...edits))

describe('the chart check', () => {
  it('finds nothing in a good flow', () => {
    expect(checkChart(compile(goodDraft.drawing), goodDraft.content, { release: true })).toEqual([])
  })

  it('never throws, whatever was drawn, and compiled charts are as drawn', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const found = rulesIn(checkDraft(draft))
        for (const never of [
          'unknown-act',
          'unknown-guard',
          'names-another-node',
          'unknown-target',
          'unknown-port',
          'wire-without-port',
          'named-delay',
          'not-as-drawn',
          'not-a-node',
          'bad-settings',
        ]) {
          expect(found).not.toContain(never)
        }
      }),
    )
  })

  it('takes a recording for words where nobody is texted', () => {
    const recorded: EditInput = { kind: 'setWords', key: 'main.prompt', locale: 'en-US', words: { text: '', audio: 'a'.repeat(64) } }
    expect(rulesIn(having(recorded))).not.toContain('missing-words')
  })

  it.each<[string, EditInput[], Partial<Finding>]>([
    [
      'unwired-port',
      [{ kind: 'unwire', from: 'main', port: 'nurse' }],
      { level: 'must', node: 'main', port: 'nurse', values: { port: 'Nurse' } },
    ],
    ['unreachable-node', [{ kind: 'addNode', type: 'end', id: 'lost' }], { level: 'should', node: 'lost' }],
    [
      'bad-settings',
      [{ kind: 'setSettings', id: 'main', set: { waitSeconds: 'long' } }],
      { level: 'must', node: 'main', field: 'waitSeconds' },
    ],
    [
      'missing-words',
      [{ kind: 'setWords', key: 'main.prompt', locale: 'en-US', words: { text: ' ' } }],
      { level: 'must', node: 'main', values: { key: 'main.prompt', locale: 'en-US' } },
    ],
    [
      'missing-words',
      [
        { kind: 'setWords', key: 'main.prompt', locale: 'en-US', words: { text: '', audio: 'a'.repeat(64) } },
        { kind: 'setFlow', channels: ['voice', 'sms'] },
      ],
      { level: 'must', node: 'main', values: { key: 'main.prompt', locale: 'en-US' } },
    ],
    [
      'missing-translation',
      [{ kind: 'setFlow', locales: ['en-US', 'es-US'] }],
      { level: 'should', values: { key: 'main.prompt', locale: 'es-US' } },
    ],
    [
      'broken-template',
      [{ kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'Hi {{ name | }' } }],
      { level: 'must', node: 'bye' },
    ],
    [
      'undeclared-variable',
      [{ kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'Hi {{ name }}' } }],
      { level: 'must', node: 'bye', values: { name: 'name' } },
    ],
    [
      'unknown-result',
      [{ kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: '{{ results.gone.value }}' } }],
      { level: 'should', values: { name: 'gone' } },
    ],
    [
      'universal-key-taken',
      [{ kind: 'setUniversal', name: 'repeat', universal: { key: '1' } }],
      { level: 'must', node: 'main', port: 'refill', values: { key: '1', name: 'repeat', option: 'Refill' } },
    ],
    ['universal-key-twice', [{ kind: 'setUniversal', name: 'repeat', universal: { key: '0' } }], { level: 'must' }],
    [
      'universal-nowhere',
      [{ kind: 'setUniversal', name: 'language', universal: { key: '9' } }],
      { level: 'must', values: { name: 'language' } },
    ],
    ['no-person', [{ kind: 'setUniversal', name: 'person', universal: null }], { level: 'should' }],
    [
      'wrong-channel',
      [
        { kind: 'addNode', type: 'voicemail', id: 'vm' },
        { kind: 'setFlow', channels: ['voice', 'sms'] },
      ],
      { level: 'must', node: 'vm', values: { channel: 'sms', label: 'Voicemail' } },
    ],
    ['start-twice', [{ kind: 'addNode', type: 'start', id: 'again' }], { level: 'must', node: 'again' }],
    ['start-missing', [{ kind: 'setFlow', start: 'main' }], { level: 'must', node: 'main' }],
    ['stub', [{ kind: 'addNode', type: 'stub', id: 'imported' }], { level: 'must', node: 'imported' }],
    [
      'unmapped-reference',
      [
        { kind: 'addNode', type: 'http', id: 'look' },
        { kind: 'setSettings', id: 'look', set: { url: 'ref:function:lookup order' } },
      ],
      { level: 'should', node: 'look', field: 'url', values: { kind: 'function', name: 'lookup order' } },
    ],
  ])('finds %s', (rule, edits, expected) => {
    expect(findingOf(having(...edits), rule)).toMatchObject(expected)
  })

  it('blocks a release with an unmapped reference', () => {
    const draft = draftOf(
      ['voice'],
      ...goodEdits,
      { kind: 'addNode', type: 'http', id: 'look' },
      { kind: 'setSettings', id: 'look', set: { url: 'ref:function:lookup' } },
    )
    const findings = checkDraft(draft, { release: true })
    expect(findingOf(findings, 'unmapped-reference')?.level).toBe('must')
    expect(isReleasable(findings)).toBe(false)
    expect(isReleasable(checkDraft(goodDraft))).toBe(true)
  })

  it('keeps half-typed and unknown nodes in their place, so that nothing behind them seems lost', () => {
    expect(rulesIn(having({ kind: 'setSettings', id: 'main', set: { options: [] } }))).toEqual(['bad-settings'])
    const strange = {
      ...goodDraft,
      drawing: {
        ...goodDraft.drawing,
        nodes: { ...goodDraft.drawing.nodes, main: { ...goodDraft.drawing.nodes.main, type: 'teleport' } as never },
      },
    }
    expect(rulesIn(checkDraft(strange))).toEqual(['unknown-type'])
  })

  it('finds where a caller could never get out', () => {
    const findings = having(
      { kind: 'addNode', type: 'say', id: 'round' },
      { kind: 'wire', from: 'round', port: 'next', to: 'main' },
      ...(['refill', 'nurse', 'no_answer'] as const).map((port) => ({ kind: 'wire' as const, from: 'main', port, to: 'round' })),
    )
    expect(findings.filter(({ rule }) => rule === 'dead-end').map(({ node }) => node)).toEqual(['start', 'main', 'round'])
    expect(rulesIn(findings)).not.toContain('endless-loop')
  })

  it('finds a loop that waits for nothing', () => {
    const findings = having(
      { kind: 'addNode', type: 'say', id: 'a', label: 'A' },
      { kind: 'addNode', type: 'say', id: 'b', label: 'B' },
      { kind: 'wire', from: 'main', port: 'nurse', to: 'a' },
      { kind: 'wire', from: 'a', port: 'next', to: 'b' },
      { kind: 'wire', from: 'b', port: 'next', to: 'a' },
    )
    expect(findings.filter(({ rule }) => rule === 'endless-loop')).toEqual([
      { rule: 'endless-loop', level: 'must', node: 'a', values: { nodes: 'A → B' } },
    ])
  })

  it('finds answers that the carrier takes for itself', () => {
    const options = [
      { id: 'cancel', label: 'Give up', key: '2', words: { 'en-US': ['Cancel!'] } },
      { id: 'refill', label: 'End', key: '1', words: {} },
    ]
    const edits: EditInput[] = [
      { kind: 'addNode', type: 'menu', id: 'main' },
      { kind: 'setSettings', id: 'main', set: { options } },
    ]
    const words = (channel: 'voice' | 'sms') =>
      checkDraft(draftOf([channel], ...edits)).flatMap(({ rule, values }) => (rule === 'opt-out-word' ? [values?.word] : []))
    expect(words('sms')).toEqual(['END', 'CANCEL'])
    expect(words('voice')).toEqual([])
  })
})
