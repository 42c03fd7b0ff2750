import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Facts, noFacts } from '../../src/forms/facts.ts'
import type { FederalLaw } from '../../src/law/federal/law.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { type BreakReason, breakWords, type Curve, type CurvePoint, curveOf } from '../../src/plan/curve.ts'
import { type FederalReturn, figureReturn } from '../../src/return.ts'
import { check, household } from '../arbitraries.ts'
import { noCredit } from '../cases.ts'
import { factsOf } from '../flatFacts.ts'
import { lawFor } from '../laws.ts'
import type { FlatCase } from '../statute/federalYear.ts'
import { named, workedExamples } from '../workedExamples.ts'

const at = (facts: Readonly<Facts>, law: FederalLaw, isoSpread: number): FederalReturn =>
  figureReturn({ ...facts, isoSpread }, law)

/** The point a spread lies to the right of: its amounts and rates hold up to the next. */
const leftOf = ({ points }: Curve, spread: number): CurvePoint =>
  points.findLast((point) => point.spread <= spread) as CurvePoint

/** Spreads to try a curve at: within its pieces, close beside each corner. */
const places = fc.array(fc.tuple(fc.nat(30), fc.constantFrom(-1, -0.01, 0.01, 1, 5_000)), {
  minLength: 8,
  maxLength: 8,
})

function spreadsOf(curve: Curve, drawn: readonly (readonly [number, number])[]): number[] {
  const { points } = curve
  const last = points.at(-1)?.spread ?? 0
  const corners = points.map((point) => point.spread)
  const middles = corners.slice(1).map((spread, i) => (spread + (corners[i] ?? 0)) / 2)
  const beside = drawn.map(([i, away]) => (corners[i % corners.length] ?? 0) + away)
  return [...middles, ...beside].filter((spread) => spread >= 0 && spread <= last)
}

/** A thousandth of a cent, which is also how far two deductions may be apart that count as alike, and eleven digits. */
const tolerance = (spread: number): number => 1e-5 + spread * 1e-11

describe('the curve is the return at every spread', () => {
  test('total tax on straight lines between the corners', () => {
    check(
      fc.property(household, places, ({ year, status, facts }, drawn) => {
        const law = lawFor(year, status)
        const curve = curveOf(facts, law, 1_000_000)
        for (const spread of spreadsOf(curve, drawn)) {
          const { totalTax, costRate, spread: from } = leftOf(curve, spread)
          const apart = totalTax + costRate * (spread - from) - at(facts, law, spread).form1040.line24
          expect(Math.abs(apart)).toBeLessThan(tolerance(spread))
        }
      }),
      600,
    )
  })

  test('AMT and the credit on straight lines between the corners, where one deduction is taken throughout', () => {
    const fixed = fc.constantFrom<Facts['deductionChoice'][]>('standard', 'itemized', 'larger')
    check(
      fc.property(household, fixed, places, (x, deductionChoice, drawn) => {
        const facts = { ...x.facts, deductionChoice }
        const law = lawFor(x.year, x.status)
        const curve = curveOf(facts, law, 1_000_000)
        for (const spread of spreadsOf(curve, drawn)) {
          const { amt, amtRate, spread: from } = leftOf(curve, spread)
          const apart = amt + amtRate * (spread - from) - at(facts, law, spread).form6251.line11
          expect(Math.abs(apart)).toBeLessThan(tolerance(spread))
        }
      }),
      600,
    )
  })

  // Rates are those to the right of a corner, so the amounts must be too: where the deduction changes, AMT jumps
  test('AMT at a corner is what it is to its right, where the cheaper deduction changes', () => {
    check(
      fc.property(household, places, (x, drawn) => {
        const facts = { ...x.facts, hasItemized: true, deductionChoice: 'lowestTax' as const }
        const law = lawFor(x.year, x.status)
        const curve = curveOf(facts, law, 1_000_000)
        for (const spread of spreadsOf(curve, drawn)) {
          const { amt, amtRate, spread: from } = leftOf(curve, spread)
          const apart = amt + amtRate * (spread - from) - at(facts, law, spread).form6251.line11
          // Two deductions whose total taxes differ by less than 1e-5 are alike (return.ts); their AMT may differ by more
          expect(Math.abs(apart)).toBeLessThan(tolerance(spread) + 1e-4)
        }
      }),
      600,
    )
  })

  test('corners ascend, begin at nothing, reach as far as asked, and each inner one says why it is there', () => {
    check(
      fc.property(household, fc.integer({ min: 0, max: 3_000_000 }), ({ year, status, facts }, upTo) => {
        const { points } = curveOf(facts, lawFor(year, status), upTo)
        expect(points[0]).toMatchObject({ spread: 0, reasons: [] })
        for (const [i, point] of points.slice(1).entries()) expect(point.spread).toBeGreaterThan(points[i]?.spread ?? 0)
        expect(points.at(-1)?.spread).toBeGreaterThanOrEqual(upTo)
        for (const { reasons } of points.slice(1, -1)) {
          expect(reasons.length).toBeGreaterThan(0)
          for (const reason of reasons) expect(breakWords[reason].length).toBeGreaterThan(20)
        }
      }),
      300,
    )
  })

  test('every corner bends, or changes the deduction', () => {
    check(
      fc.property(household, ({ year, status, facts }) => {
        const { points } = curveOf(facts, lawFor(year, status))
        for (const [i, point] of points.slice(1, -1).entries()) {
          const before = points[i] as CurvePoint
          const bend = Math.abs(point.amtRate - before.amtRate) + Math.abs(point.costRate - before.costRate)
          expect(bend > 1e-6 || point.reasons.includes('electionChanges')).toBe(true)
        }
      }),
      300,
    )
  })

  test('the amounts of a corner are those of the return there', () => {
    const facts = { ...noFacts(), wages: 300_000, minimumTaxCredit: 5_000 }
    const law = lawFor(2026, 'mfj')
    for (const point of curveOf(facts, law, 900_000).points) {
      const { form6251, form1040, form8801 } = at(facts, law, point.spread)
      expect([point.amt, point.tentativeMinimumTax, point.totalTax, point.creditUsed]).toEqual([
        ...[form6251.line11, form6251.line9, form1040.line24, form8801.line25],
      ])
    }
  })
})

/** Corners as `spread: rate of AMT, why`, to the cent: all a hand can work out. */
function bends(facts: Partial<Facts>, law: FederalLaw, upTo = 2_000_000): [number, number, ...BreakReason[]][] {
  const { points } = curveOf({ ...noFacts(), ...facts }, law, upTo)
  return points
    .slice(0, -1)
    .map((point) => [
      ...([Math.round(point.spread * 100) / 100, Math.round(point.amtRate * 1e6) / 1e6] as const),
      ...point.reasons,
    ])
}

const gain = (long: number): Partial<Facts> => {
  const gains = { ...noFacts().gains, long }
  return { gains, amtGains: gains }
}

describe('corners by hand', () => {
  // AMT income 300,000; taxed 159,800 + spread. Regular tax 49,468: 49,468 / 26 % = 190,261.54; 244,500; 1,000,000; 1,280,400
  test('joint 2026, wages 300,000: 0, 26, 28, 42 and 28 cents', () => {
    expect(bends({ wages: 300_000 }, lawFor(2026, 'mfj'))).toEqual([
      [0, 0],
      [30_461.54, 0.26, 'crossover'],
      [84_700, 0.28, 'highRate'],
      [700_000, 0.42, 'phaseoutBegins'],
      [980_400, 0.28, 'phaseoutEnds'],
    ])
  })

  // Single 2025, wages 150,000: regular tax on 134,250 is 17,651 + 24 % of 30,900 = 25,067, reached at 96,411.54 taxed;
  // taxed 61,900 + spread; 239,100; 626,350; 978,750
  test('single 2025, wages 150,000: 35 cents while the exemption phases out', () => {
    expect(bends({ wages: 150_000 }, lawFor(2025, 'single'))).toEqual([
      [0, 0],
      [34_511.54, 0.26, 'crossover'],
      [177_200, 0.28, 'highRate'],
      [476_350, 0.35, 'phaseoutBegins'],
      [828_750, 0.28, 'phaseoutEnds'],
    ])
  })

  // Wages 400,000: regular tax on 383,900 is 58,448 + 35 % of 127,675 = 103,134.25; 28 % of 329,900 less 2,445 is 89,927
  test('separate 2026: 42 cents from the start of the phase-out to 780,400, the increase taking over at 640,200', () => {
    expect(bends({ wages: 400_000 }, lawFor(2026, 'mfs'))).toEqual([
      [0, 0],
      [47_168.75, 0.28, 'crossover'],
      [100_000, 0.42, 'phaseoutBegins'],
      [380_400, 0.28, 'increaseEnds'],
    ])
  })

  test('separate 2026 with the increase at 25 percent: 35 cents from 640,200 to 920,600', () => {
    const law = lawFor(2026, 'mfs', 'exact', { amtiIncreaseRate: 2_500 })
    expect(bends({ wages: 400_000 }, law).slice(2)).toEqual([
      [100_000, 0.42, 'phaseoutBegins'],
      [240_200, 0.35, 'phaseoutEnds', 'increaseBegins'],
      [520_600, 0.28, 'increaseEnds'],
    ])
  })

  // Wages 50,000, gain 1,000,000. Ordinary income 17,800 taxed 1,780; 81,100 of gain at 0, 514,800 at 15, 404,100 at 20 %:
  // 159,820. Taxed 934,800, all of it gain, and 1.50 more per dollar: past 1,000,000 at 43,466.67; 1,780 / 39 % = 4,564.10
  test('joint 2026, mostly gain: 39 cents in the 26 % band', () => {
    expect(bends({ wages: 50_000, ...gain(1_000_000) }, lawFor(2026, 'mfj'))).toEqual([
      [0, 0],
      [48_030.77, 0.39, 'crossover'],
      [206_466.67, 0.42, 'highRate'],
      [230_400, 0.28, 'phaseoutEnds'],
    ])
  })

  // Wages 50,000, gain 600,000: regular tax 3,871.50 + 72,757.50 + 20,170. Taxed 567,812.50, 1.25 more per dollar: 600,000 at
  // 25,750; 3,871.50 / 32.5 % = 11,912.31. The exemption is gone at 978,750
  test('single 2025, mostly gain: 32.5 cents', () => {
    expect(bends({ wages: 50_000, ...gain(600_000) }, lawFor(2025, 'single'))).toEqual([
      [0, 0],
      [37_662.31, 0.325, 'crossover'],
      [217_030, 0.35, 'highRate'],
      [328_750, 0.28, 'phaseoutEnds'],
    ])
  })

  // Wages of 32,200 are the standard deduction: no regular tax, so AMT begins with the exemption
  test('without regular tax AMT begins where the exemption is used', () => {
    expect(bends({ wages: 32_200 }, lawFor(2026, 'mfj')).slice(0, 2)).toEqual([
      [0, 0],
      [108_000, 0.26, 'exemptionUsed'],
    ])
  })

  test('AMT from the first dollar has no crossover', () => {
    // Single 2026: a gain of 5,000,000 owes AMT by itself
    const [first, ...rest] = bends(gain(5_000_000), lawFor(2026, 'single'))
    expect(first).toEqual([0, 0.26])
    expect(rest.flatMap(([, , ...reasons]) => reasons)).not.toContain('crossover')
    expect(curveOf({ ...noFacts(), ...gain(5_000_000) }, lawFor(2026, 'single'))).toMatchObject({
      room: 0,
      roomBeforeCreditShrinks: 0,
    })
  })
})

/** Corners as `spread: cost of a dollar, why`. */
function costs(facts: Partial<Facts>, law: FederalLaw, upTo = 150_000): [number, number, ...BreakReason[]][] {
  const { points } = curveOf({ ...noFacts(), ...facts }, law, upTo)
  return points
    .filter((point) => point.spread < upTo)
    .map((point) => [
      ...([Math.round(point.spread * 100) / 100, Math.round(point.costRate * 1e6) / 1e6] as const),
      ...point.reasons,
    ])
}

describe('corners of total tax by hand', () => {
  const mfj = lawFor(2026, 'mfj')

  // Regular tax on 67,800 is 7,640, all credit: it shrinks as soon as the exemption is used. 7,640 / 26 % = 29,384.62
  test('with a large credit the exemption used is a corner, and the credit gone is the crossover', () => {
    expect(costs({ wages: 100_000, minimumTaxCredit: 90_000 }, mfj)).toEqual([
      [0, 0],
      [40_200, 0.26, 'exemptionUsed'],
      [69_584.62, 0.26, 'crossover', 'creditGone'],
    ])
  })

  // Gap 7,920; credit 2,000 is whole until 5,920 / 26 % = 22,769.23
  test('a small credit shrinks when the gap comes down to it', () => {
    expect(costs({ wages: 300_000, minimumTaxCredit: 2_000 }, mfj)).toEqual([
      [0, 0],
      [22_769.23, 0.26, 'creditShrinks'],
      [30_461.54, 0.26, 'crossover', 'creditGone'],
      [84_700, 0.28, 'highRate'],
    ])
  })

  // The child tax credit of 4,400 lowers the credit room to 3,520, gone at 13,538.46; tax begins at the crossover
  test('other credits leave a stretch where the next dollar is free', () => {
    expect(costs({ wages: 300_000, minimumTaxCredit: 90_000, childTaxCredit: 4_400 }, mfj)).toEqual([
      [0, 0.26],
      [13_538.46, 0, 'creditGone'],
      [30_461.54, 0.26, 'crossover'],
      [84_700, 0.28, 'highRate'],
    ])
  })

  // Gain 400,000 beside wages of 50,000: taxed 309,800 + spread, 81,100 of it at 0 %; all gain up to 90,200; regular tax 49,615
  test('gains: 15 cents while the exemption shelters them, then the AMT rate', () => {
    expect(costs({ wages: 50_000, ...gain(400_000), minimumTaxCredit: 1_000_000 }, mfj)).toEqual([
      [0, 0.15],
      [90_200, 0.26, 'gainsAt15Used', 'gainsUsed'],
      [97_046.15, 0.26, 'crossover', 'creditGone'],
    ])
  })

  // Gain 180,000 beside wages of 20,000, whose tax is nil: taxable 167,800, all gain. Room at 0 % 98,900; taxed 59,800 + spread
  test('gains at 0 % and then at 15 %', () => {
    // Regular tax 15 % of 68,900 is 10,335. At 0 % until 39,100; then 15 % to 120,200, past which the gain of 180,000 is used
    expect(costs({ wages: 20_000, ...gain(180_000), minimumTaxCredit: 1_000_000 }, mfj)).toEqual([
      [0, 0],
      [39_100, 0.15, 'gainsAtZeroUsed'],
      [108_000, 0.15, 'crossover', 'creditGone'],
      [120_200, 0.26, 'gainsAt15Used', 'gainsUsed'],
    ])
  })

  // Gain 700,000: 98,900 at 0, 514,800 at 15, the rest at 20 %; taxed 579,800 + spread passes 613,700 at 33,900 and 700,000 at 120,200
  test('gains at 15 % and then at 20 %', () => {
    const found = costs({ wages: 20_000, ...gain(700_000), minimumTaxCredit: 1_000_000 }, mfj)
    expect(found).toContainEqual([33_900, 0.2, 'gainsAt15Used'])
    expect(found).toContainEqual([120_200, 0.26, 'gainsUsed'])
  })

  // Taxed 159,800 + spread: 41,548 + 26 %. A credit of 45,000 covers it until 3,452 / 26 % = 13,276.92
  test('a foreign tax credit for AMT: nothing until it is used up', () => {
    const facts = { wages: 300_000, amtForeignTaxCredit: 45_000, minimumTaxCredit: 1_000_000 }
    expect(costs(facts, mfj, 60_000)).toEqual([
      [0, 0],
      [13_276.92, 0.26, 'foreignCreditUsed'],
    ])
  })

  // Regular tax 7,640, child tax credit 9,000: AMT begins at 69,584.62, and the last 1,360 of credit takes 5,230.77 of spread
  test('nonrefundable credits above the regular tax cover the first AMT', () => {
    expect(costs({ wages: 100_000, childTaxCredit: 9_000 }, mfj)).toEqual([
      [0, 0],
      [69_584.62, 0, 'crossover'],
      [74_815.38, 0.26, 'creditsUsed'],
    ])
  })

  // Single 2026, wages 200,000: itemizing 15,000 of interest costs 264 at 24 % more than the standard deduction of 16,100, and has
  // 16,100 + ... less AMT income: 185,000 against 200,000. Standard: regular 36,734, AMT from 31,384.62 on.
  test('itemizing below the standard deduction becomes the cheaper way', () => {
    const facts = { wages: 200_000, hasItemized: true, mortgageInterest: 15_000 }
    // Standard tax passes the itemizer's 36,998 after another 264 / 26 % = 1,015.38; the itemizer's AMT begins at
    // 36,998 / 26 % = 142,300 taxed, spread 142,300 - 94,900
    expect(costs(facts, lawFor(2026, 'single'))).toEqual([
      [0, 0],
      [31_384.62, 0.26, 'crossover'],
      [32_400, 0, 'electionChanges'],
      [47_400, 0.26, 'crossover'],
      [149_600, 0.28, 'highRate'],
    ])
  })

  test('the tax with reduced rates on gains never meets the two rates alone: 25 % is below 26 %', () => {
    check(
      fc.property(household, ({ year, status, facts }) => {
        const { points } = curveOf(facts, lawFor(year, status), 2_000_000)
        expect(points.flatMap((point) => point.reasons)).not.toContain('ratesMeet')
      }),
      300,
    )
  })
})

describe('room', () => {
  test.each(workedExamples<FlatCase>('room').map(named))('%s', (_, { gives, expected }) => {
    const law = lawFor(gives.year, gives.status, gives.rounding)
    const { room } = curveOf(factsOf(gives), law)
    const { line16 } = at(factsOf(gives), law, 0).form1040
    if ('regularTax' in expected) expect(line16).toBeCloseTo(expected['regularTax'] as number, 0)
    expect(Math.floor(room)).toBe(expected['room'])
  })

  const joint = { ...noFacts(), wages: 232_200 }
  const law = lawFor(2026, 'mfj')

  // 33,424 / 26 % is 128,553.85: less 232,200 - 140,200, or less 200,000 - 140,200 where nothing is added back
  test('taxable income of 200,000, joint 2026: 36,553.85 with the standard deduction, 68,753.85 with nothing added back', () => {
    expect(curveOf(joint, law).room).toBeCloseTo(36_553.85, 2)
    const itemizer = { ...joint, hasItemized: true, mortgageInterest: 32_200 }
    expect(curveOf({ ...itemizer, deductionChoice: 'itemized' }, law).room).toBeCloseTo(68_753.85, 2)
    expect(curveOf({ ...itemizer, deductionChoice: 'standard' }, law).room).toBeCloseTo(36_553.85, 2)
    // Alike without an exercise, so the return is free to itemize when there is one
    expect(curveOf(itemizer, law).room).toBeCloseTo(68_753.85, 2)
  })

  test('and 180,000 of spread then cost 37,846, or 28,924', () => {
    expect(at(joint, law, 180_000).form6251.line11).toBeCloseTo(37_846, 8)
    const itemizer = { ...joint, hasItemized: true, mortgageInterest: 32_200 }
    expect(at(itemizer, law, 180_000).form6251.line11).toBeCloseTo(28_924, 8)
  })

  test('does not depend on what was exercised already', () => {
    const [none, much] = [0, 500_000].map((isoSpread) => curveOf({ ...joint, isoSpread }, law, 600_000))
    expect(much).toEqual(none)
  })

  test('and the facts asked about are left as they were', () => {
    const facts = { ...joint, isoSpread: 12_345 }
    curveOf(facts, law)
    expect(facts).toEqual({ ...joint, isoSpread: 12_345 })
  })

  test('2025 left 101,731 at wages of 500,000, single; 2026 leaves 67,267', () => {
    const [of2025, of2026] = [2025, 2026].map(
      (year) => curveOf({ ...noFacts(), wages: 500_000 }, lawFor(year, 'single')).room,
    )
    expect([of2025, of2026].map((room) => Math.floor(room ?? 0))).toEqual([101_731, 67_267])
  })

  // Property 4
  test('AMT is nothing up to the room and something a dollar further', () => {
    const fixed = fc.constantFrom<Facts['deductionChoice'][]>('standard', 'itemized', 'larger')
    const plain = household.map((x) => ({ ...x, facts: { ...x.facts, childTaxCredit: 0, otherCredits: 0 } }))
    check(
      fc.property(plain, fixed, fc.integer({ min: 0, max: 100 }), (x, deductionChoice, percent) => {
        const facts = { ...x.facts, deductionChoice }
        const of = lawFor(x.year, x.status)
        const { room } = curveOf(facts, of)
        const amt = (spread: number) => at(facts, of, spread).form6251.line11
        expect(amt(room + 1)).toBeGreaterThan(0)
        if (room > 0) for (const spread of [room, (room * percent) / 100]) expect(amt(spread)).toBeLessThan(1e-5)
      }),
      1_000,
    )
  })

  test('with the cheaper deduction: no AMT and no more tax up to the room, and a dollar further one of them', () => {
    check(
      fc.property(household, fc.integer({ min: 0, max: 100 }), (x, percent) => {
        const facts = { ...x.facts, deductionChoice: 'lowestTax' as const, ...noCredit }
        const of = lawFor(x.year, x.status)
        const { room } = curveOf(facts, of)
        const [none, within, past] = [0, (room * percent) / 100, room + 1].map((spread) => {
          const { form6251, form1040 } = at(facts, of, spread)
          return { amt: form6251.line11, tax: form1040.line24 }
        }) as [Cost, Cost, Cost]
        expect(past.amt > 0 || past.tax > none.tax + 1e-6).toBe(true)
        if (room > 0) expect(within.tax).toBeLessThanOrEqual(none.tax + 1e-5)
        if (room > 0 && none.amt === 0) expect(within.amt).toBeLessThan(1e-5)
      }),
      1_000,
    )
  })

  // Separate 2024: itemizing 3,480 leaves a tax of 812, just the credit; the standard deduction leaves none. No tax either way,
  // until the standard deduction's AMT begins: 66,650 less 11,600
  test('a change to the deduction that uses credit ends the room, and no sooner', () => {
    const facts = { ...noFacts(), wages: 11_600, hasItemized: true, charityPrivate: 11_600, minimumTaxCredit: 812 }
    expect(curveOf(facts, lawFor(2024, 'mfs')).room).toBeCloseTo(55_050, 2)
  })

  interface Cost {
    readonly amt: number
    readonly tax: number
  }
})

describe('room where a minimum tax credit is used', () => {
  const facts = { ...noFacts(), wages: 300_000, minimumTaxCredit: 102_724 }
  const law = lawFor(2026, 'mfj')

  // Regular tax 49,468 less tentative minimum tax 41,548: every dollar of spread costs 26 cents of credit
  test('filling the room of 30,461.54 uses up the whole credit of 7,920', () => {
    const curve = curveOf(facts, law)
    expect(curve.room).toBeCloseTo(30_461.54, 2)
    expect(curve.roomBeforeCreditShrinks).toBe(0)
    expect(at(facts, law, 0).form8801.line25).toBeCloseTo(7_920, 8)
    expect(at(facts, law, curve.room).form8801.line25).toBeCloseTo(0, 6)
  })

  test('a credit smaller than the gap leaves some room untouched: 5,920 / 26 %', () => {
    const { room, roomBeforeCreditShrinks } = curveOf({ ...facts, minimumTaxCredit: 2_000 }, law)
    expect(roomBeforeCreditShrinks).toBeCloseTo(22_769.23, 2)
    expect(room).toBeCloseTo(30_461.54, 2)
  })

  test('without a credit the two rooms are one', () => {
    const { room, roomBeforeCreditShrinks } = curveOf({ ...facts, minimumTaxCredit: 0 }, law)
    expect(roomBeforeCreditShrinks).toBe(room)
  })

  test('the credit is whole up to there, and less beyond', () => {
    const fixed = fc.constantFrom<Facts['deductionChoice'][]>('standard', 'itemized', 'larger')
    check(
      fc.property(household, fixed, fc.integer({ min: 1, max: 150_000 }), (x, deductionChoice, minimumTaxCredit) => {
        const own = { ...x.facts, deductionChoice, minimumTaxCredit }
        const of = lawFor(x.year, x.status)
        const curve = curveOf(own, of)
        const [whole, there, past] = [0, curve.roomBeforeCreditShrinks, curve.roomBeforeCreditShrinks + 1].map(
          (spread) => at(own, of, spread).form8801.line25,
        ) as [number, number, number]
        expect(there).toBeCloseTo(whole, 4)
        expect(curve.roomBeforeCreditShrinks).toBeLessThanOrEqual(curve.room)
        if (whole > 0.5 && curve.roomBeforeCreditShrinks < curve.room) expect(past).toBeLessThan(whole)
      }),
      600,
    )
  })
})

test.each<[number, FilingStatus, number, number]>([
  [2026, 'mfj', 700_000, 980_400],
  [2025, 'mfj', 952_700, 1_500_700],
  [2026, 'mfs', 200_000, 340_200],
])('the phase-out of the exemption in spread, %i %s on wages of 300,000', (year, status, begins, ends) => {
  expect(curveOf({ ...noFacts(), wages: 300_000 }, lawFor(year, status)).phaseout).toEqual({ begins, ends })
})

test('income past the phase-out gives it below zero', () => {
  const { phaseout } = curveOf({ ...noFacts(), wages: 2_000_000 }, lawFor(2026, 'single'))
  expect(phaseout).toEqual({ begins: -1_500_000, ends: -1_319_800 })
})
