/** The plan under stress as it is printed: every course in a row, what holds whatever comes said once, no line too wide. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseScenario, riskStress } from '@isoline/engine'
import { expect, test } from 'vitest'
import { pageFor } from '../src/print/page.ts'
import { riskStressLines } from '../src/print/riskStress.ts'
import { yamlValue } from '../src/readYaml.ts'
import { flowing } from './isoline.ts'

const example = (name: string) => {
  const path = join(import.meta.dirname, '../../../examples', name)
  return parseScenario(yamlValue(readFileSync(path, 'utf8'), name).value)
}
const peak = riskStress(example('peak-and-fall.yaml'), { asOf: '2026-11-22' })
const page = pageFor({ stdout: {} as never, env: {} })
const printed = (width: number, answer = peak) => riskStressLines(answer, { ...page, width })

test('the worst course first, and cash that does not last', () => {
  const text = flowing(printed(80).join('\n'))
  expect(text).toMatch(
    /^The worst of 11 courses of events is "Worth nothing": worth \$[\d,.]+ less than the plan\. In 3 of them the free cash does not pay strike and tax\./,
  )
})

test.each([40, 60, 80, 100])('%i characters are enough', (width) => {
  const wide = printed(width).filter((line) => line.length > width || line !== line.trimEnd())
  expect(wide).toEqual([])
})

test('a row for each course, with as many columns as there is room for', () => {
  const row = (width: number) => printed(width).find((line) => line.startsWith('  Falls by half'))
  // AMT, all tax of two years (185,572 and what is due for 2027), least cash, credit, AMT loss left, against the plan
  expect(row(100)).toMatch(/\$146,348 +\$[\d,]+ +\$58,652 +\$[\d,]+ +\$395,000 +-\$[\d,]+$/)
  expect(row(60)).toMatch(/^ {2}Falls by half +\$58,652 +-\$[\d,]+$/)
})

test('what holds in every course is said once', () => {
  const text = flowing(printed(80).join('\n'))
  const times = (part: string): number => text.split(part).length - 1
  expect(times('no longer takes the spread out of Form 6251 line 2i')).toBe(1)
  expect(times('An extension to file (Form 4868)')).toBe(1)
  // 4.50 on each of the 9,197 shares that are enough at half the price
  expect(times('makes $41,386.50 of ordinary income')).toBe(1)
  // What is the plan's alone stands with the plan
  expect(text).toMatch(/As planned - Until 2026-12-31 [^-]* makes \$120,000\.00/)
})

test('courses in which the same can be done stand together, each with what it is', () => {
  const text = flowing(printed(80, riskStress(example('peak-and-fall.yaml'), { asOf: '2027-01-20' })).join('\n'))
  expect(text).toMatch(/As planned, Falls 70 % once 2027 is over, [^:]* A move to CA[^:]*: The price falls by 70 %/)
  expect(text).toContain('Worth nothing: The company fails in 2028')
  expect(text.split('they bring $150,000.00 before tax').length - 1).toBe(3)
})

test('what does not apply is listed with why', () => {
  const text = flowing(printed(80).join('\n'))
  expect(text).toContain('The deal falls through: The shares are listed: their sale needs no deal.')
  const none = flowing(printed(80, riskStress(example('before-the-ipo.yaml'), { asOf: '2026-01-02' })).join('\n'))
  expect(none).toMatch(/^No stress applies to this plan\./)
  expect(none).toContain('All 14: No shares are held, and the plan exercises none from tomorrow on.')
})

test('shares kept to the end are said to count at their value, where there are any', () => {
  const kept = flowing(printed(80, riskStress(example('sell-or-wait.yaml'), { asOf: '2026-11-22' })).join('\n'))
  expect(kept).toMatch(/Shares still held count at their value at the end of \d{4}, before tax and less 5 % a year/)
  expect(flowing(printed(80).join('\n'))).not.toContain('Shares still held')
})

test('a file without cash: whether it lasts is not known', () => {
  const of = example('peak-and-fall.yaml')
  const answer = riskStress({ ...of, household: { ...of.household, cash: null } }, { asOf: '2026-11-22' })
  const lines = printed(100, answer)
  expect(flowing(lines.join('\n'))).toContain('The file states no free cash: whether it lasts is not known.')
  expect(lines.some((line) => /Least/.test(line))).toBe(false)
})
