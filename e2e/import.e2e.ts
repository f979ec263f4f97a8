import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { named } from './a-flow'
import { signInAs } from './sign-in'

/* What is mapped once is known from then on, so each run names a function of its own. */
const late = `late_${randomBytes(3).toString('hex')}`

const definition = {
  description: 'Bus shuttle',
  initial_state: 'Trigger',
  flags: { allow_concurrent_calls: true },
  states: [
    {
      name: 'Trigger',
      type: 'trigger',
      transitions: [
        { event: 'incomingMessage' },
        { event: 'incomingCall', next: 'which_stop' },
        { event: 'incomingConversationMessage' },
        { event: 'incomingRequest' },
        { event: 'incomingParent' },
      ],
      properties: { offset: { x: 0, y: 0 } },
    },
    {
      name: 'which_stop',
      type: 'gather-input-on-call',
      transitions: [{ event: 'keypress', next: 'next_bus' }, { event: 'speech' }, { event: 'timeout' }],
      properties: {
        voice: 'Polly.Joanna',
        language: 'en-US',
        loop: 1,
        say: 'For the north stop, press 1.',
        stop_gather: true,
        timeout: 5,
        number_of_digits: 1,
        offset: { x: 0, y: 200 },
      },
    },
    {
      name: 'next_bus',
      type: 'make-http-request',
      transitions: [{ event: 'success', next: 'tell' }, { event: 'failed' }],
      properties: {
        method: 'GET',
        content_type: 'application/x-www-form-urlencoded;charset=utf-8',
        url: 'https://YOUR-HOST.example.com/next',
        add_twilio_auth: false,
        offset: { x: 0, y: 400 },
      },
    },
    {
      name: 'ask_function',
      type: 'run-function',
      transitions: [{ event: 'success' }, { event: 'fail' }],
      properties: {
        service_sid: `ZS${'1'.repeat(32)}`,
        environment_sid: `ZE${'1'.repeat(32)}`,
        function_sid: `ZH${'1'.repeat(32)}`,
        parameters: [],
        url: `https://shuttle-1234.twil.io/${late}`,
        offset: { x: 400, y: 400 },
      },
    },
    {
      name: 'tell',
      type: 'say-play',
      transitions: [{ event: 'audioComplete', next: 'ask_function' }],
      properties: {
        voice: 'Polly.Joanna',
        language: 'en-US',
        loop: 1,
        say: 'The next bus leaves in {{widgets.next_bus.parsed.minutes}} minutes.',
        offset: { x: 0, y: 600 },
      },
    },
  ],
}

test('a Studio flow is read, reported, created, and its references are mapped', async ({ page }) => {
  const name = named('Bus shuttle')
  await signInAs(page, 'operator')
  await page.goto('/flows')
  await page.getByRole('link', { name: 'Import from Studio' }).click()
  await page.getByRole('textbox', { name: 'Flow JSON' }).fill(JSON.stringify(definition))
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByText('5 widgets')).toHaveCount(2)
  await expect(page.getByText('ways out that were left open')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create flow' }).click()
  await expect(page.getByRole('heading', { name: `${name}: map references` })).toBeVisible()
  await expect(page.getByText(/not mapped: blocks? release/)).toBeVisible()

  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Put values in' }) })
  for (const field of await form.getByRole('textbox').all()) await field.fill('https://buses.example/answer')
  await page.getByRole('button', { name: 'Put values in' }).click()
  await expect(page.getByText('All mapped')).toBeVisible()
  await page.getByRole('link', { name: 'Open the flow' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible({ timeout: 30_000 })
})

test('a text that is no flow is refused with its place, and a file can be chosen instead', async ({ page }) => {
  await signInAs(page, 'operator')
  await page.goto('/import')
  await page.getByRole('textbox', { name: 'Flow JSON' }).fill('{ "states": [\n  { "name": }\n] }')
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This cannot be imported.' })).toContainText('Line 2, column')
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'flow.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(definition)) })
  await page.getByRole('button', { name: 'Read it' }).click()
  await expect(page.getByRole('heading', { name: 'What becomes of it' })).toBeVisible()
})
