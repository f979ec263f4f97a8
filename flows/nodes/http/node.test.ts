import { describe, expect, it } from 'vitest'
import type { HttpEffect } from '../../effects'
import type { Json, JsonObject } from '../../json'
import { inSubflow } from '../../testing/inSubflow'
import { oneNode } from '../../testing/oneNode'
import { HttpSettings } from './settings'

const request = (settings: JsonObject, variables: Record<string, Json> = {}, channel: 'voice' | 'sms' = 'voice') =>
  oneNode('http', { settings: { headers: [], ...settings }, variables, channel }).last.effects[0] as HttpEffect
const answer = (status_code: number, parsed?: JsonObject) => ({
  type: 'effect.done.it' as const,
  result: { status_code, body: JSON.stringify(parsed ?? 'plain'), content_type: 'application/json', ...(parsed && { parsed }) },
})

describe('the request', () => {
  it('is rendered and waited for, with words for a long wait', () => {
    const effect = oneNode('http').last.effects[0]
    expect(effect).toMatchObject({
      effect: 'http',
      node: 'it',
      waits: true,
      method: 'GET',
      url: 'https://ehr.example.org/appointments?phone=%2B12025550101',
      timeoutMs: 4000,
      hold: { text: 'One moment, please. I am looking that up.' },
    })
    expect(effect).not.toHaveProperty('body')
  })

  it('has no holding words in a text conversation', () => {
    expect(request({}, {}, 'sms').hold).toBeUndefined()
  })

  it('sends JSON with its content type', () => {
    const effect = request({ method: 'POST', send: 'json', body: '{"name":{{ name | to_json }}}' }, { name: 'Ana "A" Ruiz' })
    expect(effect).toMatchObject({ body: '{"name":"Ana \\"A\\" Ruiz"}', headers: { 'content-type': 'application/json;charset=utf-8' } })
  })

  it('keeps the content type the operator gave', () => {
    const headers = [{ key: 'Content-Type', value: 'application/fhir+json' }]
    expect(request({ method: 'POST', send: 'json', body: '{}', headers }).headers).toEqual({ 'Content-Type': 'application/fhir+json' })
  })

  it('encodes form fields, so that a caller’s text cannot add one', () => {
    const fields = [
      { key: 'dob', value: '{{ dob }}' },
      { key: 'a b', value: '1' },
    ]
    expect(request({ method: 'POST', send: 'form', fields }, { dob: '1&admin=1' })).toMatchObject({
      body: 'dob=1%26admin%3D1&a%20b=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    })
  })

  it('puts the form fields of a GET into the address', () => {
    const fields = [{ key: 'q', value: 'x y' }]
    expect(request({ url: 'https://example.org/a?b=1#c', send: 'form', fields }).url).toBe('https://example.org/a?b=1&q=x%20y#c')
    expect(request({ url: 'https://example.org/a', send: 'form', fields })).not.toHaveProperty('body')
  })

  it('keeps a value from starting a header of its own', () => {
    expect(request({ headers: [{ key: 'X-Name', value: '{{ name }}' }] }, { name: 'a\r\nX-Admin: 1' }).headers).toEqual({
      'X-Name': 'a X-Admin: 1',
    })
  })
})

describe('a secret', () => {
  it('leaves the node unfilled, everywhere', () => {
    const effect = request({
      method: 'POST',
      url: 'https://example.org/{{ secret.TENANT }}/{{ caller | url_encode }}',
      headers: [{ key: 'Authorization', value: 'Bearer {{secret.TOKEN}}' }],
      send: 'form',
      fields: [{ key: 'key', value: '{{ secret.KEY }} {{ caller }}' }],
    })
    expect(effect.url).toBe('https://example.org/{{ secret.TENANT }}/%2B12025550101')
    expect(effect.headers.Authorization).toBe('Bearer {{ secret.TOKEN }}')
    expect(effect.body).toBe('key={{ secret.KEY }}%20%2B12025550101')
  })

  it('cannot be named by what a caller says', () => {
    const variables = { said: '{{ secret.TOKEN }} {{secret.TOKEN}} {{- secret.TOKEN }}' }
    expect(request({ method: 'POST', send: 'raw', body: '{{ said }}' }, variables).body).not.toMatch(/\{\{/)
    expect(request({ method: 'POST', send: 'raw', body: '{{ secret.KEY }}/{{ said }}' }, variables).body?.match(/\{\{/g)).toHaveLength(1)
  })

  it('cannot be moved by a caller who guesses how it is marked', () => {
    const said = '\uE0000\uE000'
    expect(request({ method: 'POST', send: 'raw', body: '{{ said }}/{{ secret.KEY }}' }, { said }).body).toBe(`${said}/{{ secret.KEY }}`)
  })

  it.each(['{{ secret.KEY | upcase }}', '{% if secret.KEY == "1" %}x{% endif %}', '{{ secret["KEY"] }}'])('is refused in %s', (url) => {
    expect(HttpSettings.safeParse({ url: `https://example.org/${url}` }).success).toBe(false)
  })
})

describe('the answer', () => {
  it.each([200, 204, 299])('%i leaves by ok', (status) => {
    const node = oneNode('http')
    node.send(answer(status))
    expect(node.left).toBe('ok')
    expect(node.result).toMatchObject({ status_code: status, content_type: 'application/json' })
  })

  it.each([199, 301, 404, 500])('%i leaves by failed and is kept', (status) => {
    const node = oneNode('http')
    node.send(answer(status, { error: 'gone' }))
    expect(node.left).toBe('failed')
    expect(node.result).toMatchObject({ status_code: status, parsed: { error: 'gone' } })
  })

  it('gives its mapped values to variables; one that is missing becomes null', () => {
    const mapping = [
      { variable: 'first', path: 'slots.0.id' },
      { variable: 'none', path: 'slots.7.id' },
      { variable: 'proto', path: 'constructor' },
    ]
    const node = oneNode('http', { settings: { mapping }, variables: { first: '', none: 'old', proto: '' } })
    node.send(answer(200, { slots: [{ id: 'a1' }] }))
    expect([node.variable('first'), node.variable('none'), node.variable('proto')]).toEqual(['a1', null, null])
  })

  it('changes no variable when it is a failure', () => {
    const node = oneNode('http', { settings: { mapping: [{ variable: 'first', path: 'id' }] }, variables: { first: 'old' } })
    node.send(answer(500, { id: 'new' }))
    expect(node.variable('first')).toBe('old')
  })

  it('that never came leaves by failed with the reason', () => {
    const node = oneNode('http')
    node.send({ type: 'effect.failed.it', reason: 'timeout' })
    expect(node.left).toBe('failed')
    expect(node.result).toEqual({ status_code: 0, body: '', content_type: '', reason: 'timeout' })
  })

  it('that got lost leaves by failed in the end', () => {
    const node = oneNode('http')
    expect(node.last.start).toMatchObject([{ inMs: 24_000 }])
    node.timeUp()
    expect(node.left).toBe('failed')
  })

  it('that cannot be read leaves by failed', () => {
    const node = oneNode('http')
    node.send({ type: 'effect.done.it', result: { status_code: 'fine' } })
    expect(node.left).toBe('failed')
  })

  it('of another node is not taken', () => {
    const node = oneNode('http')
    expect(node.send({ type: 'effect.done.other', result: answer(200).result }).handled).toBe(false)
  })
})

describe('a repeated request', () => {
  // The answer leads back to the request itself: a flow that polls.
  const polled = (mergeParsed: boolean) => {
    const node = oneNode('http', { settings: { mergeParsed }, wires: { ok: 'it' } })
    node.send(answer(200, { a: 1, b: 1 }))
    node.send(answer(200, { b: 2 }))
    return node
  }

  it('replaces the old answer', () => expect(polled(false).result.parsed).toEqual({ b: 2 }))
  it('in an imported flow lays the new values over the old', () => expect(polled(true).result.parsed).toEqual({ a: 1, b: 2 }))
  it('in an imported flow keeps the old values when the answer is no JSON object', () => {
    const node = polled(true)
    node.send(answer(200))
    expect(node.result.parsed).toEqual({ a: 1, b: 2 })
  })
})

describe('a request inside a subflow', () => {
  const within = () => inSubflow('http', { url: 'https://example.org/a' }).dials()
  const result = { status_code: 200, body: '', content_type: 'text/plain' }

  it('reports under its qualified name', () => {
    const caller = within()
    expect(caller.effects).toMatchObject([{ effect: 'http', node: 'subflow/http' }])
    caller.happens({ type: 'effect.done.subflow/http', result }).ends('ok')
  })

  it('does not take the outcome of a node of the same name outside', () => {
    expect(() => within().happens({ type: 'effect.done.http', result })).toThrow('Nothing in the flow takes')
  })
})
