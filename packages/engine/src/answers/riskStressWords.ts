/** What can still be done in a course of events, and until when: in sentences, so that every door says the same. */
import type { PlainDate } from '../date.ts'
import { latePayment } from '../law/federal/latePayment.ts'
import { part, toCents } from '../money.ts'
import type { Ground } from '../risk/stress.ts'
import type { Sold } from '../risk/yearEndSale.ts'
import type { Circumstance, StressDue, StressFigures, StressSale } from './riskStress.ts'

/** What can be done before the year closes, what is left after it, and whether the cash lasts. */
export function stillOpen(ground: Ground, { name, begins, market }: Circumstance, figures: StressFigures): string[] {
  return [
    ...alreadyClosed(ground, market, figures),
    ...beforeYearEnd(ground, begins, figures, name === 'plan'),
    ...afterYearEnd(ground, market, figures),
    ...(figures.leastCash && figures.leastCash.left < 0
      ? [`Free cash does not last: ${money(-figures.leastCash.left)} is missing on ${figures.leastCash.on}.`]
      : []),
  ]
}

/** What is still owed for the year before, and what there is to pay it with. */
function alreadyClosed({ year }: Ground, market: boolean, figures: StressFigures): string[] {
  const closed = year - 1
  const { now } = figures
  const bills = billWords(closed, figures)
  if (now === null || bills === '') return []
  const made = madeAmt(closed, figures)
    ? `A sale no longer takes the spread out of Form 6251 line 2i of ${closed}. `
    : ''
  return [`${made}${bills} ${shareWords('', market, now)}`]
}

function beforeYearEnd(
  { year }: Ground,
  begins: PlainDate,
  { sale, noSale }: StressFigures,
  withEach: boolean,
): string[] {
  if (sale) return begins > sale.until ? [tooLate(sale, year)] : wayOut(sale, year, withEach)
  const stands = `the AMT of ${year} stands.`
  const why = {
    noAmt: `There is no AMT of ${year} to undo.`,
    noShares: `None of the shares that make the AMT of ${year} can still be sold in ${year}: ${stands}`,
    noMarket: `Nothing can be sold: the shares are not listed, and no tender is stated until ${year}-12-31. So far as it comes from them, ${stands}`,
    noDay: `No trading day outside a blackout is left in ${year}: ${stands}`,
    halted: `Nothing can be sold while trading is halted, so that nothing of ${year} can be undone.`,
    notFigured: `Whether a sale in ${year} would undo its AMT cannot be figured: the law is not modelled here.`,
  } as const
  return noSale ? [why[noSale]] : []
}

/** A sale that only helps before what happens is known. */
function tooLate({ until, by, price, whole, least, best }: StressSale, year: number): string {
  const [sold, shares] = best === 'least' && least ? [least, `${count(least.shares)} of the`] : [whole, 'the']
  const sale = `${shares} ${count(whole.shares)} shares exercised in ${year} ${buyer(by, price)}`
  if (best === null) return `Selling ${sale} before it, until ${until}, would be worth ${apart(sold)} than going on.`
  return `Only before it, until ${until}, is there a way out: selling ${sale} is worth ${apart(sold)} than going on.`
}

/** The sale before the year closes: of all shares, and of the fewest that leave no AMT; both told, or the better alone. */
function wayOut({ until, by, price, whole, least, best }: StressSale, year: number, withEach: boolean): string[] {
  const sold = best === 'least' && least && !withEach ? least : whole
  const which = sold === whole ? `the ${count(whole.shares)}` : `${count(sold.shares)} of the ${count(whole.shares)}`
  const enough = sold === whole ? '' : ', enough to leave no AMT'
  const all = `Until ${until} you can sell ${which} shares exercised in ${year} ${buyer(by, price)}${enough}: a disqualifying disposition in the year of the exercise. ${doing(sold, year)}`
  if (!least || !withEach) return [all]
  const fewer = `Selling ${count(least.shares)} of them is enough to leave no AMT. ${doing(least, year)}`
  return [all, best === 'least' ? `${fewer} Of the two this is the better.` : fewer]
}

const buyer = (by: StressSale['by'], price: number): string =>
  `${by === 'tender' ? 'to the tender ' : ''}at ${money(price)}`

const apart = ({ gain }: Sold): string => `${money(Math.abs(gain))} ${gain < 0 ? 'less' : 'more'}`

/** What a sale does to income, AMT, money and worth. */
function doing(sold: Sold, year: number): string {
  const { ordinaryIncome, amtGone, afterTax, tax, gain } = sold
  const makes = `It makes ${money(ordinaryIncome)} of ordinary income and takes ${money(amtGone)} of AMT away.`
  const change = tax < 0 ? `With ${money(-tax)} less` : `After ${money(tax)} more`
  const brings = `${change} tax of ${year} it brings ${money(afterTax)}.`
  const worth = Math.abs(gain) < 0.005 ? 'as much as' : `${apart(sold)} than`
  return `${makes} ${brings} Over all years it is worth ${worth} going on.`
}

/** What is owed once the year has closed, and what there is to pay it with. */
function afterYearEnd({ year }: Ground, market: boolean, figures: StressFigures): string[] {
  const closed = madeAmt(year, figures)
    ? `From ${year + 1}-01-01 a sale no longer takes the spread out of Form 6251 line 2i of ${year}. `
    : ''
  const closing = `${closed}${billWords(year, figures)}`.trimEnd()
  return [...(closing === '' ? [] : [closing]), shareWords(` when ${year} is over`, market, figures.afterYear)]
}

const madeAmt = (year: number, { due }: StressFigures): boolean =>
  due.some((each) => each.year === year && each.to === 'federal' && each.amt > 0.005)

/** What is left to pay of the tax of a year, and when; empty where nothing is. */
function billWords(year: number, { due }: StressFigures): string {
  const ours = due.filter((each) => each.year === year && owed(each) > 0.005)
  const owing = ours.map((each) => `${money(owed(each))} ${nameOf(each)} is due on ${each.on}`)
  return owing.length > 0 ? `${listed(owing)}.` : ''
}

const owed = ({ balance, tax }: StressDue): number => balance ?? tax

const nameOf = ({ to, balance, year }: StressDue): string =>
  `of ${to} tax of ${year}${balance === null ? ', less what is withheld,' : ''}`

/** `then`: when, where there is nobody to sell to. */
function shareWords(then: string, market: boolean, { shares, on, price, brings }: StressFigures['afterYear']): string {
  if (shares < 1e-6) return `No vested shares are left${then}.`
  const left = `${count(shares)} shares are left`
  if (on === null || price === null || brings === null)
    return `${left}${then}, and ${market ? 'nobody to sell them to is stated' : 'they cannot be sold'}.`
  return brings === 0
    ? `${left} on ${on}, worth nothing.`
    : `${left} to sell on ${on}: at ${money(price)} they bring ${money(brings)} before tax.`
}

/** What paying after the due date means: interest and penalty run, an extension does not stop them, installments are to be had. */
export function latePaying(year: number, { due }: StressFigures): string[] {
  const federal =
    due.find((each) => each.to === 'federal' && each.year <= year && each.balance !== null && each.balance > 0.005) ??
    due.find((each) => each.to === 'federal' && each.year === year)
  const unpaid = federal?.balance ?? null
  const { aMonth, most, aMonthInInstallments } = latePayment
  const amount =
    unpaid !== null && unpaid > 0.005
      ? ` On the ${money(unpaid)} that the plan leaves to pay, that is ${money(part(aMonth.all, unpaid))} a month.`
      : ''
  return [
    `An extension to file (Form 4868) is no extension to pay${federal ? `: the tax of ${federal.year} is due on ${federal.on} all the same` : ''}. From then on interest runs (${interest}), and a penalty of ${percent(aMonth.all)} of the unpaid tax for each month or part of one, up to ${percent(most.all)} (${aMonth.cite}).${amount}`,
    `Federal tax that cannot be paid at once can be paid in installments by agreement (${agreement}). While one is in force and the return was filed in time, the penalty is ${percent(aMonthInInstallments.all)} a month (${aMonthInInstallments.cite}); interest goes on. States have rules of their own.`,
  ]
}

const interest = 'IRC §6601(a)'
const agreement = 'IRC §6159, Form 9465'

const percent = (basisPoints: number): string => `${basisPoints / 100} %`
const money = (amount: number): string =>
  toCents(amount).toLocaleString('en-US', { style: 'currency', currency: 'USD' })
const count = (shares: number): string => (+shares.toFixed(4)).toLocaleString('en-US')
const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
