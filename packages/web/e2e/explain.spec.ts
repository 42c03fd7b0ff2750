/** Where a number comes from, opened and left by hand and by keyboard. */
import AxeBuilder from '@axe-core/playwright'
import { expect, look, test } from './page.ts'

test('a number opens, each amount in it opens the next, and the trail goes back', async ({ page }) => {
  await look(page, '#/forms')
  const line = page.getByRole('region', { name: 'Form 6251 for 2026' }).getByRole('button', { name: '19,528' })
  await line.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('AMT is $19,528')
  await panel.getByRole('button', { name: '105,606.00' }).click()
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('is $105,606')
  await panel.getByRole('button', { name: 'Back to AMT' }).click()
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('AMT is $19,528')
  await expect(panel.getByText('One share of G1 more')).toBeVisible()
  // 26 % of a spread of $18
  await expect(panel.getByText('+$4.68')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
  expect(violations).toEqual([])
})

test('Tab stays inside, and Escape goes back to the number', async ({ page }) => {
  await look(page, '#/forms')
  const line = page.getByRole('region', { name: 'Form 6251 for 2026' }).getByRole('button', { name: '325,606' })
  await line.click()
  const panel = page.getByRole('dialog')
  await expect(panel.getByRole('heading', { level: 2 })).toContainText('$325,606')
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(line).toBeFocused()
})

test('it is a sheet at the bottom of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await look(page, '#/forms')
  await page.getByRole('region', { name: 'Form 6251 for 2026' }).getByRole('button', { name: '19,528' }).click()
  const panel = page.getByRole('dialog')
  // It rises, unless one wants no motion
  await expect.poll(async () => (await panel.boundingBox())?.y).toBeGreaterThan(80)
  await expect
    .poll(async () => {
      const box = await panel.boundingBox()
      return box && [box.x, box.width, Math.round(box.y + box.height)]
    })
    .toEqual([0, 390, 844])
})
