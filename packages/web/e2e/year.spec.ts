/** The year: the handle and its keys, the sliders, the cash test and its way out, what is pinned, and what the answer rests on. */
import type { Page } from '@playwright/test'
import { expect, look, test } from './page.ts'

const handle = (page: Page) => page.getByRole('slider', { name: 'Shares to exercise and hold' })
const answer = (page: Page) => page.locator('main h1')

test('the first example answers with what is free, what the plan costs and whether cash pays', async ({ page }) => {
  await look(page, '#/')
  await expect(answer(page)).toHaveText('You can exercise 1,694 shares this year without AMT.')
  await expect(page.getByText('Cash test passes.')).toBeVisible()
  await expect(handle(page)).toHaveAttribute('aria-valuetext', '5,867 shares, AMT $19,528, cash covers it')
})

test('every key of the handle', async ({ page }) => {
  await look(page, '#/')
  // The way to the end is known once it was asked how far shares go
  await expect(page.getByText('payable to 9,974')).toBeVisible()
  await handle(page).focus()
  for (const [key, shares] of [
    ['Home', 0],
    ['ArrowRight', 1],
    ['ArrowUp', 2],
    ['ArrowLeft', 1],
    ['Shift+ArrowRight', 101],
    ['PageUp', 1101],
    [']', 1694],
    [']', 6366],
    ['[', 1694],
    ['PageDown', 694],
    ['End', 30_000],
  ] as const) {
    await page.keyboard.press(key)
    await expect(handle(page)).toHaveAttribute('aria-valuenow', String(shares))
  }
})

test('dragging anywhere on the chart moves the shares at once; one undo takes the drag back', async ({ page }) => {
  await look(page, '#/')
  const box = await page.locator('svg[role="group"]').first().boundingBox()
  if (!box) throw new Error('no chart')
  await page.mouse.move(box.x + 200, box.y + 150)
  await page.mouse.down()
  for (let step = 0; step < 20; step++) await page.mouse.move(box.x + 200 + step * 15, box.y + 150)
  await page.mouse.up()
  const moved = Number(await handle(page).getAttribute('aria-valuenow'))
  expect(moved).toBeGreaterThan(12_000)
  await expect(page.locator('main b').filter({ hasText: /^Cash test fails by/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '5867')
})

test('where cash fails, one press sets the shares it pays for; the failure is read out at once', async ({ page }) => {
  await look(page, '#/')
  const field = page.getByLabel('Shares to exercise, as a number')
  await field.fill('14000')
  await field.press('Enter')
  await expect(page.locator('[aria-live="assertive"]').filter({ hasText: 'Cash test fails by $28,338.' })).toHaveCount(
    1,
  )
  await page.getByRole('button', { name: 'Set to 9,974 shares' }).click()
  await expect(page.getByText('Cash test passes.').first()).toBeVisible()
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '9974')
})

test('more wages move the line; pinned, every number says by how much', async ({ page }) => {
  await look(page, '#/')
  await page.getByRole('button', { name: 'Pin', exact: true }).click()
  const wages = page.getByLabel('Wages in 2026, as a number')
  await wages.fill('$260,000')
  await wages.press('Enter')
  await expect(answer(page)).toContainText('You can exercise 2,207 shares this year without AMT.')
  // 2,207 − 1,694
  await expect(answer(page)).toContainText('+513')
  await expect(page.getByText('+$40,000')).toBeVisible()
  await page.getByRole('button', { name: 'Unpin' }).click()
  await expect(page.getByText('+$40,000')).toHaveCount(0)
})

test('the sliders of wages, value and cash are moved by keys', async ({ page }) => {
  await look(page, '#/')
  for (const [name, said] of [
    ['Wages in 2026', '$220,500'],
    ['Value of a share (409A)', '$20.10'],
    ['Cash you can spend', '$60,500'],
  ] as const) {
    const slider = page.getByRole('slider', { name, exact: true })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect(slider).toHaveAttribute('aria-valuetext', said)
  }
})

test('what was assumed is listed, and a number typed there becomes a fact', async ({ page }) => {
  await look(page, '#/')
  const chip = page.getByRole('button', { name: /^\d+ assumed$/ })
  const before = Number.parseInt((await chip.textContent()) ?? '', 10)
  await chip.click()
  const field = page.getByLabel('incomes.2026.interest')
  await field.fill('1000')
  await field.press('Enter')
  await expect(field).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(chip).toHaveText(`${before - 1} assumed`)
  await expect(chip).toBeFocused()
})

test('another year is another answer', async ({ page }) => {
  await look(page, '#/')
  await page.getByLabel('Tax year').selectOption('2027')
  await expect(answer(page)).toContainText('in 2027 without AMT.')
})

test('the chart as a table', async ({ page }) => {
  await look(page, '#/')
  await page.getByRole('radio', { name: 'Table' }).first().check()
  await expect(page.getByRole('row', { name: /5,867 your plan/ })).toContainText('$19,528')
  await expect(page.getByRole('row', { name: /9,974 cash runs out/ })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('breakpoints are numbers with a list, and every target is large enough', async ({ page }) => {
    await look(page, '#/')
    await expect(page.getByRole('listitem').filter({ hasText: '28% rate begins' })).toBeVisible()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('main button, main select, main input')]
        .filter(
          (each) =>
            each.getClientRects().length > 0 && !each.closest('p, td') && each.getBoundingClientRect().height < 39,
        )
        .map((each) => each.outerHTML.slice(0, 100)),
    )
    expect(small).toEqual([])
  })
})
