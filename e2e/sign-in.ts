import type { Browser, BrowserContext, Page } from '@playwright/test'

const password = process.env.CALLWRIGHT_DEMO_PASSWORD ?? 'rehearse-the-line'

export type DemoRole = 'operator' | 'compliance' | 'release' | 'admin' | 'auditor'

/** Signs the browser in as one of the demo people. */
export function signInAs(page: Page, role: DemoRole): Promise<void> {
  return signIn(page.context(), { email: `${role}@riverside.example`, password })
}

/** Signs a browser in through the door that programs use. */
export async function signIn(context: BrowserContext, given: { email: string; password: string }): Promise<void> {
  const answer = await context.request.post('/api/session', { data: given, headers: { origin: await originOf(context) } })
  if (answer.status() !== 204) throw new Error(`${given.email} could not sign in: ${answer.status()} ${await answer.text()}`)
}

/** Asks a procedure of the server, as a screen would. */
export async function ask<Answer>(context: BrowserContext, procedure: string, input: unknown): Promise<Answer> {
  const answer = await context.request.post(`/api/trpc/${procedure}?batch=1`, {
    data: { 0: input },
    headers: { origin: await originOf(context) },
  })
  const [told] = (await answer.json()) as [{ result?: { data: Answer }; error?: { message: string } }]
  if (!told.result) throw new Error(`${procedure} was refused: ${JSON.stringify(told.error)}`)
  return told.result.data
}

/** A second person at work in a browser of their own: invited by the administrator. */
export async function colleague(browser: Browser, { baseURL, name }: { baseURL: string; name: string }): Promise<Page> {
  const admin = await browser.newContext({ baseURL })
  await signIn(admin, { email: 'admin@riverside.example', password })
  const email = `${name.toLowerCase()}-${Date.now()}@riverside.example`
  const { temporaryPassword } = await ask<{ temporaryPassword: string }>(admin, 'people.invite', {
    name,
    email,
    title: 'Operator',
    roles: ['operator'],
  })
  await admin.close()
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })
  await signIn(context, { email, password: temporaryPassword })
  return context.newPage()
}

/** The address the tests run against, as its own requests name it. */
async function originOf(context: BrowserContext): Promise<string> {
  const answer = await context.request.get('/login')
  return new URL(answer.url()).origin
}
