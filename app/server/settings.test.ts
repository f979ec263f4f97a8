import { describe, expect, test } from 'vitest'
import { isNewEnough } from './node-guard'
import { localAddress } from './ready'
import { settingsFrom } from './settings'

describe('settings', () => {
  test('have a value for everything that is not set, or set to nothing', () => {
    expect(settingsFrom({ PORT: '', CALLWRIGHT_PUBLIC_URL: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      folder: './data',
      publicUrl: undefined,
      idleMs: 900_000,
    })
  })

  test('name everything that is wrong, and what it must be', () => {
    const wrong = { PORT: 'three', CALLWRIGHT_PUBLIC_URL: 'calls.example.org', CALLWRIGHT_DEMO_PASSWORD: 'short' }
    expect(() => settingsFrom(wrong)).toThrow(
      /PORT must be a port from 1 to 65535; CALLWRIGHT_PUBLIC_URL must be the address Twilio calls.*; CALLWRIGHT_DEMO_PASSWORD must have at least 12/,
    )
  })

  test.each([
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
  ])('listening on %s is reached at %s', (host, address) => {
    expect(localAddress({ host, port: 3000 })).toBe(address)
  })

  test.each([
    ['20.20.2', false],
    ['22.18.0', false],
    ['22.19.0', true],
    ['24.21.0', true],
  ])('Node %s is new enough: %s', (version, enough) => {
    expect(isNewEnough(version)).toBe(enough)
  })
})
