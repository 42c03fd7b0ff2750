/** Connecticut income tax and AMT of a full-year resident, worked from the statute on the amounts of a federal return. */
import type { Status } from '../figures.ts'

/** One column of the statute's tables; those of single persons and of married persons filing separately differ little. */
interface Column {
  /** 12-702: exemption, and the income from which it shrinks */
  exemption: readonly [most: number, start: number]
  /** 12-700(a): where 4.5, 5.5, 6, 6.5, 6.9 and 6.99 percent begin */
  brackets: readonly [number, number, number, number, number, number]
  /** 12-700(b): start, width and amount of a step, most */
  lowestRate: Step
  recapture: readonly [Step, Step, Step]
  /** 12-703: income over which .75, .70, .30, .14 and .09 begin; in between the decimal falls at every 500 */
  credit: readonly [number, number, number, number, number]
}

type Step = readonly [start: number, width: number, each: number, most: number]

const unmarried: Column = {
  ...{ exemption: [15_000, 30_000], brackets: [10_000, 50_000, 100_000, 200_000, 250_000, 500_000] },
  lowestRate: [56_500, 5_000, 25, 250],
  recapture: [
    [105_000, 5_000, 25, 250],
    [200_000, 5_000, 90, 2_700],
    [500_000, 5_000, 50, 450],
  ],
  credit: [15_000, 18_800, 25_000, 31_300, 60_000],
}

const joint: Column = {
  ...{ exemption: [24_000, 48_000], brackets: [20_000, 100_000, 200_000, 400_000, 500_000, 1_000_000] },
  lowestRate: [100_500, 5_000, 50, 500],
  recapture: [
    [210_000, 10_000, 50, 500],
    [400_000, 10_000, 180, 5_400],
    [1_000_000, 10_000, 100, 900],
  ],
  credit: [24_000, 30_000, 40_000, 50_000, 96_000],
}

const columns: { readonly [S in Status]: Column } = {
  single: unmarried,
  mfj: joint,
  qss: joint,
  mfs: {
    ...unmarried,
    ...{ exemption: [12_000, 24_000], lowestRate: [50_250, 2_500, 25, 250] },
    credit: [12_000, 15_000, 20_000, 25_000, 48_000],
  },
  hoh: {
    ...{ exemption: [19_000, 38_000], brackets: [16_000, 80_000, 160_000, 320_000, 400_000, 800_000] },
    lowestRate: [78_500, 4_000, 40, 400],
    recapture: [
      [168_000, 8_000, 40, 400],
      [320_000, 8_000, 140, 4_200],
      [800_000, 8_000, 80, 720],
    ],
    credit: [19_000, 24_000, 34_000, 44_000, 74_000],
  },
}

/** Every income at which one of the tables changes. */
export function edges(status: Status): { readonly taxable: readonly number[]; readonly income: readonly number[] } {
  const { exemption, brackets, lowestRate, recapture, credit } = columns[status]
  const steps = [lowestRate, ...recapture].flatMap(([start, width, each, most]) =>
    Array.from({ length: most / each + 1 }, (_, i) => start + i * width),
  )
  const exemptions = Array.from({ length: exemption[0] / 1_000 + 1 }, (_, i) => exemption[1] + 1_000 * i)
  const credits = credit.flatMap((start) => Array.from({ length: 11 }, (_, i) => start + 500 * i))
  return { taxable: brackets, income: [...steps, ...exemptions, ...credits] }
}

/** "For each so many dollars, or fraction thereof", by which income is over the start. */
const begun = (income: number, start: number, width: number): number =>
  income > start ? Math.ceil((income - start) / width) : 0

const step = (income: number, [start, width, each, most]: Step): number =>
  Math.min(most, each * begun(income, start, width))

function bracketTax(taxable: number, brackets: Column['brackets']): number {
  const rates = [0.02, 0.045, 0.055, 0.06, 0.065, 0.069, 0.0699]
  const ends = [...brackets, Number.POSITIVE_INFINITY]
  return rates.reduce((tax, rate, i) => {
    const start = i === 0 ? 0 : (ends[i - 1] as number)
    return tax + rate * Math.max(0, Math.min(taxable, ends[i] as number) - start)
  }, 0)
}

/** 12-703. The decimal in hundredths: .70 falls by .05 to .35, .30 to .15, .14 by .01 to .10, .09 to nothing. */
function creditDecimal(income: number, [a, b, c, d, e]: Column['credit']): number {
  const fallen = (start: number) => begun(income, start, 500) - 1
  if (income <= a) return 0
  if (income <= b) return 0.75
  if (income <= c) return Math.max(35, 70 - 5 * fallen(b)) / 100
  if (income <= d) return Math.max(15, 30 - 5 * fallen(c)) / 100
  if (income <= e) return Math.max(10, 14 - fallen(d)) / 100
  return Math.max(0, 9 - fallen(e)) / 100
}

/** 12-700 to 12-703, on Connecticut adjusted gross income. */
export function connecticutIncomeTax(status: Status, income: number) {
  const { exemption, brackets, lowestRate, recapture, credit } = columns[status]
  const personalExemption = Math.max(0, exemption[0] - 1_000 * begun(income, exemption[1], 1_000))
  const taxableIncome = Math.max(0, income - personalExemption)
  const tableB = bracketTax(taxableIncome, brackets)
  const addBack = step(income, lowestRate)
  const recaptured = recapture.reduce((sum, layer) => sum + step(income, layer), 0)
  const personalCreditDecimal = creditDecimal(income, credit)
  const taxBeforeCredits = tableB + addBack + recaptured
  return {
    ...{ personalExemption, taxableIncome, tableB, addBack, recapture: recaptured, personalCreditDecimal },
    ...{ taxBeforeCredits, regularTax: taxBeforeCredits * (1 - personalCreditDecimal) },
  }
}

export interface FederalMinimumTax {
  amti: number
  tentativeMinimumTax: number
  /** The AMT of section 55(a) */
  amt: number
  /** Of the year with exclusion items alone, section 53(d)(1)(B) */
  exclusionAmti: number
  exclusionTentative: number
}

/** 12-701(a)(26): the lesser of 19 percent of the federal tentative minimum tax and 5.5 percent of its income. */
const minimumTax = (tentative: number, amti: number): number => Math.max(0, Math.min(0.19 * tentative, 0.055 * amti))

/** 12-700a: the AMT of a year, the credit it leaves, and the credit used of what is carried in. */
export function connecticutMinimumTax(incomeTax: number, x: FederalMinimumTax, carriedIn: number) {
  const connecticut = minimumTax(x.tentativeMinimumTax, x.amti)
  const amt = x.amt > 0 ? Math.max(0, connecticut - incomeTax) : 0
  const onExclusions = Math.max(0, minimumTax(x.exclusionTentative, x.exclusionAmti) - incomeTax)
  const used = amt > 0 ? 0 : Math.min(carriedIn, Math.max(0, incomeTax - connecticut))
  return {
    ...{ tentativeMinimumTax: x.amt > 0 ? connecticut : 0, amt, tax: incomeTax + amt - used },
    ...{ used, carriedOut: carriedIn - used, made: Math.max(0, amt - onExclusions) },
  }
}
