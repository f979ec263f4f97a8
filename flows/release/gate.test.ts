import { describe, expect, it } from 'vitest'
import { hashOfText } from '../canonical'
import { openGate, signed } from '../testing/release'
import { type GateInput, gate } from './gate'

const reasons = (input: GateInput): string[] => {
  const result = gate(input)
  return result.open ? [] : result.reasons
}
const open = openGate()
const { releaseHash } = open

describe('the gate', () => {
  it('opens for a release that is whole, authored and approved by different people', () => {
    const result = gate(open)
    expect(result.open && result.chart.id).toBe('clinic')
    expect(result.open && result.content['hello.prompt']).toBeDefined()
  })

  it.each<[string, Partial<GateInput>, string]>([
    ['a changed manifest', { manifestText: open.manifestText.replace('First release', 'Other') }, 'manifest-changed'],
    ['a manifest that is no JSON', { manifestText: 'x' }, 'manifest-changed'],
    ['a changed chart', { chartText: open.chartText.replace('"End"', '"Stop"') }, 'chart-changed'],
    ['changed words', { contentText: open.contentText.replace('Goodbye', 'Hello') }, 'content-changed'],
    ['a withdrawal', { withdrawn: true }, 'withdrawn'],
    ['nobody having signed', { signatures: [] }, 'not-approved'],
    [
      'the author alone',
      { signatures: [signed('olive', 'Authored', { releaseHash }), signed('olive', 'Approved-for-patient-use', { releaseHash })] },
      'approved-by-author',
    ],
    [
      'an approver who signed as author too',
      { signatures: [signed('carla', 'Authored', { releaseHash }), signed('carla', 'Approved-for-patient-use', { releaseHash })] },
      'approved-by-author',
    ],
    ['approval without authorship', { signatures: [signed('carla', 'Approved-for-patient-use', { releaseHash })] }, 'not-authored'],
    ['a rejection', { signatures: [...open.signatures, signed('pam', 'Rejected', { releaseHash })] }, 'rejected'],
    ['an engine that is too old', { engineVersion: '1.3.9' }, 'engine-too-old'],
  ])('stays closed for %s', (_what, change, reason) => {
    expect(reasons({ ...open, ...change })).toContain(reason)
  })

  it('does not count a signature whose proof failed, whose record was changed, which is for another release or has run out', () => {
    const [authored, approved] = open.signatures
    if (!authored || !approved) throw new Error('two signatures are given')
    const record = approved.record as { comment: string }
    const bad = [
      { ...approved, verified: false },
      { ...approved, record: { ...record, comment: 'changed' } },
      { ...approved, record: { nothing: true } },
      signed('carla', 'Approved-for-patient-use', { releaseHash: 'f'.repeat(64) }),
      signed('carla', 'Approved-for-patient-use', { releaseHash, expires_at: '2026-03-02T23:59:59.999Z' }),
    ]
    for (const each of bad) expect(reasons({ ...open, signatures: [authored, each] })).toEqual(['not-approved'])
    const editor = openGate({
      authors: [
        { id: 'olive', name: 'Olive' },
        { id: 'carla', name: 'Carla' },
      ],
    })
    expect(reasons(editor)).toEqual(['approved-by-author'])
  })

  it('keeps to validity and engine range, to the second', () => {
    const valid = openGate({
      validity: { effective_from: '2026-03-03T00:00:00Z', expires_at: '2026-03-04T00:00:00.000Z' },
      engine: { semver: '1.4.0', max_engine: '2.0.0' },
    })
    expect(reasons(valid)).toEqual([])
    expect(reasons({ ...valid, now: '2026-03-02T23:59:59Z' })).toEqual(['not-yet-valid'])
    expect(reasons({ ...valid, now: '2026-03-04T00:00:00Z' })).toEqual(['no-longer-valid'])
    expect(reasons({ ...valid, engineVersion: '1.10.0' })).toEqual([])
    expect(reasons({ ...valid, engineVersion: '2.0.0' })).toEqual(['engine-too-new'])
  })

  it('closes when a waiver has run out', () => {
    const waiver = {
      rule: 'dead-end',
      node: null,
      reason: 'r',
      risk: 'r',
      compensating_control: 'c',
      expires_at: '2026-03-03T00:00:00Z',
      signature_id: 's',
    }
    expect(reasons(openGate({ waivers: [waiver] }))).toEqual(['waiver-expired'])
  })

  it('compares the words with the manifest prompt by prompt', () => {
    const { sealed } = open
    const manifestText = sealed.manifestText.replace(/"text_sha256":"[0-9a-f]{64}"/, `"text_sha256":"${'a'.repeat(64)}"`)
    expect(reasons({ ...open, manifestText, releaseHash: hashOfText('release', manifestText) })).toContain('prompt-changed')
  })

  it('does not accept a manifest text that hides a second key', () => {
    const manifestText = open.manifestText.replace('{', '{"tenant":"other",')
    expect(reasons({ ...open, manifestText, releaseHash: hashOfText('release', manifestText) })).toEqual(['manifest-changed'])
  })
})
