import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Action, actionKinds, createUrls } from './urls'

const urls = createUrls({ publicUrl: 'https://calls.example.org/line', urlKey: Buffer.alloc(32, 1) })
const action: Action = { account: 'main', session: 's1', leg: 'call', turn: 3, kind: 'heard' }
const queryOf = (url: string): URLSearchParams => new URL(url).searchParams

test('an action URL begins with the public address and gives its action back', () => {
  const url = urls.action(action)
  expect(url).toMatch(/^https:\/\/calls\.example\.org\/line\/twilio\/main\/turn\?s=s1&l=call&t=3&k=heard&m=[\w-]{22}$/)
  expect(urls.read('main', queryOf(url))).toEqual(action)
})

test('no part of it can be changed, added, left out or taken to another account or key', () => {
  const query = queryOf(urls.action(action))
  for (const [name, value] of Object.entries({ s: 's2', l: 'other', t: '4', k: 'poll', m: 'A'.repeat(22), x: '1' })) {
    const forged = new URLSearchParams(query)
    forged.set(name, value)
    expect(urls.read('main', forged)).toBeUndefined()
  }
  for (const name of ['s', 'l', 't', 'k', 'm']) {
    const cut = new URLSearchParams(query)
    cut.delete(name)
    expect(urls.read('main', cut)).toBeUndefined()
  }
  expect(urls.read('other', query)).toBeUndefined()
  expect(createUrls({ publicUrl: 'https://calls.example.org', urlKey: Buffer.alloc(32, 2) }).read('main', query)).toBeUndefined()
  query.append('t', '3')
  expect(urls.read('main', query)).toBeUndefined()
})

test('every action comes back, whatever its parts look like', () => {
  const part = fc.string({ minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(
      fc.record({ account: part, session: part, leg: part, turn: fc.nat(999_999_999), kind: fc.constantFrom(...actionKinds) }),
      (any) => {
        expect(urls.read(any.account, queryOf(urls.action(any)))).toEqual(any)
      },
    ),
  )
})
