/** The forms of every year, line by line. */
import { expect, look, test } from './page.ts'

test('the form says the AMT, and what stands on two forms agrees', async ({ page }) => {
  await look(page, '#/forms')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Form 6251 for 2026 says $19,528.')
  const checks = page.getByRole('region', { name: 'Checks' })
  await expect(checks.getByText('Form 6251 line 11 is on Schedule 2, line 2')).toBeVisible()
  await expect(checks.getByText('differs')).toHaveCount(0)
})

test('another year and another form', async ({ page }) => {
  await look(page, '#/forms')
  await page.getByRole('radio', { name: '2027' }).check()
  await page.getByRole('radio', { name: '8801' }).check()
  const form = page.getByRole('region', { name: 'Form 8801 for 2027' })
  // The AMT of 2026 is credit in 2027, and comes back as far as the gap between the two taxes: 43,102.50 − 34,892
  await expect(form.getByRole('button', { name: '19,528' }).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Form 8801 for 2027 says $8,211.')
})

test('lines without an entry are one row', async ({ page }) => {
  await look(page, '#/forms')
  await expect(page.getByText('Seven lines with no entry')).toBeVisible()
})
