/** The years of a plan in a person's hands: with the pointer, with the keyboard, and taken back. */
import type { Locator, Page } from '@playwright/test'
import { expect, look, test } from './page.ts'

const action = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name })
const years = (page: Page): Locator => page.getByRole('table', { name: /Year by year/ })
const row = (page: Page, name: string): Locator => years(page).getByRole('row', { name: new RegExp(`^${name}`) })

/** Opens the view on the plan in the file: 5,867 shares exercised in 2026. */
async function lookAtYours(page: Page): Promise<void> {
  await look(page, '#/arc')
  await page.getByRole('radio', { name: 'Yours' }).check({ force: true })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your plan exercises 5,867 shares')
}

test('the best plan comes first, and what cannot be paid for comes last however much it is worth', async ({ page }) => {
  await look(page, '#/arc')
  const strategies = page.getByRole('table', { name: /Strategies/ }).getByRole('row')
  await expect(strategies.nth(1)).toContainText('Best found')
  const verdicts = (await strategies.allInnerTexts()).slice(2).map((text) => text.includes('cash too short'))
  expect(verdicts).toContain(true)
  expect(verdicts).toEqual([...verdicts].sort())
})

test('an action dragged to another year takes its tax along, in one step that is undone at once', async ({ page }) => {
  await lookAtYours(page)
  const act = action(page, 'Exercise 5,867 shares of G1 in 2026')
  await act.scrollIntoViewIfNeeded()
  const from = await act.boundingBox()
  if (!from) throw new Error('no action')
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + (from.width + 8) * 2, y, { steps: 12 })
  await page.mouse.up()
  await expect(action(page, 'Exercise 5,867 shares of G1 in 2028')).toBeVisible()
  await expect(row(page, 'AMT').getByRole('cell').first()).toHaveText('0')
  await action(page, 'Undo').click()
  await expect(act).toBeVisible()
  await expect(row(page, 'AMT').getByRole('cell').first()).toHaveText('19,528')
})

test('the same with the keyboard: take up, move, resize, leave as it was, put down, take out', async ({ page }) => {
  await lookAtYours(page)
  await action(page, 'Exercise 5,867 shares of G1 in 2026').press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('+')
  await page.keyboard.press('Shift+ArrowDown')
  // 5,867 + 100 − 1
  await expect(action(page, 'Exercise 5,966 shares of G1 in 2027, taken up')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(action(page, 'Exercise 5,867 shares of G1 in 2026')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('-')
  await page.keyboard.press('Enter')
  await expect(action(page, 'Exercise 5,767 shares of G1 in 2026')).toBeVisible()
  await action(page, 'Exercise 5,767 shares of G1 in 2026').press('Delete')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your plan does nothing yet.')
})

test('the years follow an action while it is resized, without waiting for it to be put down', async ({ page }) => {
  await lookAtYours(page)
  await action(page, 'Exercise 5,867 shares of G1 in 2026').press('Enter')
  const amt = row(page, 'AMT').getByRole('cell').first()
  await expect(amt).toHaveText('19,528')
  await page.keyboard.press('-')
  await expect(amt).not.toHaveText('19,528')
})

test('an action put in by hand, with what is wrong said at the field', async ({ page }) => {
  await lookAtYours(page)
  await action(page, 'Add an action').click()
  const form = page.getByRole('form', { name: 'Add an action' })
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(form.getByRole('alert')).toContainText('A whole number, one at least')
  await form.getByLabel('Shares').fill('2000')
  await form.getByLabel('Day').fill('2028-02-01')
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(action(page, 'Exercise 2,000 shares of G1 in 2028')).toBeVisible()
})

test('a plan that cannot be says why, where the hand is', async ({ page }) => {
  await lookAtYours(page)
  await action(page, 'Exercise 5,867 shares of G1 in 2026').press('Enter')
  await page.getByRole('group', { name: 'The action taken up' }).getByLabel('Shares', { exact: true }).fill('90000')
  await expect(page.getByRole('alert')).toContainText('can be exercised')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('the best plan becomes one’s own, and its numbers open', async ({ page }) => {
  await look(page, '#/arc')
  await action(page, 'Use this plan').click()
  await expect(page.getByRole('table', { name: /Strategies/ })).toContainText('Best found, and yours')
  await page.locator('main[aria-busy="false"]').waitFor()
  const number = row(page, 'AMT').getByRole('button').last()
  const words = await number.innerText()
  await number.click()
  await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText(`AMT is $${words}`)
})

test('what is pinned stands beside what is changed', async ({ page }) => {
  await lookAtYours(page)
  await action(page, 'Pin to compare').click()
  await action(page, 'Exercise 5,867 shares of G1 in 2026').press('Delete')
  await expect(row(page, 'AMT').getByRole('cell').first()).toContainText('−$19,528')
})

test('the proof is looked for on demand and ends with a gap of a dollar at most', async ({ page }) => {
  test.setTimeout(90_000)
  await look(page, '#/arc')
  await action(page, 'Prove it').click()
  await expect(page.getByRole('table', { name: /Strategies/ })).toContainText('Proved best', { timeout: 60_000 })
  await expect(page.getByText(/^Gap \$[01]\./)).toBeVisible()
})
