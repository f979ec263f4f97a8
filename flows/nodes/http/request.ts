import type { HttpEffect } from '../../effects'
import type { Turn } from '../../node'
import { renderAround } from './secrets'
import type { HttpSettings } from './settings'

/** The request as the edge sends it: rendered, with the body's content type, and with secrets still unnamed values. */
export function requestOf({ settings, session, node, text, prompt }: Turn<HttpSettings>): HttpEffect {
  const plain = (template: string): string => renderAround(template, { render: text })
  const form =
    settings.send === 'form'
      ? settings.fields.map(({ key, value }) => pair(key, renderAround(value, { render: text, finish: encodeURIComponent }))).join('&')
      : ''
  const url = plain(settings.url).trim()
  // A GET has no body: its fields are its query, as Studio has it too.
  const asQuery = settings.method === 'GET'
  const body = asQuery || settings.send === 'none' ? undefined : settings.send === 'form' ? form : plain(settings.body)
  const headers = Object.fromEntries(settings.headers.map(({ key, value }) => [key, oneLine(plain(value))]))
  return {
    effect: 'http',
    node,
    waits: true,
    method: settings.method,
    url: asQuery && form ? withQuery(url, form) : url,
    headers: body === undefined ? headers : withType(headers, typeOf(settings)),
    ...(body !== undefined && { body }),
    timeoutMs: settings.timeoutMs,
    ...(settings.holding && session.channel === 'voice' && { hold: prompt(settings.holding) }),
  }
}

const pair = (key: string, value: string): string => `${encodeURIComponent(key)}=${value}`
const oneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ').trim()

function withQuery(url: string, query: string): string {
  const [before = '', fragment] = url.split('#', 2)
  return `${before}${before.includes('?') ? '&' : '?'}${query}${fragment === undefined ? '' : `#${fragment}`}`
}

function withType(headers: Record<string, string>, type: string): Record<string, string> {
  return Object.keys(headers).some((name) => name.toLowerCase() === 'content-type') ? headers : { ...headers, 'content-type': type }
}

function typeOf({ send, contentType }: HttpSettings): string {
  if (send === 'form') return 'application/x-www-form-urlencoded;charset=utf-8'
  if (send === 'json') return 'application/json;charset=utf-8'
  return contentType ?? 'text/plain;charset=utf-8'
}
