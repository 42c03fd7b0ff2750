/** The arithmetic on which the rows stand, checked on the forms: a year's tax and credit from tentative minimum tax and regular tax alone. */
import { expect, test } from 'vitest'
import { noFacts } from '../../src/forms/facts.ts'
import { lawOf } from '../../src/law/federal/law.ts'
import { federalTable } from '../../src/law/federal/tables.ts'
import { figureReturn } from '../../src/return.ts'
import { figureClosing, newClosing } from '../../src/timeline.ts'
import { statuses } from '../laws.ts'
import { type Seeded, seeded } from './seeded.ts'

interface Year {
  /** Form 1040 line 22; Form 6251 lines 9 and 10; Form 8801 line 13. */
  readonly tax: number
  readonly tentative: number
  readonly regular: number
  readonly exclusion: number
  /** Credit at hand at the end, before anything is forgiven. */
  readonly left: number
}

/** Years of random wages, spreads and gains, each with the credit that the one before left. */
function yearsOf(draw: Seeded, count: number, begins: number): Year[] {
  const status = draw.pick(statuses)
  let [made, carried] = [0, begins]
  return Array.from({ length: count }, (_, i) => {
    const table = federalTable(2026 + i, { inflation: 0.025, wageGrowth: 0.03 })
    const law = lawOf({ table, status, rounding: 'exact', readings: {} })
    const facts = { ...noFacts(), wages: draw.whole(0, 700_000), minimumTaxCreditMade: made, minimumTaxCredit: carried }
    if (draw.chance(0.5)) facts.isoSpread = draw.whole(0, 900_000)
    if (draw.chance(0.5)) facts.gains.long = draw.whole(0, 1_500_000)
    facts.amtGains.long = draw.chance(0.5) ? draw.whole(0, facts.gains.long) : facts.gains.long
    const r = figureReturn(facts, law)
    const closing = newClosing()
    figureClosing(r, law, closing)
    ;[made, carried] = [closing.exclusion.line18, r.form8801.line26]
    return {
      ...{ tax: r.form1040.line22, tentative: r.form6251.line9, regular: r.form6251.line10 },
      ...{ exclusion: closing.exclusion.line13, left: made + carried },
    }
  })
}

test('tax is the larger of tentative minimum tax and regular tax less the credit; the credit is what was paid beyond', () => {
  let forgiven = 0
  for (let seed = 0; seed < 400; seed++) {
    const draw = seeded(seed)
    const begins = draw.chance(0.5) ? draw.whole(0, 200_000) : 0
    let credit = begins
    for (const { tax, tentative, regular, exclusion, left } of yearsOf(draw, 8, begins)) {
      expect(tax).toBeCloseTo(Math.max(tentative, regular - credit), 6)
      const next = credit + tax - Math.max(regular, exclusion)
      if (next < 0) forgiven++
      credit = Math.max(0, next)
      expect(Math.max(0, left)).toBeCloseTo(credit, 6)
    }
  }
  // Both sides of the floor were seen
  expect(forgiven).toBeGreaterThan(20)
})

test('while the credit stays above its floor, taxes add up to the larger of regular tax and exclusion tax, and what the credit grew by', () => {
  let whole = 0
  for (let seed = 0; seed < 400; seed++) {
    const begins = 300_000
    const years = yearsOf(seeded(seed), 8, begins)
    const floor = years.findIndex(({ left }) => left < 0)
    const above = floor < 0 ? years : years.slice(0, floor)
    if (above.length === 0) continue
    if (floor < 0) whole++
    const paid = above.reduce((sum, { tax }) => sum + tax, 0)
    const due = above.reduce((sum, { regular, exclusion }) => sum + Math.max(regular, exclusion), 0)
    expect(paid).toBeCloseTo(due + (above.at(-1) as Year).left - begins, 5)
  }
  expect(whole).toBeGreaterThan(100)
})
