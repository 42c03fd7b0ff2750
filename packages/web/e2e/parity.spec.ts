/** What the page shows of every example is what the command prints of it. The answers themselves are compared, byte for byte, in test/parity.test.ts. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, look, test } from './page.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const command = `${root}packages/cli/dist/isoline.js`

/** The examples of the menu, and the day each is told from. */
const told = [
  ['robotics', 'Robotics, single', '2026-01-15'],
  ['first-exercise', 'A first exercise, a couple', '2026-01-02'],
  ['early-exercise', 'Exercised early, private', '2026-02-02'],
  ['before-the-ipo', 'Before the IPO', '2026-01-02'],
  ['staging', 'Two grants, staged', '2026-01-02'],
  ['single-2026-trough', 'Least room of 2026', '2026-01-02'],
  ['itemizer', 'Itemizing in California', '2026-01-20'],
  ['mfs', 'Filing separately, Minnesota', '2026-01-02'],
  ['leaving-california', 'Leaving California', '2025-06-02'],
  ['over-the-limit', 'Over the $100,000 limit', '2026-01-02'],
  ['sell-or-wait', 'Sell or wait', '2026-12-01'],
  ['peak-and-fall', 'AMT at the peak', '2026-11-16'],
  ['credit-carried-in', 'Credit coming back', '2026-01-05'],
  ['credit-left-behind', 'Credit left behind', '2026-01-05'],
  ['twelve-years', 'Twelve years', '2025-03-03'],
] as const

const dollars = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

for (const [file, name, asOf] of told)
  test(`${file}: the forms and the lots`, async ({ page }) => {
    const asked = (question: string) =>
      JSON.parse(
        execFileSync(process.execPath, [command, question, `${root}examples/${file}.yaml`, '--json', '--as-of', asOf], {
          encoding: 'utf8',
          maxBuffer: 1e8,
        }),
      )
    await look(page, '#/forms')
    await page.getByRole('button', { name: /^Scenario:/ }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
    await expect(page.getByRole('button', { name: /^Scenario:/ })).toContainText(name)
    await page.locator('main[aria-busy="false"]').waitFor()
    const { years } = asked('project')
    const [, year, amount] =
      /Form 6251 for (\d{4}) says \$([\d,]+)\./.exec((await page.locator('main h1').textContent()) ?? '') ?? []
    const shown = years.find((each: { year: number }) => each.year === Number(year))
    expect(amount).toBe(dollars.format(shown.summary.amt))
    await page.goto('/#/lots')
    await page.locator('main[aria-busy="false"]').waitFor()
    const { lots } = asked('lots')
    const text = await page.locator('main').innerText()
    // Before anything of a lot is sold its bases are those at exercise, later those of what is left.
    for (const lot of lots)
      for (const basis of ['regularBasis', 'amtBasis'] as const)
        expect([lot.acquired[basis], lot[basis]].some((amount) => text.includes(`$${dollars.format(amount)}`))).toBe(
          true,
        )
  })
