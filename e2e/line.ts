import { createHmac, randomBytes } from 'node:crypto'
import type { APIRequestContext, Browser, BrowserContext } from '@playwright/test'
import { ask, type DemoRole, signIn } from './sign-in'

const password = process.env.CALLWRIGHT_DEMO_PASSWORD ?? 'rehearse-the-line'

/** Asks the server what a screen would show. */
export async function read<Answer>(context: BrowserContext, procedure: string, input: unknown = {}): Promise<Answer> {
  const answer = await context.request.get(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`)
  const told = (await answer.json()) as { result?: { data: Answer }; error?: { message: string } }
  if (!told.result) throw new Error(`${procedure} was refused: ${JSON.stringify(told.error)}`)
  return told.result.data
}

/** Somebody of the demo house, in a browser of their own. */
export async function personAt(
  browser: Browser,
  { baseURL, role }: { baseURL: string | undefined; role: DemoRole },
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: { width: 1440, height: 900 } })
  await signIn(context, { email: `${role}@riverside.example`, password })
  return context
}

/** A number of a Twilio account of its own, and a caller who rings it with requests signed as Twilio signs. */
export interface Line {
  number: string
  /** Begins a call; gives the TwiML the caller hears. */
  ring(): Promise<string>
  /** Presses keys in the call that is under way. */
  press(keys: string): Promise<string>
}

/** A fresh number that rings a flow, so that tests at the same time do not hear each other. */
export async function aLine(browser: Browser, { baseURL, flow }: { baseURL: string | undefined; flow: string }): Promise<Line> {
  const admin = await personAt(browser, { baseURL, role: 'admin' })
  const [sid, token] = [`AC${hex(16)}`, hex(16)]
  const { id: account } = await ask<{ id: string }>(admin, 'accounts.save', { sid, name: `Account ${sid.slice(-4)}`, authTokens: [token] })
  await admin.close()
  const manager = await personAt(browser, { baseURL, role: 'release' })
  const number = `+1303555${String(Number.parseInt(hex(4), 16) % 10_000).padStart(4, '0')}`
  await ask(manager, 'numbers.add', {
    account,
    number,
    channel: 'voice',
    flow,
    alias: 'live',
    humanNumber: '+13035550100',
    emergencyNumber: '911',
    keywordReplies: 'carrier',
  })
  const lines = await read<{ number: string; webhooks: { voice: string } }[]>(manager, 'numbers.list')
  const voice = lines.find((line) => line.number === number)?.webhooks.voice ?? ''
  return caller(manager.request, { number, voice, sid, token })
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex')

function caller(
  request: APIRequestContext,
  { number, voice, sid, token }: { number: string; voice: string; sid: string; token: string },
): Line {
  let call = ''
  let answer = ''
  const send = async (url: string, more: Record<string, string>): Promise<string> => {
    const fields: Record<string, string> = {
      AccountSid: sid,
      CallSid: call,
      From: '+13035550188',
      To: number,
      Direction: 'inbound',
      CallStatus: 'in-progress',
      ...more,
    }
    const signed = Object.keys(fields)
      .sort()
      .reduce((text, key) => `${text}${key}${fields[key]}`, url)
    const signature = createHmac('sha1', token).update(signed).digest('base64')
    const response = await request.post(url, { form: fields, headers: { 'X-Twilio-Signature': signature } })
    if (response.status() !== 200) throw new Error(`The line answered ${response.status()}: ${await response.text()}`)
    answer = await response.text()
    return answer
  }
  return {
    number,
    ring() {
      call = `CA${hex(16)}`
      return send(voice, { CallStatus: 'ringing' })
    },
    press(keys) {
      const action = /<Gather[^>]*action="([^"]+)"/.exec(answer)?.[1]?.replaceAll('&amp;', '&')
      if (!action) throw new Error(`Nothing listens for keys: ${answer}`)
      return send(new URL(action, voice).href, { Digits: keys })
    },
  }
}
