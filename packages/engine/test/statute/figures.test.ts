import { describe, expect, test } from 'vitest'
import { figuresFor } from './figures.ts'
import { scheduleTax, taxTable } from './section1.ts'
import { exemption, exemptionGoneAt, separateReturnIncrease, twoRates } from './section55.ts'
import { taxDeductionLimit } from './section164.ts'

const years = [2023, 2024, 2025, 2026]
const statuses = ['single', 'mfj', 'mfs', 'hoh', 'qss'] as const

describe.each(years)('figures of %i', (year) => {
  const single = figuresFor(year, 'single')
  const joint = figuresFor(year, 'mfj')
  const separate = figuresFor(year, 'mfs')

  test('stand in the relations the Code fixes', () => {
    expect(separate.bracketTops).toEqual(joint.bracketTops.map((top) => top / 2))
    // 1(j)(2): the joint brackets are twice the single ones but for the last
    expect(joint.bracketTops.slice(0, 5)).toEqual(single.bracketTops.slice(0, 5).map((top) => top * 2))
    expect(joint.basicStandard).toBe(single.basicStandard * 2)
    expect(separate.basicStandard).toBe(single.basicStandard)
    expect(separate.amtExemption).toBe(joint.amtExemption / 2)
    expect(separate.amtPhaseoutStart).toBe(joint.amtPhaseoutStart / 2)
    expect(single.amtPhaseoutStart).toBe(joint.amtPhaseoutStart / 2)
    expect(separate.amtBreakpoint).toBe(joint.amtBreakpoint / 2)
  })

  test.each(statuses)('rise from bracket to bracket: %s', (status) => {
    const { bracketTops } = figuresFor(year, status)
    expect([...bracketTops].sort((a, b) => a - b)).toEqual(bracketTops)
  })

  test('a surviving spouse differs from a joint return only where the Code says "joint return" alone', () => {
    const { seniorThreshold, nonItemizerGift, medicareThreshold, ...rest } = figuresFor(year, 'qss')
    expect({ ...joint, ...rest }).toEqual({ ...joint, status: 'qss' })
    expect({ seniorThreshold, nonItemizerGift, medicareThreshold }).toEqual({
      seniorThreshold: single.seniorThreshold,
      nonItemizerGift: single.nonItemizerGift,
      medicareThreshold: single.medicareThreshold,
    })
  })
})

test('a year without figures is refused', () => expect(() => figuresFor(2027, 'single')).toThrow(RangeError))

describe('what the IRS prints follows from them', () => {
  test.each([
    [2023, 831_150],
    [2024, 875_950],
    [2025, 900_350],
    [2026, 640_200],
  ])('Form 6251 of %i, line 4: a separate return is increased above %i', (year, printed) => {
    const f = figuresFor(year, 'mfs')
    expect(exemptionGoneAt(f)).toBe(printed)
    expect(exemption(printed, f)).toBe(0)
    expect(separateReturnIncrease(printed, f)).toBe(0)
    expect(separateReturnIncrease(printed + 100, f)).toBe(100 * f.amtPhaseoutRate)
    expect(separateReturnIncrease(2_000_000, f)).toBe(f.amtExemption)
  })

  test.each([
    [2023, 4_414],
    [2024, 4_652],
    [2025, 4_782],
  ])('Form 6251 of %i, line 7: 28 percent less %i', (year, printed) => {
    expect(twoRates(1_000_000, figuresFor(year, 'hoh'))).toBeCloseTo(280_000 - printed, 6)
    expect(twoRates(1_000_000, figuresFor(year, 'mfs'))).toBeCloseTo(280_000 - printed / 2, 6)
  })

  test('the Tax Table is within half a row of the schedule', () => {
    const f = figuresFor(2025, 'hoh')
    for (let amount = 0; amount < 100_000; amount += 7.5)
      expect(Math.abs(taxTable(amount, f) - scheduleTax(amount, f))).toBeLessThanOrEqual(0.22 * 25 + 0.5)
  })

  test('the limit on state and local taxes stops falling at 600,000, or 350,000 on a separate return', () => {
    expect([599_999, 600_000, 900_000].map((agi) => taxDeductionLimit(agi, figuresFor(2025, 'mfj')))).toEqual([
      expect.closeTo(10_000.3, 6),
      10_000,
      10_000,
    ])
    expect([349_999, 350_000, 900_000].map((agi) => taxDeductionLimit(agi, figuresFor(2025, 'mfs')))).toEqual([
      expect.closeTo(5_000.15, 6),
      5_000,
      5_000,
    ])
  })
})
