/** The packet as another program reads its text. Expected: the figures of the households, by hand. */
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { heading, stretches, table } from '../../src/export/packet/blocks.ts'
import { axisSteps } from '../../src/export/packet/charts.ts'
import { exportPacket } from '../../src/export/packet/packet.ts'
import { asked, californian, joint, jointScenario } from './households.ts'

/** The text of each page, in one line each. */
async function pagesOf(file: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(file), { mergePages: false })
  return text.map((page) => page.replace(/\s+/g, ' '))
}

let file: Uint8Array
let pages: string[]
beforeAll(async () => {
  file = await exportPacket(joint(), asked)
  pages = await pagesOf(file.slice())
})

test('a memo of one page, with the figures that decide', () => {
  const [memo = '', next = ''] = pages
  expect(memo).toContain('Incentive stock options: Example')
  // 10,000 shares at 2; AMT of 37,846, all of it credit; 50,000 of cash less 20,000 and 37,846
  expect(memo).toContain('The plan takes $20,000.00 of strike')
  expect(memo).toContain('AMT: $37,846.00 in 2026')
  expect(memo).toContain('$37,846.00 is made')
  expect(memo).toContain('$7,846.00 is missing on 2027-04-15')
  expect(memo).toContain('2026-04-15 Estimated federal tax for 2026, installment 1 of 4: $8,535.75')
  expect(memo).toContain('AMT of 2026 by shares of G1 exercised')
  expect(next).toMatch(/^The plan On What/)
})

test('forms line by line, the logs, and what all of it rests on', () => {
  const all = pages.join(' ')
  expect(all).toMatch(/2i Exercise of incentive stock options[^$]+\$180,000\.00/)
  expect(all).toMatch(/11 Alternative minimum tax[^$]+\$37,846\.00/)
  expect(all).toMatch(/Credit log .*2026 \$37,846\.00 \$0\.00 \$37,846\.00/)
  expect(all).toMatch(/10,000 \$20,000\.00 \$200,000\.00 2027-01-16/)
  // 90 % of 71,270; a quarter of it 16,035.75, and of the 30,000 withheld 7,500
  expect(all).toContain('2026, federal: $64,143.00 required, $30,000.00 withheld')
  expect(all).toMatch(/2026-06-15 \$16,035\.75 [^ ]+ \$16,035\.75 \$7,500\.00 \$17,071\.50 \$8,535\.75/)
  expect(all).toMatch(
    /Form 2210, Part I: .*line 4 \$71,270\.00, line 5 \$64,143\.00, line 6 \$30,000\.00, .*line 9 \$64,143\.00/,
  )
  expect(all).toContain('incomes.2026.interest')
  expect(all).toMatch(/Isoline \d+\.\d+\.\d+, as of 2026-01-15.*Fingerprint of the tables of law: [0-9a-f]{16}/)
})

test('pages are numbered; the file has a title, a language and no script', async () => {
  pages.forEach((page, i) => {
    expect(page).toContain(`page ${i + 1} of ${pages.length}`)
  })
  const { info } = await getMeta(await getDocumentProxy(file.slice()))
  expect(info).toMatchObject({ Title: 'Example: incentive stock options, as of 2026-01-15', Author: 'Isoline' })
  expect(info['Language']).toBe('en-US')
  expect(Buffer.from(file).toString('latin1')).not.toMatch(/\/JavaScript|\/JS\b|\/Launch/)
})

test('state forms, and sales in both systems', async () => {
  const all = (await pagesOf(await exportPacket(californian(), asked))).join(' ')
  expect(all).toContain('CA Schedule P (540)')
  expect(all).toContain('Credit logs of states')
  // 7,001 shares at 34.03: 238,244.03; 1.90 paid each 13,301.90; 27.50 for AMT 192,527.50
  expect(all).toMatch(/Form 8949, for the regular tax .*\$238,244\.03 \$13,301\.90 .*\$224,942\.13/)
  expect(all).toMatch(/Form 8949 for AMT, kept and not filed .*\$238,244\.03 \$192,527\.50 .*\$45,716\.53/)
})

test('a default of several years is said once', async () => {
  const incomes = { 2026: { wages: 232_200 }, 2027: { wages: 240_000 }, 2028: { wages: 250_000, interest: 5 } }
  const all = (await pagesOf(await exportPacket(joint({ incomes }), asked))).join(' ')
  expect(all).toContain('incomes.2026 to 2028.longTermGain 0 not given')
  expect(all).toContain('incomes.2026 to 2027.interest 0 not given')
  expect(all).not.toMatch(/incomes\.2027\.|incomes\.2028\.interest/)
})

test('the same question gives the same pages', async () => {
  expect(await pagesOf(await exportPacket(joint(), asked))).toEqual(pages)
})

test('names of any letters, and nothing at all', async () => {
  const name = 'Zoë ∑ 株式 \u0007Łódź'
  const [memo = ''] = await pagesOf(
    await exportPacket(joint({ company: { ...jointScenario.company, name }, plan: [] }), asked),
  )
  expect(memo).toContain('Zoë ? ?? ?ódz')
  expect(memo).toContain('There is no AMT in any year.')
})

test('axes have round steps', () => {
  expect(axisSteps(37_846)).toEqual([0, 10_000, 20_000, 30_000, 40_000])
  expect(axisSteps(0)).toEqual([0, 1])
})

test('a long table is cut into parts, and a heading goes with the part below it', () => {
  const rows = Array.from({ length: 400 }, (_, i) => [`row ${i}`])
  const parts = table([{ head: 'Head', width: 1 }], rows)
  // Each part has its head and at most 150 rows
  const sizes = parts.map(({ props }) => (props as { children: unknown[] }).children.length)
  expect(sizes).toEqual([151, 151, 101])
  const long = stretches([heading('First'), ...parts, heading('Second'), ...parts])
  expect(long.map((stretch) => stretch.length)).toEqual([2, 1, 1, 2, 1, 1])
  expect(long.flat()).toHaveLength(8)
  expect(stretches([heading('Short'), ...table([{ head: 'Head', width: 1 }], [['one']])])).toHaveLength(1)
})
