import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../edits/draft'
import { Edit, type EditInput, fold } from '../edits/edit'
import { shuffled } from '../testing/drawings'
import { sampleDraft, submission } from '../testing/release'
import { buildRelease } from './build'
import { ReleaseManifest } from './manifest'
import { riskOf } from './risk'
import { isBefore } from './versions'

const release = buildRelease(sampleDraft, submission)

describe('a sealed release', () => {
  it('has a manifest with every field, empty where nothing exists yet', () => {
    expect(ReleaseManifest.parse(JSON.parse(release.manifestText))).toEqual(release.manifest)
    expect(release.manifest).toMatchObject({ models: [], policy_pack: null, tests: { passed: 0 }, risk_class: 'low', version: 1 })
  })
  it('signs only words the flow can speak', () => {
    expect(release.manifest.prompts.map(({ key }) => key)).toEqual(['bye.prompt', 'hello.prompt'])
    expect(release.contentText).not.toContain('Left over')
  })
  it('has the same hash for the same draft in another key order, and another for other words', () => {
    expect(buildRelease(shuffled(sampleDraft), submission).releaseHash).toBe(release.releaseHash)
    const words = Edit.parse({ kind: 'setWords', key: 'bye.prompt', locale: 'en-US', words: { text: 'Good bye.' } })
    expect(buildRelease(fold(sampleDraft, [words]).draft, submission).releaseHash).not.toBe(release.releaseHash)
  })
  it('keeps its hash when a box is moved', () => {
    const moved = buildRelease(fold(sampleDraft, [Edit.parse({ kind: 'moveNodes', positions: { bye: { x: 9, y: 9 } } })]).draft, submission)
    expect(moved.releaseHash).toBe(release.releaseHash)
    expect(moved.layoutHash).not.toBe(release.layoutHash)
  })
})

describe('the risk of a flow', () => {
  const risk = (...edits: EditInput[]) => {
    const { draft, refused } = fold(
      emptyDraft({ id: 'f', name: 'F', locale: 'en-US', channels: ['voice', 'sms'] }),
      edits.map((edit) => Edit.parse(edit)),
    )
    expect(refused).toEqual([])
    return riskOf(draft)
  }
  const dob = { name: 'dob', type: 'text', phi: 'identifier', purpose: 'identity', retentionDays: 30 } as const

  it('is low for greetings, medium for a menu, high where people are rung', () => {
    expect(risk({ kind: 'addNode', type: 'say', id: 'a' })).toBe('low')
    expect(risk({ kind: 'addNode', type: 'menu', id: 'a' })).toBe('medium')
    expect(risk({ kind: 'addNode', type: 'ladder', id: 'a' })).toBe('high')
  })
  it('is high where an identifying variable is sent out, in a setting or in words', () => {
    const declared: EditInput = { kind: 'setVariables', variables: [dob] }
    expect(risk(declared, { kind: 'addNode', type: 'http', id: 'a' })).toBe('medium')
    expect(
      risk(
        declared,
        { kind: 'addNode', type: 'http', id: 'a' },
        { kind: 'setSettings', id: 'a', set: { url: 'https://x.test/{{ vars.dob }}' } },
      ),
    ).toBe('high')
    expect(
      risk(
        declared,
        { kind: 'addNode', type: 'message', id: 'a' },
        { kind: 'setWords', key: 'a.prompt', locale: 'en-US', words: { text: 'Born {{ dob }}' } },
      ),
    ).toBe('high')
  })
  it('can be raised, never lowered', () => {
    expect(riskOf(sampleDraft, { raisedTo: 'high' })).toBe('high')
    const { draft } = fold(sampleDraft, [Edit.parse({ kind: 'addNode', type: 'ladder', id: 'l' })])
    expect(riskOf(draft, { raisedTo: 'low' })).toBe('high')
  })
})

it.each([
  ['1.9.0', '1.10.0', true],
  ['1.10.0', '1.9.0', false],
  ['2.0.0', '2.0.0', false],
  ['2.0.0-beta', '2.0.1', true],
])('version %s comes before %s: %s', (one, other, before) => {
  expect(isBefore(one, other)).toBe(before)
})
