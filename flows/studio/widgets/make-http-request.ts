import type { JsonObject } from '../../json'
import { isTemplate } from '../templates'
import type { WidgetReading } from '../widget-reading'
import type { Carry } from './carry'

/** Studio gives up after ten seconds. */
const timeoutMs = 10_000
const placeholder = /\$\{[^}]*\}|<<[^>]*>>|FILL_[A-Z_]+|YOUR[-_][A-Z_-]+/

/** HTTP Request → http. No headers in Studio; parameters are the query of a GET and the form of a POST. */
export const makeHttpRequest: Carry = (reading) => {
  const post = (reading.raw('method') ?? 'GET').toUpperCase() !== 'GET'
  reading.leaves('add_twilio_auth')
  return {
    type: 'http',
    settings: { method: post ? 'POST' : 'GET', url: urlOf(reading), ...payloadOf(reading, { post }), timeoutMs, mergeParsed: true },
    follows: { ok: 'success', failed: 'failed' },
  }
}

/** The address, or a reference where it stands for something of another account: a function's host, a placeholder, a login. */
export function urlOf(reading: WidgetReading): string {
  const at = ['properties', 'url']
  const raw = (reading.raw('url') ?? '').trim()
  if (raw === '') return reading.refer('url', { was: '', wish: reading.name, at })
  if (/^https?:\/\/[^/@\s]+@/.test(raw)) return secretUrl(reading, raw)
  if (/\.twil\.io\b/.test(raw) && !isTemplate(raw)) return reading.refer('function', { was: raw, wish: nameOfUrl(raw, reading.name), at })
  if (placeholder.test(raw)) return reading.refer('url', { was: raw, wish: nameOfUrl(raw, reading.name), at })
  if (!/^(https?:\/\/|\{\{|\{%)/.test(raw)) return reading.refer('url', { was: raw, wish: reading.name, at })
  return reading.template(raw, at)
}

/** A login inside an address is not taken over: whoever maps the reference names a stored secret instead. */
function secretUrl(reading: WidgetReading, raw: string): string {
  const at = ['properties', 'url']
  const withoutLogin = raw.replace(/^(https?:\/\/)[^/@\s]+@/, '$1')
  reading.note('secret-in-file', { at, quoted: withoutLogin })
  return reading.refer('url', { was: withoutLogin, wish: nameOfUrl(withoutLogin, reading.name), at })
}

/** The last part of the path, as people name what it does; the widget's name where there is none. */
export function nameOfUrl(url: string, otherwise: string): string {
  const inside = /^(?:<<\s*(.*?)\s*>>|(FILL_\w+))$/.exec(url)
  return (
    inside?.[1] ??
    inside?.[2] ??
    (url
      .replace(/^[a-z]+:\/\/[^/]*/, '')
      .split(/[?#]/)[0]
      ?.split('/')
      .filter(Boolean)
      .join('.') ||
      otherwise)
  )
}

function payloadOf(reading: WidgetReading, { post }: { post: boolean }): JsonObject {
  const type = reading.raw('content_type') ?? ''
  const body = reading.text('body')
  const fields = reading.pairs('parameters').map(({ key, value, path }) => ({ key, value: reading.template(value, path) }))
  if (!post) return fields.length > 0 ? { send: 'form', fields } : {}
  if (type.includes('json') && body !== undefined) return { send: 'json', body }
  if (fields.length > 0) return { send: 'form', fields }
  if (body === undefined) return {}
  return { send: 'raw', body, ...(type !== '' && { contentType: type.slice(0, 100) }) }
}
