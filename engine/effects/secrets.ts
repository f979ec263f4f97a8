import type { HttpEffect } from '#flows/effects'

const named = /\{\{-?\s*secret\.([A-Za-z][A-Za-z0-9_]*)\s*-?\}\}/g

/**
 * Fills in `{{ secret.NAME }}` at the last moment: percent-encoded in the url and in a form body, as it is elsewhere.
 * @throws SecretMissing for a name that is not set.
 */
export async function withSecrets(effect: HttpEffect, secretOf: (name: string) => Promise<string | undefined>): Promise<HttpEffect> {
  const names = new Set(
    [effect.url, effect.body ?? '', ...Object.values(effect.headers)].flatMap((text) =>
      [...text.matchAll(named)].map(([, name = '']) => name),
    ),
  )
  if (names.size === 0) return effect
  const values = new Map<string, string>()
  for (const name of names) {
    const value = await secretOf(name)
    if (value === undefined) throw new SecretMissing(name)
    values.set(name, value)
  }
  const filled = (text: string, finish: (value: string) => string): string =>
    text.replace(named, (_, name: string) => finish(values.get(name) ?? ''))
  const asIs = (value: string): string => value
  const type = Object.entries(effect.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const isForm = type.startsWith('application/x-www-form-urlencoded')
  return {
    ...effect,
    url: filled(effect.url, encodeURIComponent),
    headers: Object.fromEntries(Object.entries(effect.headers).map(([name, value]) => [name, filled(value, asIs)])),
    ...(effect.body !== undefined && { body: filled(effect.body, isForm ? encodeURIComponent : asIs) }),
  }
}

/** A connector needs a secret nobody has set. */
export class SecretMissing extends Error {
  constructor(name: string) {
    super(`The secret "${name}" is not set. Set it among the connectors' secrets.`)
    this.name = 'SecretMissing'
  }
}
