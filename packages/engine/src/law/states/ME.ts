import type { Schedule, StateBook, Steps } from './state.ts'

const deductionPhaseOut = { cite: '36 M.R.S. §5124-C(2)', source: 'Form 1040ME, worksheet for line 17' } as const
const byPrices = { by: 'prices', to: 50, round: 'down' } as const

/** Maine. 36 M.R.S. §5111, §5124-C, §5126-A, §5219-SS. */
const names = {
  figures: {
    standardDeduction: { means: 'standard deduction', unit: 'dollars', indexing: byPrices },
    agedOrBlindDeduction: {
      means: 'addition to it for each filer 65 or older, and for each blind',
      unit: 'dollars',
      indexing: byPrices,
    },
    deductionPhaseOutStart: {
      means: 'income above which the standard deduction falls',
      unit: 'dollars',
      indexing: byPrices,
    },
    deductionPhaseOutWidth: { means: 'excess income at which nothing of it is left', unit: 'dollars' },
    exemption: { means: 'exemption for each filer', unit: 'dollars', indexing: byPrices },
    exemptionPhaseOutStart: {
      means: 'income above which the exemptions fall',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down', steps: { mfs: 25 } },
    },
    exemptionPhaseOutWidth: { means: 'excess income at which nothing of them is left', unit: 'dollars' },
    dependentCredit: {
      means: 'credit for each dependent of 6 or older',
      unit: 'dollars',
      indexing: { by: 'prices', to: 5, round: 'down' },
    },
    dependentCreditStart: { means: 'income above which the credit for dependents falls', unit: 'dollars' },
    dependentCreditStep: { means: 'excess income, or part of it, for which that credit falls once', unit: 'dollars' },
    dependentCreditCut: { means: 'what the credit for dependents loses each time', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates, surcharge included', indexing: { to: 50, round: 'down' } } },
} as const

const byStatus = (one: number, couple: number, head: number, separate = one) => ({
  ...{ single: one, mfj: couple, mfs: separate, hoh: head, qss: couple },
})

const standardDeduction = (source: string, one: number) => ({
  ...{ cite: '36 M.R.S. §5124-C', source, ...byStatus(one, 2 * one, 1.5 * one) },
})
const agedOrBlindDeduction = (source: string, unmarried: number, married: number) => ({
  ...{ cite: '36 M.R.S. §5124-C', source, ...byStatus(unmarried, married, unmarried, married) },
})
const deductionPhaseOutStart = (source: string, one: number, couple: number, head: number) => ({
  ...{ cite: '36 M.R.S. §5124-C(2), §5403(4)', source, ...byStatus(one, couple, head) },
})
const exemption = (source: string, all: number) => ({ cite: '36 M.R.S. §5126-A(1)', source, all })
const exemptionPhaseOutStart = (source: string, one: number, couple: number, head: number) => ({
  ...{ cite: '36 M.R.S. §5126-A(2), §5403(8)', source, ...byStatus(one, couple, head, couple / 2) },
})

const fixed = {
  deductionPhaseOutWidth: { ...deductionPhaseOut, ...byStatus(75_000, 150_000, 112_500) },
  exemptionPhaseOutWidth: {
    ...{ cite: '36 M.R.S. §5126-A(2)', source: 'Form 1040ME, worksheet for line 18' },
    ...byStatus(125_000, 125_000, 125_000, 62_500),
  },
} as const

const dependents = {
  cite: '36 M.R.S. §5219-SS(4), (5)',
  source: 'dependent exemption tax credit worksheet (2025)',
} as const
const creditsOf2024 = {
  dependentCredit: { cite: '36 M.R.S. §5219-SS(1)', source: 'Form 1040ME Schedule A (2024)', all: 300 },
  dependentCreditStart: {
    ...{ cite: '36 M.R.S. §5219-SS(4)', source: 'Form 1040ME Schedule A (2024)' },
    ...{ single: 200_000, mfj: 400_000, mfs: 200_000, hoh: 200_000, qss: 200_000 },
  },
  dependentCreditStep: { cite: '36 M.R.S. §5219-SS(4)', source: 'Form 1040ME Schedule A (2024)', all: 1_000 },
  dependentCreditCut: { cite: '36 M.R.S. §5219-SS(4)', source: 'Form 1040ME Schedule A (2024)', all: 7.5 },
} as const
const creditsOf2025 = {
  dependentCredit: { ...dependents, all: 305 },
  dependentCreditStart: { ...dependents, ...byStatus(100_000, 150_000, 125_000, 75_000) },
  dependentCreditStep: { ...dependents, all: 500 },
  dependentCreditCut: { ...dependents, all: 20 },
} as const

type Edges = readonly [second: number, third: number, surcharge?: number]
interface Brackets {
  readonly single: Edges
  readonly couple: Edges
  readonly separate: Edges
  readonly head: Edges
}

function rates(source: string, { single, couple, separate, head }: Brackets): { readonly rates: Schedule } {
  const steps = ([a, b, c]: Edges): Steps => [
    ...([
      [0, 580],
      [a, 675],
      [b, 715],
    ] as const),
    ...(c === undefined ? [] : [[c, 915] as const]),
  ]
  return {
    rates: {
      ...{ cite: '36 M.R.S. §5111', source },
      ...{ single: steps(single), mfj: steps(couple), mfs: steps(separate), hoh: steps(head), qss: steps(couple) },
    },
  }
}

const left = [
  'The standard deduction is taken, also where the federal return itemizes and Maine asks for its own itemized deductions: the tax of an itemizer may be lower.',
  'Tax is figured by the rates, not by the steps of the tax table; subtractions of income (pensions among them) and credits other than for dependents are not figured.',
  'The credit for dependents lowers tax to zero at most, although the state would pay out the rest.',
]
const young = 'Dependents are taken to be 6 or older; the credit of a younger one is twice as high.'
const rateSheet = (year: string) => `Maine individual income tax rates (${year})`

export const maine: StateBook<typeof names> = {
  ...{ state: 'ME', name: 'Maine', names },
  tables: [
    {
      ...{
        year: 2024,
        status: 'published',
        open: ['The incomes above which the exemption of 2024 falls have one source and are not confirmed.'],
        leftOut: left,
      },
      figures: {
        ...{ ...fixed, ...creditsOf2024 },
        standardDeduction: standardDeduction(rateSheet('2024'), 14_600),
        agedOrBlindDeduction: agedOrBlindDeduction(rateSheet('2024'), 1_950, 1_550),
        deductionPhaseOutStart: deductionPhaseOutStart('Form 1040ME (2024), line 17', 97_150, 194_300, 145_750),
        exemption: exemption(rateSheet('2024'), 5_000),
        exemptionPhaseOutStart: exemptionPhaseOutStart('Form 1040ME (2024), line 18', 323_900, 388_650, 356_300),
      },
      schedules: rates(rateSheet('2024'), {
        single: [26_050, 61_600],
        couple: [52_100, 123_250],
        separate: [26_050, 61_600],
        head: [39_050, 92_450],
      }),
    },
    {
      ...{ year: 2025, status: 'published', open: [young], leftOut: left },
      figures: {
        ...{ ...fixed, ...creditsOf2025 },
        standardDeduction: standardDeduction('Form 1040ME (2025), chart for line 17', 15_000),
        agedOrBlindDeduction: agedOrBlindDeduction('Form 1040ME (2025), chart for line 17', 2_000, 1_600),
        deductionPhaseOutStart: deductionPhaseOutStart('Form 1040ME (2025), line 17', 100_000, 200_050, 150_000),
        exemption: exemption('Form 1040ME (2025), line 18', 5_150),
        exemptionPhaseOutStart: exemptionPhaseOutStart('Form 1040ME (2025), line 18', 333_450, 400_100, 366_750),
      },
      schedules: rates(rateSheet('2025'), {
        single: [26_800, 63_450],
        couple: [53_600, 126_900],
        separate: [26_800, 63_450],
        head: [40_200, 95_150],
      }),
    },
    {
      ...{ year: 2026, status: 'published' },
      open: [
        young,
        'The credit for a dependent of 2026, $305, and the incomes above which it falls are those of 2025; the amounts that prices move were not seen published.',
        'A surviving spouse has one exemption by the statute, which is taken, but two by the worksheet for estimated tax of 2026.',
      ],
      leftOut: [
        ...left,
        'Later years move the standard deduction of 2026 with prices, although the statute makes it the federal one from 2027.',
      ],
      figures: {
        ...{ ...fixed, ...creditsOf2025 },
        standardDeduction: standardDeduction(`${rateSheet('2026')}, revised in May 2026`, 15_700),
        agedOrBlindDeduction: agedOrBlindDeduction(`${rateSheet('2026')}, revised in May 2026`, 2_050, 1_650),
        deductionPhaseOutStart: deductionPhaseOutStart('Form 1040ES-ME (2026)', 102_250, 204_550, 153_400),
        exemption: exemption(`${rateSheet('2026')}, revised in May 2026`, 5_300),
        exemptionPhaseOutStart: exemptionPhaseOutStart('Form 1040ES-ME (2026)', 341_000, 409_150, 375_050),
        dependentCredit: {
          ...creditsOf2025.dependentCredit,
          ...{ status: 'unconfirmed', note: 'the amount of 2025; that of 2026 was not seen published' },
        },
        dependentCreditStart: {
          ...creditsOf2025.dependentCreditStart,
          ...{ status: 'unconfirmed', note: 'the amounts of 2025; those of 2026 were not seen published' },
        },
      },
      schedules: rates(`${rateSheet('2026')}, revised in May 2026; P.L. 2025, c. 650`, {
        single: [27_400, 64_850, 1_000_000],
        couple: [54_850, 129_750, 1_500_000],
        separate: [27_400, 64_850, 750_000],
        head: [41_100, 97_300, 1_500_000],
      }),
    },
  ],
}
