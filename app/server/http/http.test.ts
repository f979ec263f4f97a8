import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { policyWith } from './headers'
import { peerHeader } from './peer'
import { comesFromHere } from './same-origin'
import { createFrontDoor } from './server'

describe('a change from a browser', () => {
  const asked = (headers: Record<string, string>) =>
    comesFromHere(new Headers({ host: 'calls.example.org', 'content-type': 'application/json', ...headers }))

  test('is taken from our own pages and from programs', () => {
    expect(asked({ origin: 'https://calls.example.org', 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(asked({})).toBe(true)
  })

  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['an address typed in', { 'sec-fetch-site': 'none' }],
    ['another origin of an old browser', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text that looks like JSON', { 'content-type': 'text/plain' }],
  ])('is refused from %s', (_what, headers) => {
    expect(asked(headers)).toBe(false)
  })
})

describe('the content policy', () => {
  test('lets a built server run no inline script but its own, and no eval', () => {
    const policy = policyWith('abc', { dev: false, https: true })
    expect(policy).toContain("script-src 'self' 'nonce-abc';")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain('upgrade-insecure-requests')
  })
})

describe('the front door', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  async function open(trustProxy = false): Promise<string> {
    const tell = (where: string) => (request: IncomingMessage, response: { end(text: string): void }) =>
      response.end(
        JSON.stringify({ where, peer: request.headers[peerHeader], nonce: request.headers['content-security-policy'] !== undefined }),
      )
    server = createFrontDoor({ engine: tell('engine'), pages: tell('pages'), headers: { dev: false, https: true }, trustProxy })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  test.each([
    ['/twilio/abc/voice', 'engine'],
    ['/healthz', 'engine'],
    ['/readyz?x=1', 'engine'],
    ['/healthzz', 'pages'],
    ['/twilio', 'pages'],
    ['/flows', 'pages'],
  ])('leads %s to the %s', async (path, where) => {
    expect(await (await fetch(`${await open()}${path}`)).json()).toMatchObject({ where, nonce: where === 'pages' })
  })

  test('puts the security headers on every page', async () => {
    const { headers } = await fetch(`${await open()}/flows`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=/)
    expect(headers.get('content-security-policy')).toMatch(/'nonce-[A-Za-z0-9+/]{22}=='/)
  })

  test('believes a forwarded address only behind a proxy of ours, and then only the last one', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7, 198.51.100.9', [peerHeader]: 'made up' }
    expect(await (await fetch(`${await open()}/`, { headers })).json()).toMatchObject({ peer: '127.0.0.1' })
    server?.close()
    expect(await (await fetch(`${await open(true)}/`, { headers })).json()).toMatchObject({ peer: '198.51.100.9' })
  })

  test('takes no body that is too long or of unknown length', async () => {
    const address = await open()
    const post = (body: BodyInit) =>
      fetch(`${address}/api/trpc/x`, { method: 'POST', body, ...(typeof body !== 'string' && { duplex: 'half' }) } as RequestInit)
    expect((await post('x'.repeat(6_000_001)).catch(() => ({ status: 413 }))).status).toBe(413)
    expect((await post(new Blob(['x']).stream())).status).toBe(411)
    expect((await post('{}')).status).toBe(200)
    const recording = (path: string) =>
      fetch(`${address}${path}`, { method: 'POST', body: 'x'.repeat(6_000_001) }).catch(() => ({ status: 413 }))
    expect((await recording('/api/audio')).status).toBe(200)
    expect((await recording('/api/audiobook')).status).toBe(413)
  })

  test('closes a socket that wants to be upgraded', async () => {
    const { port } = new URL(await open())
    const socket = connect(Number(port), '127.0.0.1')
    socket.write('GET /twilio/relay HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    await expect(new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined))).resolves.toBeDefined()
  })

  test('answers a broken page with a status, not with a hanging socket', async () => {
    const door = createFrontDoor({
      engine: () => undefined,
      pages: (() => Promise.reject(new Error('broken'))) as never,
      headers: { dev: false, https: false },
      trustProxy: false,
    })
    server = door
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
    expect((await fetch(`http://127.0.0.1:${(door.address() as AddressInfo).port}/`)).status).toBe(500)
  })
})
