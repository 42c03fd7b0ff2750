/** Exercising before there is a market as it is printed: every way in a row, its money by date, and each outcome. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Case, type PreIpoAnswer, parseScenario, riskPreIpo } from '@isoline/engine'
import { describe, expect, test } from 'vitest'
import { pageFor } from '../src/print/page.ts'
import { riskPreIpoLines } from '../src/print/riskPreIpo.ts'
import { yamlValue } from '../src/readYaml.ts'
import { flowing, json } from './isoline.ts'

const example = 'examples/early-exercise.yaml'
const asOf = '2026-02-02'
const early = parseScenario(
  yamlValue(readFileSync(join(import.meta.dirname, '../../..', example), 'utf8'), example).value,
)
const asked = (of: Case): PreIpoAnswer => riskPreIpo(of, { asOf }) as PreIpoAnswer
const answered = asked(early)

const page = pageFor({ stdout: {} as never, env: {} })
const printed = (width: number, answer = answered): string[] => riskPreIpoLines(answer, { ...page, width })
const text = (of: Case): string => flowing(printed(80, asked(of)).join('\n'))

const company = (x: Partial<Case['company']>): Case => ({ ...early, company: { ...early.company, ...x } })
const view = { growth: 0.15, volatility: 0.8, liquidityOn: '2029-06-29' }
const overView = asked(company({ outcomes: [], view }))

test.each([40, 60, 80, 100])('%i characters are enough', (width) => {
  for (const answer of [answered, overView]) {
    const wide = printed(width, answer).filter((line) => line.length > width || line !== line.trimEnd())
    expect(wide).toEqual([])
  }
})

test('a row for each way, with as many columns as there is room for', () => {
  const row = (width: number) => printed(width).find((line) => line.startsWith('  All, 83(b)'))
  // 24,000 at 0.30 take 7,200, of which a loss brings back 24 %; the cash is 25,000
  expect(row(100)).toMatch(
    /^ {2}All, 83\(b\) +24,000 +\$7,200 +\$5,472 +\$[\d,]+ +\+\$[\d,]+ +-\$[\d,]+ +50% +\$17,800$/,
  )
  expect(row(80)).toMatch(/^ {2}All, 83\(b\) +\$7,200 +\$5,472 +\$[\d,]+ +\+\$[\d,]+ +-\$[\d,]+ +50%$/)
  expect(row(60)).toMatch(/^ {2}All, 83\(b\) +\$7,200 +\$5,472 +\$[\d,]+ +-\$[\d,]+ +50%$/)
  expect(row(40)).toMatch(/^ {2}All, 83\(b\) +\$7,200 +\$5,472 +\$[\d,]+$/)
})

test('the money of a way, by date, and what a loss brings back', () => {
  expect(text(early)).toContain(
    'Exercise all 24,000 on 2026-02-02, vested or not, with an election under section 83(b). It takes strike $7,200.00 on 2026-02-02. The shares qualify from 2027-02-03 on. If it is all lost, $1,728 comes back through later returns',
  )
})

test('first what is worth the most on average, and what it puts at risk', () => {
  expect(text(early)).toMatch(
    /^offer: exercising on 2028-01-15 is worth the most on average, \$[\d,]+ more than waiting\. It takes \$5,850 before any share can be sold; if the company ends, \$4,446 is gone\. The cash there is pays it\./,
  )
})

test('cash that does not pay a way is said, and cash that is not known is left out', () => {
  const cash = (amount: number | null): Case => ({ ...early, household: { ...early.household, cash: amount } })
  expect(text(cash(5_000))).toContain('The cash there is lacks $850 of it.')
  expect(text(cash(5_000))).toContain('The cash there is lacks $2,200.00.')
  const lines = printed(100, asked(cash(null)))
  expect(flowing(lines.join('\n'))).not.toContain('The cash there is')
  expect(lines.some((line) => /Cash/.test(line))).toBe(false)
})

test('each outcome in its row; as many ways as there is room for, waiting always', () => {
  const head = (lines: string[]): string => lines.find((line) => line.startsWith('  Outcome')) ?? ''
  expect(head(printed(100))).toMatch(/All, 83\(b\) +Vested +Jan 2027 +Jan 2028 +Wait, sell +Wait, hold$/)
  expect(head(printed(60))).toMatch(/^ {2}Outcome +Chance .*Wait, sell$/)
  expect(head(printed(40))).toMatch(/Wait, sell$/)
  expect(printed(100).find((line) => line.startsWith('  down round'))).toMatch(/ 15% +\$0\.20 /)
  // Equal chances make room for ways
  expect(head(printed(40, overView))).not.toContain('Chance')
  expect(head(printed(100, overView))).toMatch(/All, 83\(b\) +Vested +Jan 2027 +Jan 2028 +Wait, sell +Wait, hold$/)
})

test('what the file would have to say', () => {
  const lines = printed(80, asked(company({ outcomes: [], view: { ...view, volatility: null } })))
  expect(lines).toEqual([
    'To compare exercising now with waiting, the file has to say:',
    '  - company.outcomes: what may become of the company, each with its chance; or,',
    '    in place of it:',
    '  - company.view.volatility: how much the value moves in a year, such as 0.7',
  ])
})

describe('the example says of itself', () => {
  const on = ['--as-of', asOf]

  test('that the spread of its year stays within the room, and adds no AMT', async () => {
    expect((await json('room', example, ...on)).room).toBe(34_076.92)
    const { exercises, added } = await json('estimate', example, ...on)
    // 12,000 times 0.55 less 0.30
    expect([exercises[0].shares, exercises[0].spread]).toEqual([12_000, 3_000])
    expect(added).toMatchObject({ amt: 0, totalTax: 0 })
  })

  test('that the cash test passes, and what would be gone', async () => {
    const { cashTest } = await json('checklist', example, ...on)
    expect([cashTest.verdict, cashTest.needed, cashTest.ifWorthless.spent]).toEqual(['passes', 7_200, 7_200])
    expect(cashTest.ifWorthless.spent - cashTest.ifWorthless.comesBack).toBe(5_472)
  })
})
