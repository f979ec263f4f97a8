import { expect, test } from '@playwright/test'
import { wav } from '../app/server/testing/sounds'
import { ask, signInAs } from './sign-in'

test.use({ viewport: { width: 1440, height: 900 } })

test('an operator gives a prompt a recording, hears it in a rehearsal, and takes it away', async ({ page }) => {
  await signInAs(page, 'operator')
  const { id } = await ask<{ id: string }>(page.context(), 'flows.create', {
    name: 'Recorded line',
    channels: ['voice'],
    locales: ['en-US'],
  })
  await page.goto(`/flows/${id}`)
  await page.locator('[data-card="end"]').click({ position: { x: 60, y: 14 } })
  const addWords = page.getByRole('button', { name: 'Add words' }).first()
  if (await addWords.isVisible()) await addWords.click()
  await page.getByRole('textbox', { name: 'Words in English' }).first().fill('Goodbye from the clinic.')

  const choose = page.getByLabel('Recording in English, MP3 or WAV').first()
  await choose.setInputFiles({ name: 'page.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('<html>') })
  await expect(page.getByText('This file cannot be played on a call.')).toBeVisible()

  await page.getByRole('button', { name: 'Use a recording' }).first().focus()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name: 'goodbye.wav', mimeType: 'audio/wav', buffer: wav({ seconds: 2 }) })
  const player = page.getByLabel('Recording in English', { exact: true })
  await expect(player).toBeVisible()
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.play().then(() => audio.duration))).toBe(2)
  await expect(page.locator('[data-save="saved"]')).toBeVisible({ timeout: 15_000 })

  await page.reload()
  await page.locator('[data-card="end"]').click({ position: { x: 60, y: 14 } })
  await expect(player).toBeVisible()
  const fetched = page.waitForResponse(/\/api\/audio\/[0-9a-f]{64}$/)
  await page
    .getByRole('button', { name: /Rehearse/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Speak aloud' }).click()
  await page.getByRole('button', { name: 'Call the draft' }).click()
  const transcript = page.getByRole('log')
  await expect(transcript).toContainText('Goodbye from the clinic.')
  await expect(transcript).toContainText('Recording')
  expect((await fetched).ok()).toBe(true)

  await page.getByRole('button', { name: 'Remove the recording' }).click()
  await expect(player).toBeHidden()
  await expect(page.getByRole('button', { name: 'Use a recording' }).first()).toBeFocused()
})
