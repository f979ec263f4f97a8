import { expect, type Locator, type Page, test } from '@playwright/test'
import { ask, colleague, signInAs } from './sign-in'

test.use({ viewport: { width: 1440, height: 900 } })

const card = (page: Page, id: string): Locator => page.locator(`[data-card="${id}"]`)
const saved = (page: Page): Promise<void> => expect(page.locator('[data-save="saved"]')).toBeVisible({ timeout: 15_000 })
const words = (page: Page, language = 'English'): Locator => page.getByRole('textbox', { name: `Words in ${language}` }).first()
const problemsTab = (page: Page): Locator => page.getByRole('tab', { name: /^Problems/ })

/** A new flow, opened: a start that leads to an end. */
async function open(page: Page, name: string, locales = ['en-US']): Promise<string> {
  await signInAs(page, 'operator')
  const { id } = await ask<{ id: string }>(page.context(), 'flows.create', { name, channels: ['voice'], locales })
  await visit(page, id)
  return id
}

async function visit(page: Page, id: string): Promise<void> {
  await page.goto(`/flows/${id}`)
  await expect(card(page, 'start')).toBeVisible({ timeout: 30_000 })
}

/** From the focus of the canvas: W, then the target's name. */
async function wireTo(page: Page, target: string): Promise<void> {
  await page.keyboard.press('w')
  await page.getByRole('combobox', { name: 'Wire to which node' }).fill(target)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-card-port][tabindex="0"]')).toBeFocused()
}

/** A menu between start and end, built by palette and keys. */
async function buildMenu(page: Page): Promise<void> {
  await page.getByRole('toolbar', { name: 'Add a node' }).getByRole('button', { name: 'Ask' }).click()
  await page.locator('[data-adds="menu"]').click()
  await expect(card(page, 'menu')).toBeVisible()
  await card(page, 'start').click({ position: { x: 60, y: 14 } })
  await wireTo(page, 'Menu')
  await page.keyboard.press('ArrowRight')
  await expect(card(page, 'menu')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  for (const _port of ['refill', 'nurse', 'no_answer']) {
    await wireTo(page, 'End')
    await page.keyboard.press('ArrowDown')
  }
  await expect(card(page, 'menu').locator('[data-leads="open"]')).toHaveCount(0)
}

test('an operator builds a flow by palette and keys, and its problems vanish', async ({ page }) => {
  await open(page, 'Built by hand')
  await page.getByRole('toolbar', { name: 'Add a node' }).getByRole('button', { name: 'Ask' }).click()
  await page.locator('[data-adds="menu"]').click()
  await problemsTab(page).click()
  const panel = page.getByRole('tabpanel', { name: /^Problems/ })
  await expect(panel.getByRole('button', { name: /“?"?Refill"? leads nowhere/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card(page, 'menu')).toHaveCount(0)
  await buildMenu(page)
  await expect(panel.getByText(/must be fixed/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Flow settings' }).click()
  await page.getByRole('switch', { name: 'A person' }).check()
  await page.getByRole('region', { name: 'In every node' }).getByLabel('Key').selectOption('0')
  await page.getByRole('region', { name: 'In every node' }).getByLabel('leads to').selectOption('end')
  await expect(panel.getByText('Nothing to fix.')).toBeVisible()
  await saved(page)
})

test('a node is added behind another by keys alone, and deleted', async ({ page }) => {
  await open(page, 'Keys alone')
  await card(page, 'start').click({ position: { x: 60, y: 14 } })
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('a')
  await page.getByRole('combobox', { name: 'Add after this node' }).fill('say')
  await page.keyboard.press('Enter')
  await expect(card(page, 'say')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(card(page, 'start')).toBeFocused()
  await expect(page.locator('[data-card-port="start/call"]')).toHaveAttribute('aria-label', /leads to Say/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await expect(card(page, 'say')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(card(page, 'say')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(card(page, 'say')).toHaveCount(0)
})

test('nodes are copied, pasted, duplicated and wired with the pointer', async ({ page }) => {
  await open(page, 'Pointer')
  await card(page, 'end').click({ position: { x: 60, y: 14 } })
  await page.keyboard.press('Control+d')
  await expect(card(page, 'end2')).toBeVisible()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(card(page, 'end3')).toBeVisible()
  const port = await page.locator('[data-card-port="start/call"] .port').boundingBox()
  const target = await card(page, 'end3').boundingBox()
  if (!port || !target) throw new Error('Nothing to wire.')
  await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x + target.width / 2, target.y + 20, { steps: 12 })
  await page.mouse.up()
  await expect(page.locator('.react-flow__edge[data-id="start call"]')).toHaveAttribute('aria-label', /end3/)
})

test('words are kept over a reload, and typing is one thing to undo', async ({ page }) => {
  const id = await open(page, 'Words stay')
  await card(page, 'end').click({ position: { x: 60, y: 14 } })
  await page.keyboard.press('Enter')
  await words(page).fill('Goodbye, and take care.')
  await expect(card(page, 'end')).toContainText('Goodbye, and take care.')
  await visit(page, id)
  await expect(card(page, 'end')).toContainText('Goodbye, and take care.')
  await saved(page)
  await visit(page, id)
  await expect(card(page, 'end')).toContainText('Goodbye, and take care.')
})

test('edits made offline are kept, said so, and sent when the line is back', async ({ page, context }) => {
  const id = await open(page, 'Offline')
  await card(page, 'end').click({ position: { x: 60, y: 14 } })
  await context.setOffline(true)
  await words(page).fill('Said without a line.')
  await expect(page.getByText('You are offline.')).toBeVisible({ timeout: 15_000 })
  await context.setOffline(false)
  await saved(page)
  await visit(page, id)
  await expect(card(page, 'end')).toContainText('Said without a line.')
})

test('a call is rehearsed by keypad to its end, with the caller lit on the canvas', async ({ page }) => {
  await open(page, 'Rehearsed')
  await buildMenu(page)
  await page.keyboard.press('r')
  await page.getByRole('button', { name: 'Call the draft' }).click()
  const log = page.getByRole('log')
  await expect(log).toContainText('For a refill, press 1.')
  await expect(card(page, 'menu')).toHaveAttribute('data-here', 'true')
  await page.getByRole('button', { name: 'Stay silent' }).click()
  await expect(log).toContainText('Sorry, I did not get that.')
  await page.getByRole('group', { name: 'Keypad' }).getByRole('button', { name: 'Press 1', exact: true }).click()
  await expect(log).toContainText('Goodbye.')
  await expect(page.getByText('The contact is over.')).toBeVisible()
  await expect(card(page, 'menu')).toHaveAttribute('data-walked', 'true')
})

test('the code view shows the chart, names a problem by its line, and brings a change back', async ({ page }) => {
  await open(page, 'Code')
  await page.getByRole('tab', { name: 'Code' }).click()
  const editor = page.locator('.monaco-editor').first()
  await expect(editor).toContainText('callwright.chart/1', { timeout: 30_000 })
  await replaceInCode(page, '"label": "End"', '"label": "Farewell"')
  await page.getByRole('tab', { name: 'Canvas' }).click()
  await expect(card(page, 'end')).toContainText('Farewell')
  await page.getByRole('tab', { name: 'Code' }).click()
  await replaceInCode(page, '"initial": "flow"', '"initial": "flows"')
  await expect(page.getByText('Line 3:')).toBeVisible()
})

/** Finds and replaces in the editor, as a person would. */
async function replaceInCode(page: Page, find: string, replacement: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click()
  await page.keyboard.press('Control+h')
  await page.getByRole('textbox', { name: 'Find' }).first().fill(find)
  await page.getByRole('textbox', { name: 'Replace' }).first().fill(replacement)
  await page.keyboard.press('Control+Alt+Enter')
  await page.keyboard.press('Escape')
}

test('the outline is a complete way to build', async ({ page }) => {
  await open(page, 'Outline')
  await page.getByRole('tab', { name: 'Outline' }).click()
  const start = page.locator('[data-outline="start"]')
  await start.getByRole('button', { name: 'Add a node here' }).click()
  await page.getByRole('combobox').fill('say')
  await page.keyboard.press('Enter')
  const say = page.locator('[data-outline="say"]')
  await expect(say).toContainText('Thank you for calling.')
  await say.getByRole('combobox').selectOption({ label: 'End' })
  await expect(page.locator('[data-outline="end"]')).toBeVisible()
  await say.getByRole('button', { name: 'Delete Say' }).click()
  await expect(say).toHaveCount(0)
})

test('two people edit one draft and nobody’s work is lost', async ({ page, browser, baseURL }) => {
  const id = await open(page, 'Together')
  const mei = await colleague(browser, { baseURL: baseURL ?? '', name: 'Mei' })
  await visit(mei, id)
  await card(page, 'end').click({ position: { x: 60, y: 14 } })
  await words(page).fill('From Olivia.')
  await expect(card(mei, 'end')).toContainText('From Olivia.', { timeout: 10_000 })
  await card(mei, 'end').click({ position: { x: 60, y: 14 } })
  await mei.context().setOffline(true)
  await words(mei).fill('From Mei.')
  await words(page).fill('From Olivia, again.')
  await saved(page)
  await mei.context().setOffline(false)
  await mei.getByRole('button', { name: 'Compare and choose' }).click({ timeout: 20_000 })
  const dialog = mei.getByRole('dialog')
  await expect(dialog).toContainText('From Mei.')
  await expect(dialog).toContainText('From Olivia, again.')
  await dialog.getByRole('button', { name: 'Use mine' }).click()
  await expect(card(page, 'end')).toContainText('From Mei.', { timeout: 10_000 })
  await mei.context().close()
})

test('an auditor looks and rehearses, and changes nothing', async ({ page }) => {
  await signInAs(page, 'auditor')
  await visit(page, 'clinic')
  await expect(page.getByText('You can look and rehearse, not change')).toBeVisible()
  await expect(page.getByRole('toolbar', { name: 'Add a node' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Submit for review' })).toHaveCount(0)
})

test('a draft with problems cannot be submitted, one without is signed and submitted', async ({ page }) => {
  await open(page, 'Submitted')
  await page.getByRole('toolbar', { name: 'Add a node' }).getByRole('button', { name: 'Ask' }).click()
  await page.locator('[data-adds="menu"]').click()
  await saved(page)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByRole('dialog')).toContainText('must be fixed before the draft can be submitted')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('Control+z')
  await saved(page)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByLabel('What changed').fill('The first version.')
  await page.getByLabel('Why').fill('The line opens on Monday.')
  await page.getByLabel('Your password').fill(process.env.CALLWRIGHT_DEMO_PASSWORD ?? 'rehearse-the-line')
  await page.getByRole('button', { name: 'Sign and submit' }).click()
  await expect(page.getByRole('dialog')).toContainText('Release 1 is in review', { timeout: 15_000 })
})
