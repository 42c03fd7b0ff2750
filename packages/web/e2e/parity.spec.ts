/** What the page shows of every example is what the command prints of it. The answers themselves are compared, byte for byte, in test/parity.test.ts. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { told } from '../src/document/exampleList.ts'
import { expect, look, test } from './page.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const command = `${root}packages/cli/dist/isoline.js`

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
