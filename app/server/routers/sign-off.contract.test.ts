import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dialects } from '#drizzle/testing/stores'
import { type House, openHouse, password } from '../testing/house'
import { rings } from '../testing/phone'

const clinic = '+12025550140'

describe.each(dialects)('sign-off on %s', (dialect) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse({ dialect })
  })
  afterEach(() => house.close())

  /** A small change to the clinic's line, submitted by the operator. */
  async function submitted(): Promise<{ hash: string; version: number }> {
    const operator = house.as('operator')
    const { revision } = await operator.drafts.load({ flow: 'clinic' })
    house.clock.passes(1)
    const said = await operator.drafts.edit({
      flow: 'clinic',
      base: revision,
      id: `change-${revision}-x`,
      edits: [{ kind: 'setFlow', name: `Clinic line ${revision}` }],
    })
    expect(said.ok).toBe(true)
    return operator.releases.submit({ flow: 'clinic', revision: said.revision, summary: 'New name', reason: 'Asked for', password })
  }
  const approvalOf = async (hash: string) => ({
    ...{ hash, password, meaning: 'Approved-for-patient-use' as const, comment: '' },
    statement: (await house.as('auditor').releases.get({ hash })).approvalStatements.en,
    view: { locale: 'en', opened: ['words'] },
  })
  const approve = async (hash: string) => {
    house.clock.passes(1)
    return house.as('compliance').releases.approve(await approvalOf(hash))
  }
  const point = (hash: string) => {
    house.clock.passes(1)
    return house.as('release_manager').releases.point({ flow: 'clinic', alias: 'live', hash, password, reason: 'Now' })
  }

  test('leads a draft by three people to the next call, and the version before is superseded', async () => {
    const { hash, version } = await submitted()
    expect(version).toBe(2)
    await expect(point(hash)).rejects.toMatchObject({ message: 'lifecycle_not_from_this_state' })
    await approve(hash)
    expect(await point(hash)).toEqual({ numbers: [clinic] })
    await rings(house, { to: clinic, sid: 'CA1' })
    const [call] = (await house.as('auditor').calls.list({})).items
    expect(call).toMatchObject({ release: { hash, version: 2 }, safe: false, theirs: '+1202•••••77' })
    const { releases } = await house.as('auditor').flows.get({ flow: 'clinic' })
    expect(releases.map(({ version: of, state }) => [of, state])).toEqual([
      [2, 'live'],
      [1, 'superseded'],
    ])
    const shown = await house.as('auditor').releases.get({ hash })
    expect(shown.signatures.map(({ meaning, verified }) => [meaning, verified])).toEqual([
      ['Authored', true],
      ['Approved-for-patient-use', true],
      ['Released-to-environment', true],
    ])
    expect(shown.gate).toEqual({ open: true, reasons: [] })
    expect(shown.diff.flow.map(({ field }) => field)).toEqual(['name'])
    expect(await house.as('auditor').audit.verify()).toMatchObject({ ok: true })
  })

  test('lets nobody approve what they worked on, and no administrator sign', async () => {
    const { hash } = await submitted()
    const author = { ...house.person('operator'), roles: ['operator' as const, 'compliance' as const] }
    const attempt = await approvalOf(hash)
    await expect(house.asPerson(author).releases.approve(attempt)).rejects.toMatchObject({ message: 'lifecycle_author_may_not_approve' })
    const admin = { ...house.person('compliance'), roles: ['admin' as const, 'compliance' as const] }
    await expect(house.asPerson(admin).releases.approve(attempt)).rejects.toMatchObject({ message: 'lifecycle_admin_signs_nothing' })
    await expect(house.as('admin').releases.approve(attempt)).rejects.toMatchObject({ message: 'not_allowed' })
    expect((await house.as('auditor').releases.get({ hash })).state).toBe('in_review')
  })

  test('signs only the sentence the product shows for this release, in any language of the interface', async () => {
    const { hash } = await submitted()
    const { approvalStatements } = await house.as('compliance').releases.get({ hash })
    expect(approvalStatements.en).toContain('release 2 of Clinic line')
    const attempt = await approvalOf(hash)
    const others = ['I approve it.', approvalStatements.en.replace('release 2', 'release 1'), `${approvalStatements.en} Not.`]
    for (const statement of others)
      await expect(house.as('compliance').releases.approve({ ...attempt, statement })).rejects.toMatchObject({
        message: 'statement_not_ours',
      })
    expect((await house.as('auditor').releases.get({ hash })).state).toBe('in_review')
    house.clock.passes(1)
    await house.as('compliance').releases.approve({ ...attempt, statement: approvalStatements['zh-CN'] })
    const { signatures } = await house.as('auditor').releases.get({ hash })
    expect(signatures.at(-1)).toMatchObject({ meaning: 'Approved-for-patient-use', statement: approvalStatements['zh-CN'] })
  })

  test('lets nobody make live what they approved, whatever else they are', async () => {
    const { hash } = await submitted()
    await approve(hash)
    const both = house.asPerson({ ...house.person('compliance'), roles: ['compliance', 'release_manager'] })
    const pointing = { flow: 'clinic', alias: 'live', hash, password, reason: 'Now' }
    await expect(both.releases.point(pointing)).rejects.toMatchObject({ message: 'lifecycle_approver_may_not_point' })
    expect((await both.releases.get({ hash })).mayPoint).toEqual({ ok: false, reason: 'approver-may-not-point' })
    expect(await point(hash)).toEqual({ numbers: [clinic] })
  })

  test('signs nothing with a wrong password, and locks the account at the fifth', async () => {
    const { hash } = await submitted()
    const attempt = { ...(await approvalOf(hash)), password: 'not the password' }
    const wrong = () => house.as('compliance').releases.approve(attempt)
    for (let tries = 1; tries < 5; tries++) await expect(wrong()).rejects.toMatchObject({ message: 'wrong_password' })
    await expect(wrong()).rejects.toMatchObject({ message: 'locked' })
    await expect(approve(hash)).rejects.toMatchObject({ message: 'locked' })
    const { items } = await house.as('auditor').audit.list({})
    expect(items.filter(({ action }) => action === 'person.sign_in_failed')).toHaveLength(5)
    house.clock.passes(15 * 60 + 1)
    await approve(hash)
    expect((await house.as('auditor').releases.get({ hash })).signatures).toHaveLength(2)
  })

  test('lets one of two decisions at the same moment win, and signs once', async () => {
    const { hash } = await submitted()
    const decided = await Promise.allSettled([
      approve(hash),
      approve(hash),
      house.as('compliance').releases.requestChanges({ hash, comment: 'Wait.' }),
    ])
    const lost = decided.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Error).message] : []))
    expect(lost).toEqual(['lifecycle_not_from_this_state', 'lifecycle_not_from_this_state'])
    const { signatures, state } = await house.as('auditor').releases.get({ hash })
    expect(signatures).toHaveLength(state === 'approved' ? 2 : 1)
    expect(await house.as('auditor').audit.verify()).toMatchObject({ ok: true })
  })

  test('withdraws: the next caller hears the safe flow', async () => {
    const before = await rings(house, { to: clinic, sid: 'CA1' })
    const { live } = await house.as('compliance').flows.get({ flow: 'clinic' })
    const hash = live?.hash ?? ''
    expect(await house.as('compliance').releases.withdrawalImpact({ hash })).toEqual({ numbers: [clinic], openSessions: 1, pinnedBy: [] })
    await house.as('compliance').releases.withdraw({ hash, reason: 'Wrong words', stopNow: false, password })
    house.clock.passes(1)
    const after = await rings(house, { to: clinic, sid: 'CA2' })
    expect(after).not.toEqual(before)
    expect(after).toContain('+12025550100')
    expect((await house.as('auditor').calls.list({})).items[0]).toMatchObject({ safe: true, release: null })
    const [line] = (await house.as('operator').numbers.list()).filter(({ number }) => number === clinic)
    expect(line).toMatchObject({ state: 'safe', safeReason: 'withdrawn' })
    await expect(point(hash)).rejects.toMatchObject({ message: 'lifecycle_not_from_this_state' })
  })

  test('never lets a release run that was changed behind its back', async () => {
    await rings(house, { to: clinic, sid: 'CA1' })
    await house.opened.tamper(dialect === 'pg' ? 'alter table releases disable trigger user' : 'drop trigger releases_refuses_update')
    await house.opened.tamper(`update releases set content_text = replace(content_text, 'emergency', 'urgency') where flow = 'clinic'`)
    house.clock.passes(1)
    const after = await rings(house, { to: clinic, sid: 'CA2' })
    expect(after).toContain('+12025550100')
    expect((await house.as('auditor').calls.list({})).items[0]).toMatchObject({ safe: true })
    const [line] = (await house.as('operator').numbers.list()).filter(({ number }) => number === clinic)
    expect(line).toMatchObject({ state: 'safe', safeReason: 'content-changed' })
  })

  test('sends a release back with what is wanted, and the next version comes after it', async () => {
    const { hash } = await submitted()
    await house.as('compliance').releases.requestChanges({ hash, comment: 'Say the emergency notice first.' })
    expect(await house.as('operator').releases.get({ hash })).toMatchObject({
      state: 'changes_requested',
      decision: 'Say the emergency notice first.',
    })
    await expect(approve(hash)).rejects.toMatchObject({ message: 'lifecycle_not_from_this_state' })
    expect(await submitted()).toMatchObject({ version: 3 })
  })
})
