import { type Form, signed } from './signature'

export interface Answer {
  status: number
  type: string
  body: string
}

export interface WireParts {
  /** Where the server is configured to be reached, without a slash at the end: what is signed. */
  publicUrl: string
  /** Where it listens, when that is another address. */
  reachedAt?: string
  token: string
  /** Sees every answer of a document, in order. */
  seen?: (answer: Answer, url: string) => void
}

/** Twilio's side of the HTTP connection: signed forms, posted to the addresses the server handed out. */
export interface Wire {
  url(path: string): string
  /** Posts a webhook. A form that is signed with `token`, or carries `signature` as it stands; null sends none. */
  post(url: string, fields: Form, options?: { token?: string; signature?: string | null }): Promise<Answer>
}

/** As long as a real call may wait for a document, retries included (docs: webhooks, connection overrides). */
const longestMs = 15_000

export function createWire({ publicUrl, reachedAt = publicUrl, token, seen }: WireParts): Wire {
  return {
    url: (path) => `${publicUrl}${path}`,
    async post(address, fields, { token: with_ = token, signature = undefined } = {}) {
      const url = new URL(address, `${publicUrl}/`).href
      const given = signature === undefined ? signed(with_, url, fields) : signature
      const response = await fetch(url.replace(publicUrl, reachedAt), {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'user-agent': 'TwilioProxy/1.1',
          accept: '*/*',
          ...(given !== null && { 'x-twilio-signature': given }),
        },
        body: formText(fields),
        redirect: 'manual',
        signal: AbortSignal.timeout(longestMs),
      })
      const answer = { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() }
      seen?.(answer, url)
      return answer
    },
  }
}

export const formText = (form: Form): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : value.map((each) => [name, each]))),
  ).toString()
