import { federal2024 } from '../federal/2024.ts'
import { federal2025 } from '../federal/2025.ts'
import { federal2026 } from '../federal/2026.ts'
import { type FederalTable, federalFigures } from '../federal/figures.ts'
import type { Authority, Figure } from '../law.ts'
import type { Schedule, StateBook, Steps } from './state.ts'

/**
 * Connecticut. Connecticut General Statutes (C.G.S.) §§12-700, 12-702, 12-703; AMT §12-700a and §12-701(a)(24)–(26). Its
 * amounts are fixed; what the AMT takes over from the federal one moves with that.
 */
const names = {
  figures: {
    minimumTaxRate: { means: 'part of the federal tentative minimum tax that the Connecticut AMT asks', unit: 'rate' },
    minimumTaxIncomeRate: { means: 'most that the Connecticut AMT asks of AMT income', unit: 'rate' },
    amtExemption: federalFigures.amtExemption,
    amtPhaseoutStart: federalFigures.amtPhaseoutStart,
    amtPhaseoutRate: federalFigures.amtPhaseoutRate,
    amtiIncreaseRate: federalFigures.amtiIncreaseRate,
    amtBreakpoint: federalFigures.amtBreakpoint,
    amtLowRate: federalFigures.amtLowRate,
    amtHighRate: federalFigures.amtHighRate,
    gains15Rate: federalFigures.gains15Rate,
    gains20Rate: federalFigures.gains20Rate,
    gains25Rate: federalFigures.gains25Rate,
  },
  schedules: {
    tableA: { means: 'personal exemption by Connecticut adjusted gross income' },
    tableB: { means: 'Connecticut income tax before additions' },
    tableC: { means: 'addition that takes the lowest rate back, by Connecticut adjusted gross income' },
    tableD: {
      means: 'addition that recaptures what lower rates have saved, by Connecticut adjusted gross income',
    },
    tableE: { means: 'decimal of the personal tax credit, in basis points, by Connecticut adjusted gross income' },
  },
} as const

type Names = typeof names

/** Table A: `most`, less $1,000 for every $1,000 of income over `start` or part of them. */
const exemption = (most: number, start: number): Steps => [
  [0, most],
  ...Array.from({ length: most / 1_000 }, (_, i) => [start + 1_000 * i, most - 1_000 * (i + 1)] as const),
]

/** Layers of Tables C and D, one above the other: `each` more for every `width` of income over `start` or part of them. */
type Layer = readonly [start: number, width: number, each: number, most: number]

function layers(...all: readonly Layer[]): Steps {
  let reached = 0
  const rises = all.flatMap(([start, width, each, most]) => {
    const below = reached
    reached += most
    return Array.from({ length: most / each }, (_, i) => [start + width * i, below + each * (i + 1)] as const)
  })
  return [[0, 0], ...rises]
}

/** The decimals of Table E, and after the last threshold none. */
const decimals = [
  ...[7500, 7000, 6500, 6000, 5500, 5000, 4500, 4000, 3500, 3000, 2500, 2000, 1500, 1400, 1300, 1200, 1100, 1000],
  ...[900, 800, 700, 600, 500, 400, 300, 200, 100, 0],
] as const

/**
 * Table E: the income over which each decimal begins. An income up to the first is within the personal exemption, and the
 * table has no row for it.
 */
const credits = (...over: readonly number[]): Steps => [
  [0, 0],
  ...decimals.map((decimal, i) => [over[i] as number, decimal] as const),
]

const rates = (...over: readonly [number, number, number, number, number, number]): Steps => [
  ...([[0, 200] as const, [over[0], 450] as const, [over[1], 550] as const, [over[2], 600] as const] as const),
  ...([[over[3], 650] as const, [over[4], 690] as const, [over[5], 699] as const] as const),
]

const single = {
  tableA: exemption(15_000, 30_000),
  tableB: rates(10_000, 50_000, 100_000, 200_000, 250_000, 500_000),
  tableC: layers([56_500, 5_000, 25, 250]),
  tableD: layers([105_000, 5_000, 25, 250], [200_000, 5_000, 90, 2_700], [500_000, 5_000, 50, 450]),
  tableE: credits(
    ...[15_000, 18_800, 19_300, 19_800, 20_300, 20_800, 21_300, 21_800, 22_300, 25_000, 25_500, 26_000, 26_500],
    ...[31_300, 31_800, 32_300, 32_800, 33_300, 60_000, 60_500, 61_000, 61_500, 62_000, 62_500, 63_000, 63_500],
    ...[64_000, 64_500],
  ),
} as const

const joint = {
  tableA: exemption(24_000, 48_000),
  tableB: rates(20_000, 100_000, 200_000, 400_000, 500_000, 1_000_000),
  tableC: layers([100_500, 5_000, 50, 500]),
  tableD: layers([210_000, 10_000, 50, 500], [400_000, 10_000, 180, 5_400], [1_000_000, 10_000, 100, 900]),
  tableE: credits(
    ...[24_000, 30_000, 30_500, 31_000, 31_500, 32_000, 32_500, 33_000, 33_500, 40_000, 40_500, 41_000, 41_500],
    ...[50_000, 50_500, 51_000, 51_500, 52_000, 96_000, 96_500, 97_000, 97_500, 98_000, 98_500, 99_000, 99_500],
    ...[100_000, 100_500],
  ),
} as const

const separate = {
  tableA: exemption(12_000, 24_000),
  tableB: single.tableB,
  tableC: layers([50_250, 2_500, 25, 250]),
  tableD: single.tableD,
  tableE: credits(
    ...[12_000, 15_000, 15_500, 16_000, 16_500, 17_000, 17_500, 18_000, 18_500, 20_000, 20_500, 21_000, 21_500],
    ...[25_000, 25_500, 26_000, 26_500, 27_000, 48_000, 48_500, 49_000, 49_500, 50_000, 50_500, 51_000, 51_500],
    ...[52_000, 52_500],
  ),
} as const

const head = {
  tableA: exemption(19_000, 38_000),
  tableB: rates(16_000, 80_000, 160_000, 320_000, 400_000, 800_000),
  tableC: layers([78_500, 4_000, 40, 400]),
  tableD: layers([168_000, 8_000, 40, 400], [320_000, 8_000, 140, 4_200], [800_000, 8_000, 80, 720]),
  tableE: credits(
    ...[19_000, 24_000, 24_500, 25_000, 25_500, 26_000, 26_500, 27_000, 27_500, 34_000, 34_500, 35_000, 35_500],
    ...[44_000, 44_500, 45_000, 45_500, 46_000, 74_000, 74_500, 75_000, 75_500, 76_000, 76_500, 77_000, 77_500],
    ...[78_000, 78_500],
  ),
} as const

type Table = keyof Names['schedules']

const schedule = (table: Table, authority: Authority): Schedule => ({
  ...authority,
  ...{ single: single[table], mfj: joint[table], mfs: separate[table], hoh: head[table], qss: joint[table] },
})

/** The tables, from sources that differ by year: `first` for Tables A to C, `last` for D and E. */
const schedules = (first: string, last: string) => ({
  tableA: schedule('tableA', { cite: 'C.G.S. §12-702', source: first }),
  tableB: schedule('tableB', { cite: 'C.G.S. §12-700(a)', source: first }),
  tableC: schedule('tableC', { cite: 'C.G.S. §12-700(b)', source: first }),
  tableD: schedule('tableD', { cite: 'C.G.S. §12-700(b)', source: last }),
  tableE: schedule('tableE', { cite: 'C.G.S. §12-703', source: last }),
})

const stated = 'Form CT-1040 TCS, as stated by PolicyEngine-us'
const form6251 = 'Form CT-6251 (2020), reprinted; of 2022 in two transcriptions'

/** The AMT of a year: two rates of its own, everything else as the federal law has it. */
const minimumTax = ({ figures }: FederalTable) => ({
  minimumTaxRate: { cite: 'C.G.S. §12-701(a)(26)', source: `${form6251}, line 15`, all: 1_900 } as Figure,
  minimumTaxIncomeRate: { cite: 'C.G.S. §12-701(a)(26)', source: `${form6251}, line 16`, all: 550 } as Figure,
  amtExemption: figures.amtExemption,
  amtPhaseoutStart: figures.amtPhaseoutStart,
  amtPhaseoutRate: figures.amtPhaseoutRate,
  amtiIncreaseRate: figures.amtiIncreaseRate,
  amtBreakpoint: figures.amtBreakpoint,
  amtLowRate: figures.amtLowRate,
  amtHighRate: figures.amtHighRate,
  gains15Rate: figures.gains15Rate,
  gains20Rate: figures.gains20Rate,
  gains25Rate: figures.gains25Rate,
})

const formsNotSeen =
  'Forms CT-6251 and CT-8801 of the year were not seen: the AMT follows the forms of 2020 and 2022, its credit those of 2012 to 2015.'

export const connecticut: StateBook<Names> = {
  ...{ state: 'CT', name: 'Connecticut', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [formsNotSeen] },
      ...{ figures: minimumTax(federal2024), schedules: schedules(stated, stated) },
    },
    {
      ...{ year: 2025, status: 'published', open: [formsNotSeen] },
      ...{ figures: minimumTax(federal2025), schedules: schedules(stated, stated) },
    },
    {
      ...{ year: 2026, status: 'unconfirmed' },
      open: [
        formsNotSeen,
        'That the AMT exemption shrinks by 50 % of the income over its threshold, as it does federally from 2026, is inferred from the law; Connecticut has printed no form that says so.',
      ],
      figures: {
        ...minimumTax(federal2026),
        amtPhaseoutRate: {
          ...{ cite: 'C.G.S. §12-701(a)(24), IRC §55(d)(2)', source: 'inferred from the federal law' },
          ...{ all: 5_000, status: 'unconfirmed', other: 2_500 },
          note: 'The Connecticut AMT starts from the federal tentative minimum tax, so the federal 50 percent carries through; the last form seen prints 25 percent. The other reading is 25 percent.',
        },
      },
      schedules: schedules('Form CT-1040ES (2026)', stated),
    },
  ],
}
