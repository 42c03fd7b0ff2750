import type { Authority, Figure } from '../law.ts'
import type { Schedule, StateBook, StateTable, Steps } from './state.ts'

/**
 * California. Revenue and Taxation Code (R&TC) §§17041–17077; AMT §§17062, 17062.1; credit §17063. It follows the Internal
 * Revenue Code of 1 January 2015, from 2025 that of 1 January 2025 (§17024.5), its AMT that of 2015 throughout (§17062.1).
 */
const byPrices = { by: 'prices', to: 1, round: 'nearest' } as const
const indexed = { unit: 'dollars', indexing: byPrices } as const

const names = {
  figures: {
    standardDeduction: { means: 'California standard deduction', ...indexed },
    personalCredits: { means: 'personal exemption credits on a return', unit: 'count' },
    exemptionCredit: { means: 'exemption credit: personal, 65 or older, blind, each', ...indexed },
    dependentCredit: { means: 'exemption credit for each dependent', ...indexed },
    highIncomeStart: {
      means: 'federal adjusted gross income above which exemption credits and itemized deductions are cut',
      ...indexed,
    },
    creditCut: { means: 'cut of each exemption credit at every step', unit: 'dollars' },
    creditCutStep: { means: 'step of income that cuts exemption credits once, a part of a step too', unit: 'dollars' },
    itemizedCutRate: { means: 'part of the income above the start that cuts itemized deductions', unit: 'rate' },
    itemizedCutMost: { means: 'part of itemized deductions that can be cut', unit: 'rate' },
    healthTaxStart: { means: 'taxable income above which Behavioral Health Services Tax is due', unit: 'dollars' },
    healthTaxRate: { means: 'rate of the Behavioral Health Services Tax', unit: 'rate' },
    taxTableCeiling: {
      means:
        'taxable income up to which the tax table replaces the schedule: 0 for exact, 100,000 on a return as filed',
      unit: 'dollars',
    },
    capitalLossLimit: { means: 'capital loss allowed against other income', unit: 'dollars' },
    amtExemption: { means: 'California AMT exemption', ...indexed },
    amtPhaseoutStart: { means: 'AMT income above which the exemption is cut', ...indexed },
    amtPhaseoutRate: { means: 'cut of the exemption', unit: 'rate' },
    amtIncreaseRate: {
      means: 'increase of AMT income above the end of the exemption, filing separately',
      unit: 'rate',
    },
    amtRate: { means: 'rate of the California AMT', unit: 'rate' },
    amtNegativeIncome: { means: 'whether AMT income starts from taxable income below zero', unit: 'switch' },
    creditMadeNegative: { means: 'whether a year may make less than no minimum tax credit', unit: 'switch' },
    charityCashRate: { means: 'limit on cash gifts to public charities', unit: 'rate' },
    charityFiftyRate: { means: 'limit on gifts to public charities other than cash', unit: 'rate' },
    charityThirtyRate: { means: 'limit on gifts to other charities', unit: 'rate' },
    charityStockRate: { means: 'limit on appreciated stock given to public charities', unit: 'rate' },
    charityTwentyRate: { means: 'limit on appreciated stock given to other charities', unit: 'rate' },
    charityCashSetAsideRate: { means: 'cash gifts that take no room from other charities', unit: 'rate' },
    charityFloorRate: { means: 'part of income that gifts must exceed: none in California', unit: 'rate' },
  },
  schedules: {
    rates: { means: 'California income tax', indexing: { to: 1, round: 'nearest' } },
  },
} as const

type Names = typeof names
type Name = keyof Names['figures']
type Indexed = { [Each in Name]: Names['figures'][Each] extends { indexing: object } ? Each : never }[Name]

/** Amounts by status; a surviving spouse has those of a joint return. */
interface Statuses {
  readonly single: number
  readonly mfj: number
  readonly mfs: number
  readonly hoh: number
}
const byStatus = ({ mfj, ...others }: Statuses) => ({ ...others, mfj, qss: mfj })
const booklet = 'FTB Form 540 and its instructions, as the public model PolicyEngine-us holds them'

const fixed = {
  personalCredits: {
    ...{ cite: 'R&TC §17054(a)', source: 'Form 540 line 7' },
    ...byStatus({ single: 1, mfj: 2, mfs: 1, hoh: 1 }),
  },
  creditCut: { cite: 'R&TC §17054.1(a)', source: 'Form 540, AGI Limitation Worksheet', all: 6 },
  creditCutStep: {
    ...{ cite: 'R&TC §17054.1(a)', source: 'Form 540, AGI Limitation Worksheet' },
    ...byStatus({ single: 2_500, mfj: 2_500, mfs: 1_250, hoh: 2_500 }),
  },
  itemizedCutRate: { cite: 'R&TC §17077(a)', source: 'Schedule CA (540) instructions', all: 600 },
  itemizedCutMost: { cite: 'R&TC §17077(a); IRC §68(a)(2)', source: 'Schedule CA (540) instructions', all: 8_000 },
  healthTaxStart: { cite: 'R&TC §17043(a)', source: 'Form 540 line 62', all: 1_000_000 },
  healthTaxRate: { cite: 'R&TC §17043(a)', source: 'Form 540 line 62', all: 100 },
  taxTableCeiling: { cite: 'R&TC §17048', source: 'Form 540 line 31; not reached when figured exactly', all: 0 },
  capitalLossLimit: {
    ...{ cite: 'R&TC §18151; IRC §1211(b)', source: 'Schedule D (540) line 9' },
    ...byStatus({ single: 3_000, mfj: 3_000, mfs: 1_500, hoh: 3_000 }),
  },
  amtPhaseoutRate: {
    ...{ cite: 'R&TC §§17062, 17062.1; IRC §55(d)(3) of 2015', source: 'Schedule P (540) line 22', all: 2_500 },
  },
  amtIncreaseRate: {
    ...{ cite: 'R&TC §§17062, 17062.1; IRC §55(d)(3) of 2015', source: 'Schedule P (540) line 21' },
    ...byStatus({ single: 0, mfj: 0, mfs: 2_500, hoh: 0 }),
  },
  amtRate: { cite: 'R&TC §17062(a)(1)', source: 'Schedule P (540) line 24', all: 700 },
  amtNegativeIncome: {
    ...{ cite: 'R&TC §17062; IRC §55(b)(2)', source: 'Schedule P (540) line 15', all: 0, other: 1 },
    ...{ status: 'unconfirmed', note: 'line 15 takes Form 540 line 19, which is never below zero' },
  },
  creditMadeNegative: {
    ...{ cite: 'R&TC §17063; IRC §53(b)', source: 'FTB 3510', all: 0, other: 1 },
    ...{ status: 'unconfirmed', note: 'the federal form lets such a year eat into the credit carried' },
  },
  charityFiftyRate: { cite: 'R&TC §17201; IRC §170(b)(1)(A)', source: 'Internal Revenue Code', all: 5_000 },
  charityThirtyRate: { cite: 'R&TC §17201; IRC §170(b)(1)(B)', source: 'Internal Revenue Code', all: 3_000 },
  charityStockRate: { cite: 'R&TC §17201; IRC §170(b)(1)(C)', source: 'Internal Revenue Code', all: 3_000 },
  charityTwentyRate: { cite: 'R&TC §17201; IRC §170(b)(1)(D)', source: 'Internal Revenue Code', all: 2_000 },
  charityCashSetAsideRate: { cite: 'R&TC §§17024.5, 17201', source: 'no such rule in the Code followed', all: 0 },
  charityFloorRate: { cite: 'R&TC §§17024.5, 17201', source: 'no such rule in the Code followed', all: 0 },
} as const satisfies { readonly [Each in Name]?: Figure }

const rates = [100, 200, 400, 600, 800, 930, 1_030, 1_130, 1_230] as const
/** Where each rate after the first begins. */
type Starts = readonly [number, number, number, number, number, number, number, number]

const steps = (starts: Starts): Steps => rates.map((rate, i) => [i === 0 ? 0 : (starts[i - 1] as number), rate])

/** Joint returns pay twice the tax on half the income, R&TC §17045: their brackets are twice as wide. */
function schedule(authority: Authority, single: Starts, head: Starts): Schedule {
  const joint = steps(single).map(([over, rate]) => [2 * over, rate] as const)
  return { ...authority, single: steps(single), mfs: steps(single), mfj: joint, qss: joint, hoh: steps(head) }
}

interface Amounts {
  readonly standardDeduction: number
  readonly exemptionCredit: number
  readonly dependentCredit: number
  readonly highIncomeStart: Statuses
  readonly amtExemption: Statuses
  readonly amtPhaseoutStart: Statuses
}

/** The figures that move from year to year; a standard deduction is twice as large for all who are not single or separate. */
function moving(of: Omit<Authority, 'cite'>, amounts: Amounts) {
  const { standardDeduction: single, exemptionCredit, dependentCredit } = amounts
  return {
    standardDeduction: {
      ...{ ...of, cite: 'R&TC §17073.5' },
      ...byStatus({ single, mfj: 2 * single, mfs: single, hoh: 2 * single }),
    },
    exemptionCredit: { ...of, cite: 'R&TC §17054(a), (b), (c), (i)', all: exemptionCredit },
    dependentCredit: { ...of, cite: 'R&TC §17054(d), (i)', all: dependentCredit },
    highIncomeStart: { ...of, cite: 'R&TC §§17054.1, 17077', ...byStatus(amounts.highIncomeStart) },
    amtExemption: { ...of, cite: 'R&TC §17062(b)(5), (7)', ...byStatus(amounts.amtExemption) },
    amtPhaseoutStart: { ...of, cite: 'R&TC §17062(b)(6), (7)', ...byStatus(amounts.amtPhaseoutStart) },
  } satisfies { readonly [Each in Indexed]: Figure }
}

const cash = (source: string, all: number): Figure => ({ cite: 'R&TC §§17024.5, 17201; IRC §170(b)(1)', source, all })

const open = [
  'AMT income starts from taxable income that is not below zero (Schedule P (540) line 15); whether it may be negative is unconfirmed.',
  'a year whose AMT is less than that on its exclusion items makes no minimum tax credit and takes none away (FTB 3510); the second is unconfirmed.',
  'shares exercised before moving to California have their stepped-up AMT basis here too, as if always a resident; this is unconfirmed.',
]

const of2024 = { source: `${booklet} (2024)` }
const year2024: StateTable<Names> = {
  ...{ year: 2024, status: 'published', open },
  figures: {
    ...fixed,
    ...moving(of2024, {
      ...{ standardDeduction: 5_540, exemptionCredit: 149, dependentCredit: 461 },
      highIncomeStart: { single: 244_857, mfj: 489_719, mfs: 244_857, hoh: 367_291 },
      amtExemption: { single: 90_048, mfj: 120_065, mfs: 60_029, hoh: 90_048 },
      amtPhaseoutStart: { single: 337_678, mfj: 450_238, mfs: 225_115, hoh: 337_678 },
    }),
    charityCashRate: cash('Internal Revenue Code of 1 January 2015', 5_000),
  },
  schedules: {
    rates: schedule(
      { cite: 'R&TC §17041', source: `${of2024.source} and tenforty` },
      [10_756, 25_499, 40_245, 55_866, 70_606, 360_659, 432_787, 721_314],
      [21_527, 51_000, 65_744, 81_364, 96_107, 490_493, 588_593, 980_987],
    ),
  },
}

const of2025 = { source: `${booklet} (2025)` }
const year2025: StateTable<Names> = {
  ...{ year: 2025, status: 'published', open },
  figures: {
    ...fixed,
    ...moving(of2025, {
      ...{ standardDeduction: 5_706, exemptionCredit: 153, dependentCredit: 475 },
      highIncomeStart: { single: 252_203, mfj: 504_411, mfs: 252_203, hoh: 378_310 },
      amtExemption: { single: 92_749, mfj: 123_667, mfs: 61_830, hoh: 92_749 },
      amtPhaseoutStart: { single: 347_808, mfj: 463_745, mfs: 231_868, hoh: 347_808 },
    }),
    charityCashRate: cash('Internal Revenue Code of 1 January 2025', 6_000),
  },
  schedules: {
    rates: schedule(
      { cite: 'R&TC §17041', source: `${of2025.source} and tenforty` },
      [11_079, 26_264, 41_452, 57_542, 72_724, 371_479, 445_771, 742_953],
      [22_173, 52_530, 67_716, 83_805, 98_990, 505_208, 606_251, 1_010_417],
    ),
  },
}

/** The 2025 amounts moved by its own factor once more, R&TC §17041(h): the growth of the California price index to June 2026 is not known. */
const of2026 = { source: 'projected from 2025 at 3.0 %', status: 'projected' } as const
const year2026: StateTable<Names> = {
  ...{ year: 2026, status: 'projected' },
  open: [
    'the Franchise Tax Board has not published the amounts of 2026; they are projected from 2025 at 3.0 %. For estimated tax the official basis is the amounts of 2025 (2026 Form 540-ES).',
    'cash gifts to public charities are limited to 50 % of income, because the Code followed ends the limit of 60 % with 2025; this is unconfirmed.',
    ...open,
  ],
  figures: {
    ...fixed,
    ...moving(of2026, {
      ...{ standardDeduction: 5_877, exemptionCredit: 158, dependentCredit: 489 },
      highIncomeStart: { single: 259_769, mfj: 519_543, mfs: 259_769, hoh: 389_659 },
      amtExemption: { single: 95_531, mfj: 127_377, mfs: 63_685, hoh: 95_531 },
      amtPhaseoutStart: { single: 358_242, mfj: 477_657, mfs: 238_824, hoh: 358_242 },
    }),
    charityCashRate: {
      ...cash('Internal Revenue Code of 1 January 2025', 5_000),
      ...{ status: 'unconfirmed', note: 'the Code of 1 January 2025 ends the 60 % limit after 2025', other: 6_000 },
    },
  },
  schedules: {
    rates: schedule(
      { cite: 'R&TC §17041', ...of2026 },
      [11_411, 27_052, 42_696, 59_268, 74_906, 382_623, 459_144, 765_242],
      [22_838, 54_106, 69_747, 86_319, 101_960, 520_364, 624_439, 1_040_730],
    ),
  },
}

export const california: StateBook<Names> = {
  ...{ state: 'CA', name: 'California', names, tables: [year2024, year2025, year2026] },
}
