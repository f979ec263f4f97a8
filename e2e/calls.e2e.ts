import { expect, test } from '@playwright/test'
import { aLine, personAt } from './line'

test('a call stands in the list, its journal tells it masked, replays the same, and is unmasked with a reason', async ({
  browser,
  baseURL,
}) => {
  const line = await aLine(browser, { baseURL, flow: 'clinic' })
  await line.ring()
  await line.press('1')
  const page = await (await personAt(browser, { baseURL, role: 'compliance' })).newPage()
  await page.goto('/calls')
  await page.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Under way' })
  const own = line.number.replace(/^\+1(\d{3})(\d{3})/, '+1 $1 $2 ')
  await page.getByRole('row').filter({ hasText: own }).getByRole('link').first().click()
  await expect(page.getByText('If this is a medical emergency, hang up and dial 9 1 1.')).toBeVisible()
  await expect(page.getByText('Pressed 1')).toBeVisible()
  await expect(page.getByText('+13035550188')).toHaveCount(0)

  await page.getByRole('button', { name: 'Replay' }).click()
  await expect(page.getByText('2 steps run again: every word was the same.')).toBeVisible()
  await page.getByText('Show everything').click()
  await expect(page.getByText('Engine').first()).toBeVisible()

  await page.getByRole('button', { name: 'Unmask…' }).click()
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByText('Say why you must see it.')).toBeVisible()
  await page.getByLabel('Why you must see it').fill(`Complaint about ${line.number}`)
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect(page.getByText('+1 303 555 0188')).toBeVisible()

  await page.goto('/audit')
  await expect(page.getByRole('row').filter({ hasText: `Complaint about ${line.number}` })).toContainText('Unmasked a call')
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expect(page.getByText('The log is complete and unaltered.')).toBeVisible()
})

test('an operator sees a call and cannot unmask it', async ({ browser, baseURL }) => {
  const line = await aLine(browser, { baseURL, flow: 'clinic' })
  await line.ring()
  const page = await (await personAt(browser, { baseURL, role: 'operator' })).newPage()
  await page.goto('/calls')
  await page
    .getByRole('row')
    .filter({ hasText: line.number.replace(/^\+1(\d{3})(\d{3})/, '+1 $1 $2 ') })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByText('Hidden for your role')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unmask…' })).toHaveCount(0)
})
