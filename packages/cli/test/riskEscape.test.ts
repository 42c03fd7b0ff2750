/** The escape hatch as it is printed: months, prices and days by width, and what is said where there is none. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseScenario, type RiskEscape, riskEscape } from '@isoline/engine'
import { expect, test } from 'vitest'
import { pageFor } from '../src/print/page.ts'
import { riskEscapeLines } from '../src/print/riskEscape.ts'
import { yamlValue } from '../src/readYaml.ts'
import { flowing } from './isoline.ts'

const example = (name: string) => {
  const path = join(import.meta.dirname, '../../../examples', name)
  return parseScenario(yamlValue(readFileSync(path, 'utf8'), name).value)
}
const file = example('peak-and-fall.yaml')
const early = riskEscape(file, { asOf: '2026-01-02' })
const late = riskEscape(file, { asOf: '2026-11-16' })
const page = pageFor({ stdout: {} as never, env: {} })
const printed = (width: number, answer: RiskEscape) => riskEscapeLines(answer, { ...page, width })
const said = (answer: RiskEscape): string => flowing(printed(80, answer).join('\n'))

test('the first month against December, and what the hatch is', () => {
  expect(said(early)).toMatch(
    /^Exercised on 2026-01-02, shares can be sold in 2026 if they fall: that is worth \$[\d,]+, \$[\d,]+ more than if they are exercised in December\./,
  )
  expect(said(early)).toContain('From 1 January 2027 on the AMT of 2026 stands, whatever the price does.')
  expect(said(early)).toContain('watching 10,000 shares worth $50.00 each')
})

test.each([40, 60, 80, 100])('%i characters are enough', (width) => {
  for (const answer of [early, late, riskEscape(example('first-exercise.yaml'), { asOf: '2026-01-02' })]) {
    const wide = printed(width, answer).filter((line) => line.length > width || line !== line.trimEnd())
    expect(wide).toEqual([])
  }
})

test('a row for each month and each day, with as many columns as there is room for', () => {
  const rows = (width: number, start: string) => printed(width, early).filter((line) => line.startsWith(`  ${start}`))
  // Exercised, days to sell on, kept until, hatch, beyond December, hatch of the cautious, worth if the price moves
  expect(rows(100, '2026-01-02')[0]).toMatch(/12 {2}2027-01-04 +\$[\d,]+ +\+\$[\d,]+ +\$[\d,]+ +\$[\d,]+$/)
  expect(rows(60, '2026-01-02')[0]).toMatch(/12 +\$[\d,]+ +\+\$[\d,]+ +\$[\d,]+$/)
  expect(rows(40, '2026-12-01')[0]).toMatch(/1 +\$?\d+ +0$/)
  expect(rows(100, '2026-12-31')[0]).toMatch(/\$[\d.]+ or less {2,}\$[\d.]+ or less$/)
  expect(rows(40, '2026-12-31')[0]).toMatch(/31 +\$[\d.]+ or less$/)
})

test('shares held already: what is left of the year', () => {
  expect(said(late)).toMatch(/^That these 10,000 shares can still be sold in 2026 is worth \$[\d,]+\. /)
  expect(said(late)).toContain('When to sell Sell at, by Sell at, by Day mean aversion 3 2026-11-30')
  expect(said(late)).not.toContain('Beyond December')
})

test('without a market that is said first', () => {
  const none = said(riskEscape(example('first-exercise.yaml'), { asOf: '2026-01-02' }))
  expect(none).toMatch(
    /^The escape hatch is worth nothing: nobody is known to buy these shares before the end of 2026\./,
  )
  expect(none).not.toContain('When to sell')
})

test('without a view: only where it begins to pay', () => {
  const { view: _, ...company } = file.company
  const text = said(riskEscape({ ...file, company }, { asOf: '2026-01-02' }))
  expect(text).toMatch(/^Without a view of the price it cannot be said what the escape hatch is worth, only where/)
  expect(text).toMatch(/on 2026-12-31, selling leaves no less than keeping the shares .*, at \$24\.\d\d or less\./)
})

test('options that nothing is planned for, and a price that grows less than money is discounted', () => {
  const question = { volatility: 0.6, growth: 0.01, moving: false }
  const text = said(riskEscape(example('sell-or-wait.yaml'), { asOf: '2026-01-02' }, question))
  expect(text).toMatch(/No exercise that is held is planned or made in 2026: [\d,]+ options of \S+ are looked at/)
  expect(text).toMatch(/grow by 1% a year, and later money is discounted by 5%: on average keeping costs/)
  expect(said(early)).not.toContain('discounted by')
})

test('prices in words: in two ranges, at any, at none', () => {
  const [view, ...others] = early.views
  if (!view) throw new Error('no view')
  const sells = [
    [
      { from: null, to: 12 },
      { from: 300, to: null },
    ],
    [{ from: null, to: null }],
    [{ from: 5, to: 7.5 }],
    [],
    [{ from: null, to: 0 }],
  ]
  const days = sells.map((sell, i) => ({ on: `2026-0${i + 1}-28`, offered: i === 0 ? 9 : null, sell }))
  const lines = printed(100, { ...early, views: [{ ...view, days }, ...others.map((each) => ({ ...each, days: [] }))] })
  const cells = (on: string) => lines.find((line) => line.startsWith(`  ${on}`))?.slice(12)
  expect(flowing(lines.join('\n'))).toContain('$9.00 $12.00 or less; $300.00 or more')
  expect(['02', '03', '04', '05'].map((month) => cells(`2026-${month}-28`)?.trim())).toEqual([
    ...['any price', '$5.00 to $7.50', 'no price', 'no price'],
  ])
})
