/** Hold or sell, as a person would look at it. */
import { expect, look, test } from './page.ts'

test('the cash test first, then the answer, then every future', async ({ page }) => {
  await look(page, '#/risk')
  await expect(page.getByText('Cash test passes.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('of 100 futures')
  await expect(page.getByText('10,000 futures, each with its own tax')).toBeVisible()
  const order = await page.locator('main').evaluate((main) => {
    const words = main.textContent ?? ''
    return ['futures.', 'Cash test passes.', 'After-tax dollars', 'Stress:'].map((each) => words.indexOf(each))
  })
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('a picture has its table, which is read even while the picture is shown', async ({ page }) => {
  await look(page, '#/risk')
  const table = page.getByRole('table', { name: 'Hold all: after-tax dollars by year of sale' })
  await expect(table).toHaveCount(1)
  await page
    .getByRole('region', { name: 'After-tax dollars: hold, part, sell' })
    .getByRole('radio', { name: 'Table' })
    .check()
  await expect(table).toBeVisible()
})

test('another view of the price is another answer, and undo brings the first one back', async ({ page }) => {
  await look(page, '#/risk')
  const answer = page.locator('main h1 + p')
  const before = await answer.textContent()
  await page.getByLabel('Swing of the price a year').fill('20')
  await expect(answer).not.toHaveText(before ?? '')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(answer).toHaveText(before ?? '', { timeout: 15_000 })
})

test('each course of events says what can still be done', async ({ page }) => {
  await look(page, '#/risk')
  await page.getByRole('button', { name: 'Worth nothing' }).click()
  await expect(page.getByText('its shares are worth nothing from', { exact: false })).toBeVisible()
})

test('futures come with progress, can be stopped, and block nothing', async ({ page }) => {
  await page.goto('/#/risk')
  const bar = page.getByRole('progressbar', { name: 'Futures figured' })
  await bar.waitFor()
  // The page answers a hand while they are figured.
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  // They may all be there by now.
  await page
    .getByRole('button', { name: 'Stop with these' })
    .click({ timeout: 2_000 })
    .catch(() => undefined)
  await expect(bar).toBeHidden()
  await expect(page.getByText(/[\d,]+ futures, each with its own tax/)).toBeVisible()
})

test('without a view of the price it says what is missing', async ({ page }) => {
  await look(page, '#/risk')
  await page.getByLabel('Swing of the price a year').fill('')
  await expect(page.getByText('One more fact is needed:')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('the file does not say it')
})
