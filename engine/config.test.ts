import { expect, test } from 'vitest'
import { ConfigFault, configFrom } from './config'

const given = { urlKey: new Uint8Array(32), localUrl: 'http://localhost:3000' }

test('an empty environment is enough, on this machine', () => {
  expect(configFrom({}, given)).toMatchObject({
    publicUrl: 'http://localhost:3000',
    effectBudgetMs: 4000,
    emergencyNumber: '911',
    egressAllow: [],
  })
})

test('the public address is taken without its last slash, lists by their commas', () => {
  const config = configFrom(
    { CALLWRIGHT_PUBLIC_URL: 'https://calls.example.org/', CALLWRIGHT_EGRESS_ALLOW: '127.0.0.1:9000, ehr.local:80' },
    given,
  )
  expect(config).toMatchObject({ publicUrl: 'https://calls.example.org', egressAllow: ['127.0.0.1:9000', 'ehr.local:80'] })
})

test('every wrong setting is named, with what it must be', () => {
  const wrong = { CALLWRIGHT_PUBLIC_URL: 'calls.example.org', CALLWRIGHT_EMERGENCY_NUMBER: 'police', CALLWRIGHT_EFFECT_BUDGET_MS: '20000' }
  expect(() => configFrom(wrong, given)).toThrow(ConfigFault)
  expect(() => configFrom(wrong, given)).toThrow(
    /CALLWRIGHT_PUBLIC_URL must be the address.*CALLWRIGHT_EFFECT_BUDGET_MS.*CALLWRIGHT_EMERGENCY_NUMBER must be a number to dial/,
  )
})
