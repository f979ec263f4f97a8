import { createHmac } from 'node:crypto'

/** Form fields; a repeated one has all its values. */
export type Form = Readonly<Record<string, string | readonly string[]>>

/**
 * Signs a request as Twilio does, by the published rule and on purpose not by the SDK the engine checks with: the URL without its
 * fragment, then every key with its values, keys sorted bytewise, a repeated key's values once each and sorted (docs: usage/security).
 */
export function signed(token: string, url: string, form: Form = {}): string {
  const pairs = Object.keys(form)
    .sort()
    .flatMap((key) => {
      const value = form[key] ?? ''
      return (typeof value === 'string' ? [value] : [...new Set(value)].sort()).map((each) => key + each)
    })
  return createHmac('sha1', token)
    .update(url.replace(/#.*$/s, '') + pairs.join(''), 'utf8')
    .digest('base64')
}
