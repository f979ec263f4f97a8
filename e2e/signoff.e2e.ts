import { expect, type Page, test } from '@playwright/test'
import { aSubmittedFlow, named, reworded } from './a-flow'
import { aLine, personAt } from './line'

const password = process.env.CALLWRIGHT_DEMO_PASSWORD ?? 'rehearse-the-line'

async function sign(page: Page, hash: string): Promise<void> {
  await page.goto(`/review/${hash}`)
  await page.getByRole('button', { name: 'Sign…' }).click()
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Sign with password' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Approval' })).toContainText('Marcus Chen')
}

async function goLive(page: Page, hash: string): Promise<void> {
  await page.goto(`/review/${hash}`)
  await page.getByRole('button', { name: 'Go live…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why now').fill('The garage opens today')
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Go live' }).click()
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible()
}

test('a flow is submitted, read, signed by another person, goes live, is heard, and is withdrawn', async ({ browser, baseURL }) => {
  const name = named('Parking line')
  const operator = await personAt(browser, { baseURL, role: 'operator' })
  const { flow, hash } = await aSubmittedFlow(operator, { name, words: 'The garage has moved to Mill Street.' })
  const line = await aLine(browser, { baseURL, flow })
  expect(await line.ring(), 'before it is live').toContain('Something is not working on our side')

  const compliance = await (await personAt(browser, { baseURL, role: 'compliance' })).newPage()
  await compliance.goto('/review')
  await compliance.locator(`a[href="/review/${hash}"]`).click()
  await expect(compliance.getByText('The garage has moved to Mill Street.')).toBeVisible()
  for (const section of ['Paths callers walk', 'Checks', 'Data and where it goes', 'Settings and links']) {
    await compliance.getByRole('button', { name: section }).click()
    await expect(compliance.getByRole('heading', { name: section, level: 2 })).toBeVisible()
  }
  await expect(compliance.getByText('5 of 5 opened')).toBeVisible()
  await compliance.getByRole('button', { name: 'Sign…' }).click()
  const dialog = compliance.getByRole('dialog')
  await expect(dialog).toContainText(
    `I have read the words patients will hear in English, and I approve release 1 of ${name} for patient use.`,
  )
  await expect(dialog).toContainText(hash)
  await expect(dialog).toContainText('Olivia Park')
  await dialog.getByLabel('Your password').fill('not my password')
  await dialog.getByRole('button', { name: 'Sign with password' }).click()
  await expect(dialog.getByRole('alert')).toContainText('This is not your password')
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Sign with password' }).click()
  await expect(compliance.getByRole('listitem').filter({ hasText: 'Approval' })).toContainText('Marcus Chen')

  const manager = await (await personAt(browser, { baseURL, role: 'release' })).newPage()
  await goLive(manager, hash)
  expect(await line.ring()).toContain('The garage has moved to Mill Street.')

  const calls = await operator.newPage()
  await calls.goto('/calls')
  await calls.getByRole('combobox', { name: 'Flow' }).selectOption({ label: name })
  await calls.getByRole('row').filter({ hasText: 'release 1' }).getByRole('link').first().click()
  await expect(calls.getByText('The garage has moved to Mill Street.')).toBeVisible()
  await expect(calls.getByText('The journal is complete and unaltered.')).toBeVisible()

  await manager.goto(`/review/${hash}`)
  await manager.getByRole('button', { name: 'Withdraw…' }).click()
  const withdrawal = manager.getByRole('dialog')
  await expect(withdrawal).toContainText('hear the safe flow')
  await withdrawal.getByLabel('Why').fill('The garage moved back')
  await withdrawal.getByLabel('Your password').fill(password)
  await withdrawal.getByRole('button', { name: 'Withdraw release' }).click()
  await expect(manager.getByText('Callers hear the safe flow in its place.')).toBeVisible()
  expect(await line.ring(), 'after it was withdrawn').toContain('Something is not working on our side')

  await manager.goto('/numbers')
  await expect(manager.getByRole('row').filter({ hasText: name })).toContainText('The release was withdrawn.')
})

test('the next release shows what changed beside what was heard, and goes back with a comment', async ({ browser, baseURL }) => {
  const name = named('Cafeteria line')
  const operator = await personAt(browser, { baseURL, role: 'operator' })
  const first = await aSubmittedFlow(operator, { name, words: 'Lunch is from eleven to two.' })
  const compliance = await (await personAt(browser, { baseURL, role: 'compliance' })).newPage()
  await sign(compliance, first.hash)
  await goLive(await (await personAt(browser, { baseURL, role: 'release' })).newPage(), first.hash)
  const { hash } = await reworded(operator, { flow: first.flow, base: 5, words: 'Lunch is from twelve to two.' })

  await compliance.goto(`/review/${hash}`)
  await expect(compliance.locator('del')).toContainText('eleven')
  await expect(compliance.locator('ins')).toContainText('twelve')
  await compliance.getByRole('button', { name: 'Ask for changes' }).click()
  await compliance.getByRole('button', { name: 'Send back' }).click()
  await expect(compliance.getByText('Say what should change.')).toBeVisible()
  await compliance.getByLabel('What should change').fill('Say that it is on the second floor.')
  await compliance.getByRole('button', { name: 'Send back' }).click()
  await expect(compliance.getByText('Changes asked: Say that it is on the second floor.')).toBeVisible()

  const page = await operator.newPage()
  await page.goto('/flows')
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Changes asked')
})

test('somebody signs in and signs with the keyboard alone', async ({ page, browser, baseURL }) => {
  const operator = await personAt(browser, { baseURL, role: 'operator' })
  const { hash } = await aSubmittedFlow(operator, { name: named('Keyboard line'), words: 'This line was signed without a mouse.' })
  await page.goto('/login')
  await tabTo(page, (name) => name === 'email')
  await page.keyboard.type('compliance@riverside.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/flows')
  await page.goto(`/review/${hash}`)
  await expect(page.getByRole('button', { name: 'Sign…' })).toBeVisible()
  await tabTo(page, (_name, text) => text === 'Sign…')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Comment, printed with your signature')).toBeFocused()
  await page.keyboard.type('Read aloud.')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Your password')).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: 'Approval' })).toContainText('Marcus Chen')
  await expect(page.getByText('Read aloud.')).toBeVisible()
})

/** Presses Tab until the focus is where it should be; 60 times are enough for any page here. */
async function tabTo(page: Page, there: (name: string, text: string) => boolean): Promise<void> {
  for (let times = 0; times < 60; times++) {
    const [name, text] = await page.evaluate(() => [
      document.activeElement?.getAttribute('name') ?? '',
      document.activeElement?.textContent ?? '',
    ])
    if (there(name ?? '', text ?? '')) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The focus never came there.')
}
