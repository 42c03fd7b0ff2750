/**
 * How fast the years of a household are figured in one thread: 15 years with 20 lots and a plan, every form of every year
 * kept; and the lean evaluation of the same household after another share count, as the search for a plan calls it.
 *
 *     node bench/timeline.ts [rounds]
 */
import type { Case, Income } from '../packages/engine/src/case.ts'
import { statedForm6251Lines } from '../packages/engine/src/case.ts'
import type { Action, Lot } from '../packages/engine/src/equity/action.ts'
import type { Grant } from '../packages/engine/src/equity/grant.ts'
import { lean } from '../packages/engine/src/lean.ts'
import { yearsTo } from '../packages/engine/src/timeline.ts'
import { heading, median, row, rowOf } from './report.ts'

const rounds = Number(process.argv[2] ?? 15)
const roundMilliseconds = 120
const [first, last] = [2026, 2040]

const ofYear = (at: number): number => first + (at % 12)

const grant = (i: number): Grant => ({
  ...{ id: `G${i}`, kind: 'iso', on: `202${i}-03-01`, shares: 60_000, strike: 1 + i, fmvAtGrant: 1 },
  ...{ expires: `203${i}-02-28`, vesting: null, earlyExercise: false, acceleration: null, employmentEnds: null },
  ...{ employmentEndsBy: 'leaving', exercisableUntil: null, tenPercentOwner: false },
})

const lot = (i: number): Lot => ({
  ...{ id: `L${i}`, grant: `G${i % 3}`, exercised: `202${2 + (i % 4)}-0${1 + (i % 9)}-11`, shares: 900 + 10 * i },
  ...{ fmvAtExercise: 12 + i, strike: null, vestedOn: null, election83b: false, nsoShares: 0 },
  ...{ section16bUntil: null, qsbs: false },
})

/** Ten exercises and twenty sales, one of each lot or of what is made, over the first twelve years. */
const action = (i: number): Action =>
  i % 3 === 0 && i < 30
    ? {
        ...{ kind: 'exercise', on: `${2026 + (i % 4)}-02-1${i % 9}`, grant: `G${i % 3}`, shares: 400 + i, how: 'hold' },
        ...{ as: `E${i}`, election83b: false, section16bUntil: null, qsbs: false, price: null, fees: 0 },
        ...{ payWith: null, inW2: true, reported: 'basis' },
      }
    : {
        ...{ kind: 'sell', on: `${ofYear(i)}-08-1${i % 9}`, lot: `L${i % 20}`, shares: 200 + i, price: null, fees: 0 },
        ...{ relatedBuyer: false, inW2: true, reported: 'basis' },
      }

const income = (year: number): Income => ({
  ...{ year, wages: 260_000 + 8_000 * (year - first), interest: 2_000, ordinaryDividends: 5_000 },
  ...{ qualifiedDividends: 4_000, shortTermGain: 0, longTermGain: 3_000, collectiblesGain: 0, unrecaptured1250Gain: 0 },
  ...{ otherIncome: 0, otherAmtAdjustment: 0, otherAmtExclusion: 0, deductionChoice: 'lowestTax', withheld: 50_000 },
  form6251: Object.fromEntries(statedForm6251Lines.map((line) => [line, 0])) as Income['form6251'],
  itemized: {
    ...{ stateAndLocalTaxes: 18_000, realEstateTaxes: 9_000, mortgageInterest: 16_000, charityCash: 4_000 },
    ...{ charityOrdinary: 0, charityStock: 0, charityPrivate: 0, charityPrivateStock: 0 },
  },
  credits: { childTaxCredit: 2_200, foreignTaxCredit: 100, amtForeignTaxCredit: null, other: 0 },
  ...{ stateWithheld: {}, estimatedPaid: [] },
})

const household: Case = {
  household: {
    statuses: [{ from: first, status: 'mfj' }],
    people: [
      { born: '1985-05-05', blind: false },
      { born: '1986-06-06', blind: false },
    ],
    ...{ dependents: 1, residence: [{ from: '2020-01-01', state: 'TX' }], cash: 400_000, netWorth: null },
  },
  incomes: Array.from({ length: last - first + 1 }, (_, i) => income(first + i)),
  company: {
    ...{ name: 'Co', listed: true, splits: [] },
    prices: Array.from({ length: 20 }, (_, i) => ({ on: `${2022 + i}-01-02`, fmv: 18 + 3 * i })),
  },
  grants: Array.from({ length: 3 }, (_, i) => grant(i)),
  lots: Array.from({ length: 20 }, (_, i) => lot(i)),
  plan: Array.from({ length: 30 }, (_, i) => action(i)),
  carryforwards: {
    ...{ minimumTaxCredit: 60_000, vehicleCreditUnallowed: 0, capitalLoss: { short: 0, long: 0 } },
    ...{ amtCapitalLoss: { short: 0, long: 30_000 }, charity: [] },
  },
  ...{ history: [], assumed: [] },
  assumptions: { indexing: 0.025, discountRate: 0.05, wageGrowth: 0.03, horizon: last, readings: {} },
}

/** The median over the rounds of the milliseconds of one call. */
function time(call: (i: number) => void): number {
  let calls = 0
  return median(
    Array.from({ length: rounds }, () => {
      const begun = performance.now()
      const before = calls
      while (performance.now() - begun < roundMilliseconds) call(calls++)
      return (performance.now() - begun) / (calls - before)
    }),
  )
}

const quick = lean(household, last)
const sum = (amounts: Float64Array): number => amounts.reduce((all, amount) => all + amount, 0)
let found = 0

/** Sets another count for one entry of the plan and figures what that touches. */
const evaluate = (entry: (i: number) => number) => (i: number) => {
  quick.setShares(entry(i), 200 + (i % 50))
  found += sum(quick.figure().totalTax)
}

/** The timeline gives the same totals. */
function compare(): void {
  const years = yearsTo(household, last)
  quick.figure()
  for (const [i, year] of years.entries())
    if (quick.totals.totalTax[i] !== year.return.form1040.line24) throw new Error(`another total tax in ${year.year}`)
}

const entryIn = (year: number): number => household.plan.findIndex((each) => each.on.startsWith(String(year)))

compare()
console.log(`isoline years of one household, Node ${process.versions.node}, one thread`)
console.log(`${last - first + 1} years, ${household.lots.length} lots, ${household.plan.length} entries of a plan\n`)
heading(`median of ${rounds} rounds, milliseconds`)
const kept = time(() => {
  found += yearsTo(household, last).at(-1)?.return.form1040.line24 ?? 0
})
row(rowOf('every form of every year kept', kept, 'at most', 1, 'ms'))
const whole = time(evaluate(() => entryIn(first)))
row(rowOf('lean, another count in the first year', whole, 'at most', 0.05, 'ms'))
const random = time(evaluate((i) => (i * 7) % household.plan.length))
row(rowOf('lean, another count anywhere', random, 'at most', 0.05, 'ms'))
row({ name: 'lean, another count in the eighth year', measured: time(evaluate(() => entryIn(first + 7))), unit: 'ms' })
row({ name: 'every form kept, for one lean evaluation', measured: kept / whole, unit: 'times' })
console.log(`\n(sum of everything figured: ${found.toExponential(6)})`)
