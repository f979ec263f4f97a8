/** Whether a changing request was made by our own page, as JSON. */
export const comesFromHere = (headers: Headers): boolean => sentFromHere(headers, /^application\/json\b/i)

/**
 * Whether a changing request was made by our own page: of a type that a form of another site cannot send, and neither the browser's
 * Sec-Fetch-Site nor its Origin says otherwise. Programs, which send neither, carry no cookie of somebody's browser.
 */
export function sentFromHere(headers: Headers, type: RegExp): boolean {
  if (!type.test(headers.get('content-type') ?? '')) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  return origin === null || hostOf(origin) === hostNamed(headers)
}

const hostNamed = (headers: Headers): string | null => headers.get('x-forwarded-host') ?? headers.get('host')

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
