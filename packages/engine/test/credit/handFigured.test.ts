/**
 * Form 8801 figured apart from the engine: years of a household and the lines that follow, with the arithmetic beside
 * them. The engine's lines and those of the second working from the Code are held to them, and the arithmetic to itself,
 * so that three workings agree and the written one can be followed with a calculator. A year after 2026 is figured with
 * the figures of 2026.
 */
import { describe, expect, test } from 'vitest'
import { type Facts, type Gains, noFacts } from '../../src/forms/facts.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { fillCarriedIn } from '../../src/taxYear.ts'
import { type FiguredYear, figureYear } from '../../src/timeline.ts'
import { returnByStatute, type StatuteReturn } from '../byStatute.ts'
import figured from './handFigured.json' with { type: 'json' }
import { creditCarried, type FactsOfYear, yearFrom } from './years.ts'

/** A year as a case states it. What is not said is zero; gains are the same in both systems unless the AMT's are said. */
interface Given extends Partial<Omit<Facts, 'gains' | 'amtGains' | 'ordinaryDividends'>> {
  readonly year: number
  /** From this year on, where it differs from the case's. */
  readonly status?: FilingStatus
  readonly shortGain?: number
  readonly longGain?: number
  readonly amtShortGain?: number
  readonly amtLongGain?: number
  /** Parts of the long-term gain. */
  readonly collectiblesGain?: number
  readonly section1250Gain?: number
  /** Itemized deductions; without them the standard deduction is taken. */
  readonly itemized?: { readonly taxes: number; readonly mortgageInterest: number }
}

/** Lines of a Form 8801: of Parts I and III on the year before, of Part II on its own year. */
type Lines = Readonly<Record<string, number>>

interface HandFigured {
  readonly name: string
  readonly why: string
  readonly status: FilingStatus
  /** Form 8801 line 26 of the year before the first. */
  readonly carriedIn?: number
  readonly years: readonly Given[]
  readonly forms: readonly {
    readonly year: number
    readonly lines: readonly Lines[]
    readonly working: readonly string[]
  }[]
}

const cases = figured as readonly HandFigured[]

/** The facts of each year, as the forms take them. */
function factsOf(of: HandFigured): FactsOfYear[] {
  let status = of.status
  return of.years.map((given) => {
    const { year, status: changed, shortGain = 0, longGain = 0, amtShortGain, amtLongGain, ...more } = given
    const { collectiblesGain: collectibles = 0, section1250Gain: unrecaptured1250 = 0, itemized, ...own } = more
    status = changed ?? status
    const gains = { ...noFacts().gains, short: shortGain, long: longGain, collectibles, unrecaptured1250 }
    const facts: Partial<Facts> = {
      ...{ ...own, gains, ordinaryDividends: own.qualifiedDividends ?? 0 },
      amtGains: { ...gains, short: amtShortGain ?? shortGain, long: amtLongGain ?? longGain },
      ...{ hasItemized: itemized !== undefined, deductionChoice: itemized ? 'itemized' : 'standard' },
      ...{ stateAndLocalTaxes: itemized?.taxes ?? 0, mortgageInterest: itemized?.mortgageInterest ?? 0 },
    }
    return { year, status, facts }
  })
}

/** The years by the engine, each with what the year before carried out. */
function byEngine(of: HandFigured): FiguredYear[] {
  const years: FiguredYear[] = []
  for (const each of factsOf(of)) {
    const year = yearFrom(each, years.at(-1)?.carriedOut ?? creditCarried(of.carriedIn ?? 0))
    fillCarriedIn(year.facts, year.carriedIn)
    years.push(figureYear(year))
  }
  return years
}

/** The years by the Code, which hand on amounts of their own. A year past its figures has those of 2026. */
function byCode(of: HandFigured): StatuteReturn[] {
  const years: StatuteReturn[] = []
  let credit = of.carriedIn ?? 0
  for (const { year, status, facts } of factsOf(of)) {
    const before = years.at(-1)
    const carried = (gains: Gains, left = { short: 0, long: 0 }) => ({
      ...{ ...gains, shortCarryover: left.short, longCarryover: left.long },
    })
    const all = { ...noFacts(), ...facts, minimumTaxCredit: credit }
    all.gains = carried(all.gains, before?.capitalLossCarriedOut)
    all.amtGains = carried(all.amtGains, before?.amtCapitalLossCarriedOut)
    const own = returnByStatute(all, Math.min(year, 2026), status)
    years.push(own)
    credit = own.summary.minimumTaxCreditCarriedOut + own.adjustedNetMinimumTax
  }
  return years
}

/** The expected lines of a form as one. */
const linesOf = (form: HandFigured['forms'][number]): Lines => Object.assign({}, ...form.lines)

/** What is off by half a cent or more. */
function differences(got: Readonly<Record<string, number | undefined>>, expected: Lines): string[] {
  return Object.entries(expected)
    .filter(([line, want]) => line in got && !(Math.abs((got[line] ?? Number.NaN) - want) < 0.005))
    .map(([line, want]) => `line ${line}: ${got[line]}, by hand ${want}`)
}

const numbered = (form: object): [string, number][] =>
  Object.entries(form).map(([line, amount]) => [line.replace(/^line/, ''), amount as number])

describe.each(cases.map((each): [string, HandFigured] => [each.name, each]))('%s', (_, of) => {
  const years = byEngine(of)
  const coded = byCode(of)
  const forms = of.forms.map((form) => ({ ...form, at: of.years.findIndex(({ year }) => year === form.year) }))

  test.each(forms)('the engine, form of $year', (form) => {
    const own = years[form.at]
    const before = years[form.at - 1]
    const lines = linesOf(form)
    const partII = Object.fromEntries(numbered(own?.return.form8801 ?? {}))
    const partI = Object.fromEntries(numbered(before?.exclusion ?? {}))
    expect(Object.keys(lines).filter((line) => !(line in partI || line in partII))).toEqual([])
    expect(differences(partII, lines)).toEqual([])
    expect(differences(partI, lines)).toEqual([])
  })

  test.each(forms)('the Code, form of $year', (form) => {
    const own = coded[form.at]
    const before = coded[form.at - 1]
    const { summary } = own as StatuteReturn
    const credit = (of.years[form.at]?.childTaxCredit ?? 0) + (of.years[form.at]?.otherCredits ?? 0)
    const liability = summary.regularTax - (of.years[form.at]?.foreignTaxCredit ?? 0)
    const partI = before && {
      ...{ 15: before.exclusionMinimumTax, 16: before.summary.amt, 18: before.adjustedNetMinimumTax },
      21: before.summary.minimumTaxCreditCarriedOut + before.adjustedNetMinimumTax,
    }
    const partII = {
      ...{ 22: Math.max(0, liability - credit), 23: summary.tentativeMinimumTax },
      ...{ 25: summary.minimumTaxCreditUsed, 26: summary.minimumTaxCreditCarriedOut },
    }
    expect(differences({ ...partI, ...partII }, linesOf(form))).toEqual([])
  })

  test.each(forms)('the arithmetic, form of $year', (form) => {
    const lines = linesOf(form)
    let followed = 0
    for (const step of form.working) {
      const [label = '', rest = ''] = step.split(': ')
      const equations = rest.split('; ').filter((part) => part.includes(' = '))
      for (const equation of equations) expect(`${step} → ${wrong(equation)}`).toBe(`${step} → `)
      const named = /^Line (\d+)$/.exec(label)?.[1]
      if (named === undefined || equations.length === 0) continue
      followed++
      // A last word of "so 0" says that the line is not below zero
      const outcome = rest.endsWith(', so 0') ? 0 : amountOf(rest.split(' = ').at(-1) ?? '')
      expect(`${step} → ${named in lines ? lines[named] : outcome}`).toBe(`${step} → ${round(outcome)}`)
    }
    expect(followed).toBeGreaterThan(0)
  })
})

const amountOf = (words: string): number => Number(words.replace('−', '-').replace(/,(?=\d{3})|(?<=\d)[, ].*/g, ''))

const round = (amount: number): number => Math.round(amount * 1e6) / 1e6

/** What an equation says wrongly, or nothing: sums of amounts, "n % of amount" and "n/d of amount". */
function wrong(equation: string): string {
  const [left = '', right = ''] = equation.split(' = ')
  const terms = left.split(/ (?=[+−] )/).map((term) => {
    const [, sign, per, over, amount = ''] = /^(?:([+−]) )?(?:(\d+)(?: %|\/(\d+)) of )?(−?[\d,.]+)$/.exec(term) ?? []
    const share = per === undefined ? 1 : Number(per) / Number(over ?? 100)
    return (sign === '−' ? -1 : 1) * share * amountOf(amount)
  })
  const sum = terms.reduce((all, term) => all + term, 0)
  return Math.abs(sum - amountOf(right)) < 0.00006 ? '' : `${sum}`
}

describe('the cases', () => {
  const forms = cases.flatMap((each) => each.forms.map(linesOf))
  const some = (holds: (lines: Lines) => boolean): number => forms.filter(holds).length
  const at = (lines: Lines, line: number): number => lines[line] ?? Number.NaN

  test('are at least thirty, each of a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30)
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })

  test('have every status, every AMT year from 2023 to 2026 and every way a credit can go', () => {
    expect(new Set(cases.map(({ status }) => status))).toEqual(new Set(['single', 'mfj', 'mfs', 'hoh', 'qss']))
    expect(new Set(cases.flatMap(({ forms }) => forms.map(({ year }) => year - 1)))).toEqual(
      new Set([2023, 2024, 2025, 2026]),
    )
    expect(some((f) => at(f, 25) > 0 && at(f, 26) === 0)).toBeGreaterThan(2)
    expect(some((f) => at(f, 25) > 0 && at(f, 26) > 0)).toBeGreaterThan(9)
    expect(some((f) => at(f, 21) > 0 && at(f, 25) === 0)).toBeGreaterThan(2)
    expect(some((f) => at(f, 15) > 0 && at(f, 18) > 0)).toBeGreaterThan(5)
    expect(some((f) => at(f, 15) > 0 && at(f, 18) === 0)).toBeGreaterThan(1)
    expect(some((f) => at(f, 18) < 0 && at(f, 21) > 0)).toBeGreaterThan(1)
    expect(some((f) => at(f, 21) < 0)).toBeGreaterThan(0)
    expect(some((f) => at(f, 4) <= 0)).toBeGreaterThan(0)
    expect(some((f) => at(f, 38) > 0 && at(f, 46) > 0 && at(f, 49) > 0)).toBeGreaterThan(0)
    expect(some((f) => at(f, 52) > 0)).toBeGreaterThan(1)
  })

  test('have no line 54 below line 53: no gain is taxed above 25 percent, nothing else below 26', () => {
    expect(some((f) => at(f, 54) < at(f, 53))).toBe(0)
    expect(some((f) => at(f, 54) === at(f, 53))).toBeGreaterThan(0)
  })
})
