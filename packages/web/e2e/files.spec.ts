/** Files in, as brokers give them, and files out, for a CPA, a tax program and a calendar. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { pdf, printed3921 } from '../../files/test/fixtures/pdf.ts'
import { workbook } from '../../files/test/fixtures/tables.ts'
import { expect, look, test } from './page.ts'

const panel = (page: Page) => page.getByRole('dialog')

/** Drops a file as a hand does, somewhere on the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([title, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content ?? ''], title ?? ''))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, text],
  )
}

/** 500 shares of the grant of the first example, exercised in 2025. */
const form3921 =
  'Date Option Granted,Date Option Exercised,Exercise Price Per Share,Fair Market Value Per Share on Exercise Date,No. of Shares Transferred\n' +
  '03/01/2023,06/02/2025,$2.00,$12.00,500\n'

test('a Form 3921 that is dropped adds its lot, in one step; a second time it adds nothing', async ({ page }) => {
  await look(page, '#/lots')
  await drop(page, 'form3921.csv', form3921)
  await expect(panel(page)).toContainText('New to it: 1 exercise.', { timeout: 20_000 })
  await expect(panel(page)).toContainText('Form 3921')
  await panel(page).getByRole('button', { name: 'Add to this scenario' }).click()
  await expect(panel(page)).toHaveCount(0, { timeout: 20_000 })
  await expect(page.getByText('Added from form3921.csv: 1 exercise.')).toBeVisible()
  // L3 is the name of the planned lot.
  const lot = page.getByRole('region', { name: 'L4' })
  await expect(lot).toContainText('500 shares')

  await drop(page, 'form3921.csv', form3921)
  await expect(panel(page)).toContainText('Nothing is new, so there is nothing to add.', { timeout: 20_000 })
  await expect(panel(page).getByRole('button', { name: 'Add to this scenario' })).toHaveCount(0)
  await panel(page).getByText('Close', { exact: true }).click()

  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(lot).toHaveCount(0)
})

test('several files at once: a PDF and a workbook, of one form each', async ({ page }) => {
  await look(page, '#/lots')
  await page.getByRole('button', { name: /^Scenario:/ }).click()
  await page.keyboard.press('Escape')
  const [headings = [], row = []] = form3921.split('\n').map((line) => line.split(','))
  const files = [
    ['2024.pdf', pdf([printed3921(['03/01/2023', '06/03/2024', '2.00', '8.50', '300'])])],
    ['2025.xlsx', workbook({ Forms: [headings, row] })],
  ] as const
  await page
    .locator('input[type=file]')
    .setInputFiles(files.map(([name, bytes]) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })))
  await expect(panel(page)).toContainText('New to it: 2 exercises.', { timeout: 20_000 })
  await panel(page).getByRole('button', { name: 'Add to this scenario' }).click()
  await expect(page.getByRole('region', { name: 'L4' })).toContainText('300 shares', { timeout: 20_000 })
  await expect(page.getByRole('region', { name: 'L5' })).toContainText('500 shares')
})

test('what only the person can say is asked, and a row that cannot be read is told', async ({ page }) => {
  await look(page, '#/lots')
  await drop(
    page,
    'BenefitHistory.csv',
    'Record Type,Symbol,Grant Date,Granted Qty.,Exercise Price,Grant Number,Type,Expiration Date\n' +
      'Grant,ACME,03/15/2024,800,$4.00,ISO-9,ISO,03/14/2034\n' +
      'Grant,ACME,soon,800,$4.00,ISO-10,ISO,03/14/2034\n',
  )
  await expect(panel(page)).toContainText('New to it: 1 grant.', { timeout: 20_000 })
  await expect(panel(page)).toContainText('row 3')
  const add = panel(page).getByRole('button', { name: 'Add to this scenario' })
  await add.click()
  await expect(panel(page).getByText('Say this first').first()).toBeVisible()
  await panel(page)
    .getByLabel(/worth on the day of the grant/)
    .fill('4.00')
  await add.click()
  await expect(panel(page)).toHaveCount(0, { timeout: 20_000 })
  await expect(page.getByText('Added from BenefitHistory.csv: 1 grant.')).toBeVisible()
})

test('a file that nobody knows is told so, and what was shown stays', async ({ page }) => {
  await look(page, '')
  await drop(page, 'recipes.csv', 'dish,minutes\nsoup,40\n')
  await expect(panel(page)).toContainText('was not read, and nothing of it is added', { timeout: 20_000 })
  await expect(panel(page)).toContainText('no columns that are known')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  await expect(page.locator('main h1')).toContainText('1,694 shares')
})

const papers = [
  ['Calendar', 'robotics-single.ics', 'BEGIN:VCALENDAR'],
  ['Tax papers', 'robotics-single.fdx.json', '{'],
  ['Workbook', 'robotics-single.xlsx', 'PK'],
  ['CPA packet', 'robotics-single.pdf', '%PDF'],
] as const

test('the calendar, the tax papers, the workbook and the packet are made and saved', async ({ page }) => {
  // Four files with all that they rest on.
  test.slow()
  await look(page, '')
  await page.getByRole('button', { name: /^Scenario:/ }).click()
  await page.getByRole('menuitem', { name: /Name, day/ }).click()
  for (const [button, name, begins] of papers) {
    const saved = page.waitForEvent('download')
    await panel(page).getByRole('button', { name: button }).click()
    expect((await saved).suggestedFilename()).toBe(name)
    expect((await readFile(await (await saved).path())).toString('latin1').startsWith(begins)).toBe(true)
    await expect(panel(page)).toContainText(`Saved as ${name}.`)
  }
})

test('the packet of the plan that is looked at', async ({ page }) => {
  test.slow()
  await look(page, '#/arc')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CPA packet' }).click()
  expect((await readFile(await (await saved).path())).toString('latin1').startsWith('%PDF')).toBe(true)
})
