/** The nested objects of a flat case. */
import { statedForm6251Lines } from '../case.ts'
import type { Facts } from '../forms/facts.ts'
import { openFigures, type Readings } from '../law/federal/law.ts'
import { federalTable, federalYears } from '../law/federal/tables.ts'
import { amountFor, type FilingStatus } from '../law/law.ts'
import { amtForeignTaxCredit } from '../taxYear.ts'
import { amount, maybeAmount, type Noted, objectOf, signedAmount } from './flatValues.ts'
import { creditNames, otherCreditNames } from './schemaIncome.ts'

const deductions = ['stateAndLocalTaxes', 'realEstateTaxes', 'mortgageInterest', 'charityCash', 'charityStock'] as const
const otherGifts = ['charityOrdinary', 'charityPrivate', 'charityPrivateStock'] as const
const itemizedKeys = new Set<string>([...deductions, ...otherGifts])

/** Itemized deductions: the first five are needed, the other kinds of gifts are zero unless given. */
export function fillItemized(facts: Facts, value: unknown, noted: Noted): void {
  if (value === undefined) return
  const itemized = objectOf<(typeof deductions)[number] | (typeof otherGifts)[number]>(
    value,
    'itemized',
    itemizedKeys,
    noted,
  )
  if (!itemized) return
  facts.hasItemized = true
  facts.stateAndLocalTaxes = amount(itemized.stateAndLocalTaxes, 'itemized.stateAndLocalTaxes', noted)
  facts.realEstateTaxes = amount(itemized.realEstateTaxes, 'itemized.realEstateTaxes', noted)
  facts.mortgageInterest = amount(itemized.mortgageInterest, 'itemized.mortgageInterest', noted)
  facts.charityCash = amount(itemized.charityCash, 'itemized.charityCash', noted)
  facts.charityStock = amount(itemized.charityStock, 'itemized.charityStock', noted)
  facts.charityOrdinary = maybeAmount(itemized.charityOrdinary, 'itemized.charityOrdinary', noted)
  facts.charityPrivate = maybeAmount(itemized.charityPrivate, 'itemized.charityPrivate', noted)
  facts.charityPrivateStock = maybeAmount(itemized.charityPrivateStock, 'itemized.charityPrivateStock', noted)
}

const creditKeys = new Set<string>(creditNames)

/**
 * Nonrefundable credits. Those that Isoline needs only as a sum are added up.
 * @throws NotModelled for a foreign tax credit that needs Form 1116 and comes without its AMT amount, if nothing else
 * is wrong.
 */
export function fillCredits(facts: Facts, value: unknown, year: number, status: FilingStatus, noted: Noted): void {
  if (value === undefined) return
  const credits = objectOf<(typeof creditNames)[number]>(value, 'credits', creditKeys, noted)
  if (!credits) return
  facts.childTaxCredit = maybeAmount(credits.childTaxCredit, 'credits.childTaxCredit', noted)
  facts.foreignTaxCredit = maybeAmount(credits.foreignTaxCredit, 'credits.foreignTaxCredit', noted)
  for (const name of otherCreditNames) facts.otherCredits += maybeAmount(credits[name], `credits.${name}`, noted)
  if (credits.amtForeignTaxCredit !== undefined)
    facts.amtForeignTaxCredit = amount(credits.amtForeignTaxCredit, 'credits.amtForeignTaxCredit', noted)
  else if (facts.foreignTaxCredit > 0 && noted.length === 0) {
    // The figure is not indexed: the last published year has that of every later one
    const { figures } = federalTable(Math.min(year, federalYears.last))
    const foreignTaxCreditWithoutForm1116 = amountFor(figures.foreignTaxCreditWithoutForm1116, status)
    const stated = { foreignTaxCredit: facts.foreignTaxCredit, amtForeignTaxCredit: null }
    facts.amtForeignTaxCredit = amtForeignTaxCredit(stated, { foreignTaxCreditWithoutForm1116 })
  }
}

const lossKeys = new Set(['short', 'long'])

/** Losses carried in, positive. Not given for the AMT, they are the same there. */
export function fillLosses({ gains, amtGains }: Facts, regular: unknown, amt: unknown, noted: Noted): void {
  if (regular !== undefined) fillLoss(gains, regular, 'capitalLoss', noted)
  if (amt !== undefined) fillLoss(amtGains, amt, 'amtCapitalLoss', noted)
  else {
    amtGains.shortCarryover = gains.shortCarryover
    amtGains.longCarryover = gains.longCarryover
  }
}

function fillLoss(gains: Facts['gains'], value: unknown, path: string, noted: Noted): void {
  const loss = objectOf<'short' | 'long'>(value, path, lossKeys, noted)
  if (!loss) return
  gains.shortCarryover = amount(loss.short, `${path}.short`, noted)
  gains.longCarryover = amount(loss.long, `${path}.long`, noted)
}

const lineKeys = new Set<string>(statedForm6251Lines)

/** Lines of Form 6251 as printed, signed. */
export function fillForm6251(facts: Facts, value: unknown, noted: Noted): void {
  if (value === undefined) return
  const lines = objectOf<(typeof statedForm6251Lines)[number]>(value, 'form6251', lineKeys, noted)
  if (!lines) return
  for (const line of statedForm6251Lines)
    if (lines[line] !== undefined) facts[line] = signedAmount(lines[line], `form6251.${line}`, noted)
}

/** Readings of open law, by name: only figures of which that year knows two. Nothing is said in a year at fault. */
export function readingsOf(value: unknown, year: number, noted: Noted): Readings {
  if (Number.isNaN(year)) return {}
  const open = openFigures(federalTable(year))
  const readings = objectOf<string>(value, 'readings', new Set<string>(open), noted)
  if (!readings) return {}
  return Object.fromEntries(
    Object.keys(readings).map((name) => [name, signedAmount(readings[name], `readings.${name}`, noted)]),
  )
}
