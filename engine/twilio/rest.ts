import { request } from 'undici'
import { z } from 'zod'
import { Json } from '#flows/json'
import type { Telephony, TelephonyAccount } from '../ports'
import { tooManyRequests } from './codes'

const Created = z.object({ sid: z.string().min(2), status: z.string().nullish() })
const Refused = z.object({ code: z.number().int().nullish(), message: z.string().nullish() })
const answerMs = 10_000

/** Calls and texts over Twilio's REST API (OpenAPI: api v2010). `base` is another host only for a loopback peer. */
export function createTelephony({ base }: { base: string }): Telephony {
  return {
    async createCall({ account, to, from, url, statusCallback, ringSeconds }) {
      const fields = {
        To: to,
        From: from,
        Url: url,
        Method: 'POST',
        Timeout: String(ringSeconds),
        StatusCallback: statusCallback,
        StatusCallbackMethod: 'POST',
      }
      const { sid } = Created.parse(await post(base, account, 'Calls', Object.entries(fields)))
      return { sid }
    },
    async redirectCall({ account, sid, url }) {
      await post(base, account, `Calls/${encodeURIComponent(sid)}`, [
        ['Url', url],
        ['Method', 'POST'],
      ])
    },
    async endCall({ account, sid }) {
      await post(base, account, `Calls/${encodeURIComponent(sid)}`, [['Status', 'completed']])
    },
    async createMessage({ account, to, from, body, media, template, statusCallback }) {
      // A messaging service sends for itself; everything else is a number or a short code.
      const sender: [string, string] = from.startsWith('MG') ? ['MessagingServiceSid', from] : ['From', from]
      const said: [string, string][] = template
        ? [
            ['ContentSid', template.sid],
            ['ContentVariables', JSON.stringify(template.variables)],
          ]
        : [...(body === '' ? [] : [['Body', body] as [string, string]]), ...media.map((link): [string, string] => ['MediaUrl', link])]
      const raw = await post(base, account, 'Messages', [['To', to], sender, ...said, ['StatusCallback', statusCallback]])
      const { sid, status } = Created.parse(raw)
      return { sid, status: status ?? 'accepted', raw }
    },
  }
}

async function post(base: string, account: TelephonyAccount, resource: string, fields: readonly [string, string][]): Promise<Json> {
  const { statusCode, text } = await send(
    `${base}/2010-04-01/Accounts/${encodeURIComponent(account.sid)}/${resource}.json`,
    account,
    fields,
  )
  const answer = jsonOf(text)
  if (statusCode >= 200 && statusCode < 300 && answer !== undefined) return answer
  const { code, message } = Refused.safeParse(answer).data ?? {}
  const again = statusCode === 429 || statusCode >= 500 || code === tooManyRequests
  throw new TelephonyFault(`Twilio answered ${statusCode}${code ? `, code ${code}` : ''}: ${message ?? 'no reason given'}`, {
    code: code ?? undefined,
    again,
  })
}

async function send(
  url: string,
  { sid, authTokens }: TelephonyAccount,
  fields: readonly [string, string][],
): Promise<{ statusCode: number; text: string }> {
  try {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${sid}:${authTokens[0] ?? ''}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      headersTimeout: answerMs,
      bodyTimeout: answerMs,
      signal: AbortSignal.timeout(answerMs),
    })
    return { statusCode, text: await body.text() }
  } catch (cause) {
    throw new TelephonyFault('Twilio could not be reached.', { code: undefined, again: true }, { cause })
  }
}

function jsonOf(text: string): Json | undefined {
  try {
    return Json.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** A call or text Twilio did not take. `again` says whether trying later can help; `code` is Twilio's own. */
export class TelephonyFault extends Error {
  readonly code: number | undefined
  readonly again: boolean
  constructor(message: string, { code, again }: { code: number | undefined; again: boolean }, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TelephonyFault'
    this.code = code
    this.again = again
  }
}
