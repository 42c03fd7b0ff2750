/** Vermont a second time: 32 V.S.A. §5811(21), 5822(a); federal taxable income by IRC §63, 151(d)(5)(C), 170(p). */
import { netCapitalGain, type Taxpayer, tiers } from './taxpayer.ts'

interface Year {
  /** Standard deduction of one, of a couple, of a head of household; for age or blindness; exemption of each person. */
  readonly deductions: readonly [number, number, number]
  readonly box: number
  readonly person: number
  readonly single: readonly [number, number, number]
  /** Of a couple; half of each threshold on a separate return. */
  readonly joint: readonly [number, number, number]
  readonly head: readonly [number, number, number]
  /** Federal standard deduction of one filer, and its addition for the unmarried and the married. */
  readonly federal: readonly [number, number, number]
}

const years: Readonly<Record<number, Year>> = {
  2024: {
    ...{ deductions: [7_400, 14_850, 11_100], box: 1_200, person: 5_100 },
    ...{ single: [47_900, 116_000, 242_000], joint: [79_950, 193_300, 294_600], head: [64_200, 165_700, 268_300] },
    federal: [14_600, 1_950, 1_550],
  },
  2025: {
    ...{ deductions: [7_650, 15_300, 11_450], box: 1_250, person: 5_300 },
    ...{ single: [49_400, 119_700, 249_700], joint: [82_500, 199_450, 304_000], head: [66_200, 171_000, 276_850] },
    federal: [15_750, 2_000, 1_600],
  },
  2026: {
    ...{ deductions: [7_850, 15_700, 11_800], box: 1_300, person: 5_400 },
    ...{ single: [50_750, 122_850, 256_300], joint: [84_700, 204_750, 312_050], head: [68_000, 175_500, 284_150] },
    federal: [16_100, 2_050, 1_650],
  },
}

/** Federal taxable income: income less the deduction taken, that of seniors, and gifts of those who do not itemize. */
function federalTaxableIncome({ year, status, agi, deduction, facts, agedOrBlind }: Taxpayer, law: Year): number {
  const [one, unmarried, married] = law.federal
  const alone = status === 'single' || status === 'hoh'
  const shares = status === 'hoh' ? 1.5 : status === 'mfj' || status === 'qss' ? 2 : 1
  const standard = one * shares + (alone ? unmarried : married) * agedOrBlind
  const over = Math.max(0, agi - (status === 'mfj' ? 150_000 : 75_000))
  const seniors = year < 2025 || status === 'mfs' ? 0 : Math.max(0, 6_000 - 0.06 * over) * facts.seniors
  const cash = Math.min(facts.charityCash - facts.charityCashToFunds, 0.6 * Math.max(0, agi))
  const gifts = year < 2026 || deduction !== standard ? 0 : Math.min(cash, status === 'mfj' ? 2_000 : 1_000)
  return Math.max(0, agi - deduction - seniors - gifts)
}

export function vermont(x: Taxpayer): Record<string, number> {
  const { year, status, agi } = x
  const law = years[year]
  if (!law) throw new Error(`Vermont ${year}`)
  const couple = status === 'mfj' || status === 'qss'
  const gainExclusion = Math.min(5_000, netCapitalGain(x.facts.gains), 0.4 * federalTaxableIncome(x, law))
  const standard = law.deductions[couple ? 1 : status === 'hoh' ? 2 : 0] + law.box * x.agedOrBlind
  const taxableIncome = Math.max(0, agi - gainExclusion - standard - law.person * (x.filers + x.dependents))
  const [a, b, c] = couple || status === 'mfs' ? law.joint : status === 'hoh' ? law.head : law.single
  const share = status === 'mfs' ? 2 : 1
  const scheduleTax = tiers(taxableIncome * share, [0, 3.35], [a, 6.6], [b, 7.6], [c, 8.75]) / share
  const tax = agi > 150_000 ? Math.max(0.03 * agi, scheduleTax) : scheduleTax
  return { agi, gainExclusion, taxableIncome, regularTax: scheduleTax, tax }
}
