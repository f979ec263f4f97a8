import { expect, type Page, test } from '@playwright/test'
import axe from 'axe-core'
import { aSubmittedFlow } from './a-flow'
import { aLine, personAt, read } from './line'
import { type DemoRole, signInAs } from './sign-in'

test.use({ viewport: { width: 1440, height: 900 } })

type Violation = { id: string; impact: string; places: string[] }

/** What axe-core finds that keeps somebody out. Run through the debugger, since the page's own policy lets no foreign script in. */
async function barriers(page: Page): Promise<Violation[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate<Violation[]>(
    '(async () => (await axe.run()).violations.map(({ id, impact, nodes }) => ({ id, impact, places: nodes.map(({ target }) => target.join(" ")) })))()',
  )
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
}

const rooms: [role: DemoRole, path: string, shown: string][] = [
  ['operator', '/flows', 'Clinic line'],
  ['operator', '/import', 'Flow JSON'],
  ['compliance', '/review', 'Review'],
  ['release', '/numbers', 'Webhooks'],
  ['operator', '/calls', 'Calls'],
  ['auditor', '/audit', 'Signed in'],
  ['admin', '/people', 'Jonas Weber'],
  ['admin', '/settings', 'Twilio accounts'],
]

for (const theme of ['light', 'dark'] as const) {
  test(`every room is open to everybody in ${theme}`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000)
    for (const [role, path, shown] of rooms) {
      const context = await personAt(browser, { baseURL, role })
      await context.addCookies([{ name: 'callwright_theme', value: theme, url: baseURL ?? '' }])
      const page = await context.newPage()
      await page.goto(path)
      await expect(page.getByText(shown).first(), path).toBeVisible()
      expect(await barriers(page), `${path} in ${theme}`).toEqual([])
      await context.close()
    }
  })

  test(`a release with its dialogs, and a call, are open to everybody in ${theme}`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000)
    const operator = await personAt(browser, { baseURL, role: 'operator' })
    const { hash } = await aSubmittedFlow(operator, { name: `Open line, ${theme}`, words: 'Everybody can read this.' })
    const line = await aLine(browser, { baseURL, flow: 'clinic' })
    await line.ring()
    const context = await personAt(browser, { baseURL, role: 'compliance' })
    await context.addCookies([{ name: 'callwright_theme', value: theme, url: baseURL ?? '' }])
    const page = await context.newPage()
    await page.goto(`/review/${hash}`)
    for (const section of ['Spoken words', 'Paths callers walk', 'Checks', 'Data and where it goes', 'Settings and links']) {
      await page.getByRole('button', { name: section }).click()
      expect(await barriers(page), section).toEqual([])
    }
    await page.getByRole('button', { name: 'Sign…' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.waitForTimeout(300)
    expect(await barriers(page), 'the ceremony').toEqual([])
    const { items } = await read<{ items: { id: string; ours: string }[] }>(context, 'calls.list')
    await page.goto(`/calls/${items.find(({ ours }) => ours === line.number)?.id}`)
    await expect(page.getByText('The journal is complete and unaltered.')).toBeVisible()
    expect(await barriers(page), 'a call').toEqual([])
  })
}

test('who is not signed in is led to the sign-in, and who may not enter to the flows', async ({ page }) => {
  await page.goto('/people')
  await expect(page).toHaveURL(/\/login$/)
  await signInAs(page, 'operator')
  for (const path of ['/people', '/audit']) {
    await page.goto(path)
    await expect(page, path).toHaveURL(/\/flows$/)
  }
})

test('an auditor reads everything and is offered nothing to change', async ({ page }) => {
  await signInAs(page, 'auditor')
  await page.goto('/flows')
  await expect(page.getByText('Clinic line').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'New flow' })).toHaveCount(0)
  await page.goto('/numbers')
  await expect(page.getByRole('button', { name: /Webhooks/ }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /Choose flow/ })).toHaveCount(0)
  await page.goto('/people')
  await expect(page.getByText('Olivia Park')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Invite somebody' })).toHaveCount(0)
})

test('an administrator invites somebody, who signs in with the password that was shown once', async ({ page, browser, baseURL }) => {
  await signInAs(page, 'admin')
  await page.goto('/people')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByRole('button', { name: 'Open account' }).click()
  await expect(page.getByText('Choose at least one role.')).toBeVisible()
  const email = `grace-${Date.now()}@riverside.example`
  await page.getByRole('textbox', { name: 'Name' }).fill('Grace Okafor')
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await page.getByRole('checkbox', { name: /^Compliance/ }).check()
  await page.getByRole('button', { name: 'Open account' }).click()
  const once = await page.getByRole('dialog').locator('code').innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(email)).toBeVisible()
  const grace = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage()
  await grace.goto('/login')
  await grace.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await grace.getByLabel('Password').fill(once)
  await grace.getByRole('button', { name: 'Sign in' }).click()
  await expect(grace.getByRole('heading', { name: 'Flows' })).toBeVisible()
})

test('the studio fits a telephone: nothing is wider than 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await signInAs(page, 'compliance')
  for (const path of ['/flows', '/review', '/numbers', '/calls', '/audit', '/settings']) {
    await page.goto(path)
    await expect(page.getByRole('main')).toBeVisible()
    await page.waitForTimeout(500)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
})
