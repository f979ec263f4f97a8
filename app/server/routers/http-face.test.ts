import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DELETE, POST as signInPost } from '@/app/api/session/route'
import { GET, POST } from '@/app/api/trpc/[trpc]/route'
import { type House, openHouse, password } from '../testing/house'
import { setWire } from '../wire'

let house: House
let cookie: string
beforeAll(async () => {
  house = await openHouse()
  setWire(house.wire)
  const answer = await enter({ email: 'operator@riverside.example', password })
  cookie = answer.headers.get('set-cookie') ?? ''
})
afterAll(() => house.close())

const at = 'http://127.0.0.1:3000'
const json = { 'content-type': 'application/json', host: '127.0.0.1:3000' }
const enter = (body: object, headers: Record<string, string> = {}) =>
  signInPost(new Request(`${at}/api/session`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }))
const ask = async (path: string, input?: object) => {
  const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''
  return (await GET(new Request(`${at}/api/trpc/${path}${query}`, { headers: { cookie: cookie.split(';')[0] ?? '' } }))).json()
}
const change = async (path: string, input: object, headers: Record<string, string> = {}) => {
  const answer = await POST(
    new Request(`${at}/api/trpc/${path}`, {
      method: 'POST',
      headers: { ...json, cookie: cookie.split(';')[0] ?? '', ...headers },
      body: JSON.stringify(input),
    }),
  )
  return { status: answer.status, body: await answer.json() }
}

describe('the face to browsers', () => {
  test('gives a cookie no script can read', () => {
    expect(cookie).toMatch(/^callwright_session=[^;]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)
  })

  test('tells who fails to sign in no more than that, and a locked account when to come back', async () => {
    const wrong = { email: 'auditor@riverside.example', password: 'wrong' }
    for (let tries = 0; tries < 5; tries++) expect(await (await enter(wrong)).json()).toEqual({ error: 'sign_in_failed' })
    const locked = await enter({ ...wrong, password })
    expect([locked.status, await locked.json()]).toEqual([401, { error: 'locked' }])
    expect((await enter({ email: 7 })).status).toBe(401)
  })

  test('refuses what another site makes a browser send', async () => {
    const before = (await ask('flows.list')).result.data.length
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { 'content-type': 'text/plain' }]) {
      expect((await change('flows.create', { name: 'x', channels: ['voice'], locales: ['en-US'] }, headers)).status).toBe(403)
      expect((await enter({ email: 'operator@riverside.example', password }, headers)).status).toBe(403)
    }
    expect((await ask('flows.list')).result.data).toHaveLength(before)
  })

  test('says no with a key of the catalogue and its values, and never with a stack', async () => {
    const { status, body } = await change('imports.create', { text: '{', name: 'x' })
    expect([status, body.error.message, body.error.data.values]).toEqual([422, 'import_failed', { count: 1 }])
    expect((await change('flows.create', { name: '' })).body.error.message).toBe('bad_input')
    expect((await ask('no.such')).error.message).toBe('not_found')
    expect(JSON.stringify([body, await ask('flows.get', { flow: 'nowhere' })])).not.toMatch(/\.ts|stack|node_modules/)
  })

  test('says that the database is away while another process holds it, and goes on afterwards', { timeout: 20_000 }, async () => {
    const other = new Database(house.opened.file)
    other.exec('begin immediate')
    const held = await change('flows.create', { name: 'x', channels: ['voice'], locales: ['en-US'] })
    expect([held.status, held.body.error.message]).toEqual([500, 'store_away'])
    other.close()
    expect((await change('flows.create', { name: 'x', channels: ['voice'], locales: ['en-US'] })).status).toBe(200)
  })

  test('forgets who signed out', async () => {
    const answer = await DELETE(new Request(`${at}/api/session`, { method: 'DELETE', headers: { cookie: cookie.split(';')[0] ?? '' } }))
    expect(answer.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    expect((await ask('me.get')).error.message).toBe('signed_out')
  })
})
