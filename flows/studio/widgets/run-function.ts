import type { WidgetReading } from '../widget-reading'
import type { Carry } from './carry'
import { nameOfUrl } from './make-http-request'

/** Run Function → http: a form by POST to whatever the function is mapped to. What a function answered stays under what it answers next. */
export const runFunction: Carry = (reading) => ({
  type: 'http',
  settings: {
    method: 'POST',
    url: functionOf(reading),
    send: 'form',
    fields: reading.pairs('parameters').map(({ key, value, path }) => ({ key, value: reading.template(value, path) })),
    timeoutMs: 10_000,
    mergeParsed: true,
  },
  follows: { ok: 'success', failed: 'fail' },
})

/** A function belongs to an account even where its address is known, so it is always mapped. Named by its path, its sid, or the widget. */
function functionOf(reading: WidgetReading): string {
  const url = reading.raw('url')?.trim()
  const sid = reading.raw('function_sid')
  const wish = url ? nameOfUrl(url, reading.name) : (sid ?? reading.name)
  return reading.refer('function', { was: url ?? sid ?? '', wish, at: ['properties', url ? 'url' : 'function_sid'] })
}
