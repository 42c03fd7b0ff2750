/** After the first visit the page needs no network: every view, every worker, every example. */
import { expect, test } from './page.ts'

test('the page opens and answers without a network', async ({ page, context }) => {
  test.slow()
  await page.goto('/')
  await page.locator('main h1').waitFor()
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    while (active?.state !== 'activated') await new Promise((soon) => setTimeout(soon, 100))
  })
  await context.setOffline(true)
  await page.reload()
  await expect(page.locator('main h1')).toContainText('1,694 shares', { timeout: 20_000 })
  await page.goto('/#/forms')
  await expect(page.locator('main h1')).toContainText('Form 6251', { timeout: 20_000 })
  await page.getByRole('button', { name: /^Scenario:/ }).click()
  await page.getByRole('menuitem', { name: 'Twelve years' }).click()
  await expect(page.locator('main h1')).toContainText('2025', { timeout: 20_000 })
})
