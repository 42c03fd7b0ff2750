/** Lots: both bases, both clocks, and the fork. */
import { expect, look, test } from './page.ts'

test('the next lot to qualify, and what selling it before costs', async ({ page }) => {
  await look(page, '#/lots')
  // 66,464.00 less 54,758.55
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'L2 becomes qualifying in 55\u00a0days. Selling it before then costs $11,705.',
  )
  await expect(page.getByText('Waiting 55 days pays unless the price falls below $16.40')).toBeVisible()
  await expect(page.getByRole('img', { name: /^L2: regular basis \$2\.00 a share, AMT basis \$9\.40/ })).toBeVisible()
})

test('another price is another fork; too many shares are said at the field', async ({ page }) => {
  await look(page, '#/lots')
  await page.getByRole('button', { name: 'Change date or price' }).click()
  const fork = page.getByRole('region', { name: 'Sell L2: the fork' })
  await fork.getByLabel('Price of a share').fill('30')
  // 4,000 × 30
  await expect(fork.getByText('$120,000').first()).toBeVisible()
  await fork.getByLabel('Shares', { exact: true }).fill('5000')
  await expect(fork.getByText('only 4000 shares of L2 are held')).toBeVisible()
  await expect(fork.getByLabel('Shares', { exact: true })).toHaveAttribute('aria-invalid', 'true')
})

test('a Form 3921 is entered by hand, its errors at its boxes, and undone', async ({ page }) => {
  await look(page, '#/lots')
  const add = page.getByRole('button', { name: 'Add a Form 3921' })
  await add.click()
  const form = page.getByRole('region', { name: 'Add a Form 3921' })
  await expect(form.getByLabel('Date option granted')).toBeFocused()
  await form.getByRole('button', { name: 'Add the lot' }).click()
  await expect(form.getByText('Box 5 is a whole number of shares.')).toBeVisible()
  await form.getByLabel('Date option granted').fill('2023-03-01')
  await form.getByLabel('Date option exercised').fill('2025-06-02')
  await form.getByLabel('Exercise price per share').fill('2.00')
  await form.getByLabel('Fair market value per share').fill('12.00')
  await form.getByLabel('Shares transferred').fill('500')
  await form.getByRole('button', { name: 'Add the lot' }).click()
  // L3 is the name of the planned lot
  await expect(page.getByRole('region', { name: 'L4' })).toContainText('500 shares')
  await expect(form).toHaveCount(0)
  await expect(add).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('region', { name: 'L4' })).toHaveCount(0)
})

test('the table holds what the picture shows', async ({ page }) => {
  await look(page, '#/lots')
  const table = page.getByRole('table', { name: 'Lots, with both bases and both clocks' })
  await expect(table).toHaveCount(1)
  await page.getByRole('region', { name: 'Lots', exact: true }).getByRole('radio', { name: 'Table' }).check()
  await expect(table).toBeVisible()
  await expect(table.getByRole('row', { name: /L2/ })).toContainText('Mar 11, 2026')
})
