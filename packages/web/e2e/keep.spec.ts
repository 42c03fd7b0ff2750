/** One's own numbers, and keeping them: on this device, as a file, locked, in a link; and what is refused. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, look, test } from './page.ts'

const scenario = (page: Page) => page.getByRole('button', { name: /^Scenario:/ })
const answer = (page: Page) => page.locator('main h1')

async function openPanel(page: Page): Promise<void> {
  await scenario(page).click()
  await page.getByRole('menuitem', { name: /Name, day/ }).click()
}

/** Single, $220,000, twelve thousand options at 2 worth 20: the room of the first example, 1,694 shares. */
async function tellNumbers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use my numbers' }).click()
  // The first number is where one types.
  await page.keyboard.type('220000')
  await expect(page.getByLabel('The answer so far')).toContainText('of spread is free of AMT')
  await page.getByLabel('Strike of a share').fill('2')
  await page.getByLabel('Options you can exercise').fill('12,000')
  await page.getByLabel('Value of a share').first().fill('20')
  await expect(page.getByLabel('The answer so far')).toContainText(/You can exercise [\d,]+ shares/)
}

test('the strip says what the first question moves, and stays away once dismissed', async ({ page }) => {
  await look(page, '')
  const strip = page.getByLabel('About the example')
  await expect(strip).toContainText(/can move it by [\d,]+ shares/, { timeout: 20_000 })
  await strip.getByRole('button', { name: 'Dismiss' }).click()
  await page.reload()
  await answer(page).waitFor()
  await expect(strip).toHaveCount(0)
})

test('each answer makes the scenario, and a wrong one is told at its field', async ({ page }) => {
  await look(page, '')
  await tellNumbers(page)
  await page.getByLabel('Options you can exercise').fill('12.5')
  await expect(page.getByText('Write a whole number of options')).toBeVisible()
  await expect(page.getByLabel('Options you can exercise')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Options you can exercise').fill('12000')
  await page.getByRole('button', { name: 'Close the questions' }).click()
  await expect(scenario(page)).toContainText('My numbers')
  await expect(answer(page)).toContainText('shares')
})

test('what was changed is there again, and can still be taken back', async ({ page }) => {
  await look(page, '')
  await tellNumbers(page)
  await page.getByRole('button', { name: 'Close the questions' }).click()
  const wages = page.getByLabel(/^Wages/).first()
  await wages.fill('300000')
  await wages.press('Enter')
  await page.waitForTimeout(800)
  await page.reload()
  await expect(scenario(page)).toContainText('My numbers')
  await expect(wages).toHaveValue('$300,000')
  await page.keyboard.press('Control+z')
  await expect(wages).toHaveValue('$220,000')
  await page.keyboard.press('Control+Shift+z')
  await expect(wages).toHaveValue('$300,000')
})

test('another tab follows, and what is deleted can be put back', async ({ page, context }) => {
  await look(page, '')
  await tellNumbers(page)
  await page.waitForTimeout(800)
  const other = await context.newPage()
  await other.goto('/')
  await expect(scenario(other)).toContainText('My numbers')
  const wages = other.getByLabel(/^Wages/).first()
  await wages.fill('310000')
  await wages.press('Enter')
  await expect(page.getByText('Another tab changed this scenario')).toBeVisible()
  await openPanel(other)
  await other.getByRole('button', { name: 'Delete' }).click()
  await expect(scenario(other)).toContainText('Example')
  await other.getByRole('button', { name: 'Put it back' }).click()
  await expect(scenario(other)).toContainText('My numbers')
})

test('a file saved, plain or locked, opens again', async ({ page }) => {
  // A passphrase is made slow to try on purpose.
  test.slow()
  await look(page, '')
  await openPanel(page)
  const plain = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as YAML' }).click()
  expect((await plain).suggestedFilename()).toBe('robotics-single.yaml')
  expect(await readFile(await (await plain).path(), 'utf8')).toContain('--as-of 2026-01-15')
  await page.getByLabel('Passphrase').fill('four words are enough')
  const locked = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save locked' }).click()
  const buffer = await readFile(await (await locked).path())
  await page.keyboard.press('Escape')
  await page.locator('input[type=file]').setInputFiles({ name: 'mine.yaml.age', mimeType: 'text/plain', buffer })
  await page.getByLabel('Passphrase').fill('other words')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('This passphrase does not open the file')).toBeVisible({ timeout: 20_000 })
  await page.getByLabel('Passphrase').fill('four words are enough')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.locator('dialog')).toHaveCount(0, { timeout: 20_000 })
  await expect(answer(page)).toContainText('1,694 shares')
})

test('a link carries the scenario in its fragment', async ({ page, context }) => {
  await look(page, '')
  await openPanel(page)
  const field = page.getByLabel('The link')
  await expect(field).toHaveValue(/#s=/)
  const other = await context.newPage()
  await other.goto(await field.inputValue())
  await expect(answer(other)).toContainText('1,694 shares', { timeout: 20_000 })
  expect(new URL(other.url()).hash).toBe('#/')
})

const refused: readonly (readonly [name: string, text: string, says: string])[] = [
  ['form3921.pdf', '%PDF-1.7', 'was not read, and nothing of it is added'],
  ['a.yaml', 'isoline: 1\nisoline: 1', 'Correct the YAML there'],
  ['deep.yaml', '['.repeat(50_000), 'nests objects or lists deeper'],
  ['p.json', '{"__proto__": {}, "isoline": 1}', 'is not a key here'],
]
test('files that are none are refused, and what was shown stays', async ({ page }) => {
  await look(page, '')
  // The menu brings the file chooser with it.
  await scenario(page).click()
  await page.keyboard.press('Escape')
  for (const [name, text, says] of refused) {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    await expect(page.locator('dialog')).toContainText(says, { timeout: 20_000 })
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog')).toHaveCount(0)
  }
  await expect(answer(page)).toContainText('1,694 shares')
})

test('where nothing may be kept the page works, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError')
    }
  })
  await look(page, '')
  await expect(page.getByText('Not saved')).toBeVisible()
  await tellNumbers(page)
  await expect(scenario(page)).toContainText('My numbers')
})
