import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isWithheld } from '../withheld'
import { BrokenSeal, seal, unseal } from './envelope'
import { installationKey } from './installation-key'
import { createVault } from './vault'

const place = { organisation: 'clinic', table: 'sessions', row: 's1', column: 'snapshot' }
const key = Buffer.alloc(32, 1)

describe('an envelope', () => {
  const envelope = seal('雪 and snow', { key, owner: 'person:ana', place })

  test('opens where it was sealed, with the key it was sealed with', () => {
    expect(unseal(envelope, { key, place })).toBe('雪 and snow')
    expect(seal('雪 and snow', { key, owner: 'person:ana', place })).not.toBe(envelope)
  })

  test.each([
    ['another organisation', { place: { ...place, organisation: 'other' } }],
    ['another table', { place: { ...place, table: 'legs' } }],
    ['another row', { place: { ...place, row: 's2' } }],
    ['another column', { place: { ...place, column: 'theirs' } }],
    ['another key', { key: Buffer.alloc(32, 2) }],
  ])('does not open in %s', (_, changed) => {
    expect(() => unseal(envelope, { key, place, ...changed })).toThrow(BrokenSeal)
  })

  test('does not open once a single bit of it changed, owner included', () => {
    const bytes = Buffer.from(envelope.split('|')[2] ?? '', 'base64')
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(`cw1|person:ana|${changed.toString('base64')}`, { key, place })).toThrow(BrokenSeal)
    }
    expect(() => unseal(envelope.replace('ana', 'eve'), { key, place })).toThrow(BrokenSeal)
    expect(() => unseal('cw1|person:ana|', { key, place })).toThrow(BrokenSeal)
  })

  test('cannot be confused by separators inside ids', () => {
    const one = seal('x', { key, owner: 'o', place: { ...place, table: 'a","b', row: 'c' } })
    expect(() => unseal(one, { key, place: { ...place, table: 'a', row: 'b","c' } })).toThrow(BrokenSeal)
  })
})

describe('the vault', () => {
  test('finds an address blindly, apart for each organisation and installation', () => {
    const vault = createVault(key)
    expect(vault.blind('clinic', ' +12025550188 ')).toBe(vault.blind('clinic', '+12025550188'))
    expect(vault.blind('other', '+12025550188')).not.toBe(vault.blind('clinic', '+12025550188'))
    expect(createVault(Buffer.alloc(32, 2)).blind('clinic', '+12025550188')).not.toBe(vault.blind('clinic', '+12025550188'))
  })

  test('derives a key per purpose', () => {
    const vault = createVault(key)
    expect(vault.derive('one')).toHaveLength(32)
    expect(vault.derive('one')).toEqual(createVault(key).derive('one'))
    expect(vault.derive('one')).not.toEqual(vault.derive('two'))
  })

  test('refuses a key of another length', () => {
    expect(() => createVault(Buffer.alloc(16))).toThrow('must be 32 bytes')
  })
})

describe('the installation key', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'callwright-key-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const first = { given: undefined, postgres: false }

  test('is made once, for its owner only', () => {
    const made = installationKey({ ...first, folder })
    expect(made.created).toBe(join(folder, 'installation.key'))
    expect(statSync(made.created ?? '').mode & 0o777).toBe(0o600)
    expect(installationKey({ ...first, folder })).toEqual({ key: made.key, created: undefined })
    expect(readFileSync(made.created ?? '', 'utf8').trim()).toBe(made.key.toString('base64'))
  })

  test('is taken from the environment before the file', () => {
    expect(installationKey({ given: key.toString('base64'), folder, postgres: true })).toEqual({ key, created: undefined })
    expect(() => installationKey({ given: 'short', folder, postgres: true })).toThrow('CALLWRIGHT_KEY must hold 32 bytes')
  })

  test('must be given with Postgres, and is not replaced beside an old database', () => {
    expect(() => installationKey({ ...first, folder, postgres: true })).toThrow('set CALLWRIGHT_KEY')
    writeFileSync(join(folder, 'callwright.db'), '')
    expect(() => installationKey({ ...first, folder })).toThrow('its installation key is missing')
  })
})

test.each([
  ['anonymous', true],
  ['+266696687', true],
  ['Restricted', true],
  ['sip:anonymous@anonymous.invalid', true],
  ['', true],
  ['+12025550188', false],
  ['client:ana', false],
  ['72345', false],
])('the address "%s" is withheld: %s', (address, withheld) => {
  expect(isWithheld(address)).toBe(withheld)
})
