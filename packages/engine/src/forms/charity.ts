/**
 * Limits on charitable gifts: Pub. 526 (2025) Worksheet 2 with carryovers and the changes of 2026. IRC §170(b)(1), (d)(1).
 * Gifts of the year come before carryovers of the same kind; carryovers to public charities come before gifts to others.
 * Cash, carried over too, comes before everything else: what (G) allows lowers the limit of (A). Other carryovers come
 * after all gifts of the year to public charities: (d)(1)(A)(i).
 * The election to deduct appreciated property at basis under the 50 % limit is made by entering it as ordinary property.
 * Left out: conservation gifts, qualified disaster gifts, capital gain property given "for the use of".
 */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, part, smaller } from '../money.ts'
import type { Facts } from './facts.ts'
import type { Form1040 } from './form1040.ts'

type Gift = 'Cash' | 'Ordinary' | 'Stock' | 'Private' | 'PrivateStock'

export interface CharityFrom {
  readonly facts: Readonly<Pick<Facts, `charity${Gift}` | `charity${Gift}Carried`>>
  readonly form1040: Readonly<Pick<Form1040, 'line11b'>>
}

/** The limits alone: a state whose own differ figures the same worksheet with them. */
type CharityLaw = Readonly<
  Pick<FederalLaw, `charity${'Cash' | 'CashSetAside' | 'Fifty' | 'Thirty' | 'Stock' | 'Twenty' | 'Floor'}Rate`>
>

export const charityWords = {
  base: 'Contribution base: {form1040.line11b}, not below zero.',
  cash: 'Cash to public charities: {facts.charityCash}, up to {law.charityCashRate} of {base}.',
  cashCarried: 'Cash carried over: {facts.charityCashCarried}, up to {law.charityCashRate} of {base} less {cash}.',
  ordinary:
    'Other property to public charities: {facts.charityOrdinary}, up to {law.charityFiftyRate} of {base} less {cash} and {cashCarried}.',
  stock:
    'Appreciated stock to public charities: {facts.charityStock}, up to {law.charityStockRate} of {base} and up to {law.charityFiftyRate} of {base} less {cash}, {cashCarried} and {ordinary}.',
  ordinaryCarried:
    'Other property carried over: {facts.charityOrdinaryCarried}, up to {law.charityFiftyRate} of {base} less {cash}, {ordinary}, {stock} and {cashCarried}.',
  stockCarried:
    'Stock carried over: {facts.charityStockCarried}, up to {law.charityStockRate} of {base} less {stock}, and up to {law.charityFiftyRate} of {base} less {cash}, {ordinary}, {stock}, {cashCarried} and {ordinaryCarried}.',
  stockUnderFifty:
    'Stock given or carried over as it counts against other charities, without its own limit: {facts.charityStock} and {facts.charityStockCarried}, up to {law.charityFiftyRate} of {base} less {cash}, {ordinary}, {cashCarried} and {ordinaryCarried}.',
  fiftyLeft:
    'What public charities leave to others: {law.charityFiftyRate} of {base} less {cash}, {ordinary}, {cashCarried}, {ordinaryCarried} and {stockUnderFifty}, but not counting {cash} and {cashCarried} up to {law.charityCashSetAsideRate} of {base}; not below zero.',
  private:
    'Cash and other property to other charities: {facts.charityPrivate}, up to {law.charityThirtyRate} of {base} and up to {fiftyLeft}.',
  privateCarried:
    'The same carried over: {facts.charityPrivateCarried}, up to {law.charityThirtyRate} of {base} and up to {fiftyLeft}, each less {private}.',
  othersLeft:
    'What is left for stock given to other charities: the smallest of {fiftyLeft} or {law.charityThirtyRate} of {base}, each less {private} and {privateCarried}, or {law.charityStockRate} of {base} less {stock} and {stockCarried}.',
  privateStock:
    'Appreciated stock to other charities: {facts.charityPrivateStock}, up to {law.charityTwentyRate} of {base} and up to {othersLeft}.',
  privateStockCarried:
    'The same carried over: {facts.charityPrivateStockCarried}, up to {law.charityTwentyRate} of {base} and up to {othersLeft}, each less {privateStock}.',
  allowed:
    'Gifts within the limits: add {cash}, {ordinary}, {stock}, {cashCarried}, {ordinaryCarried}, {stockCarried}, {private}, {privateCarried}, {privateStock} and {privateStockCarried}.',
  floor: 'Floor: {law.charityFloorRate} of {base}, up to {allowed}.',
  deduction: 'Gifts deducted: {allowed} less {floor}.',
} as const

export type Charity = Sheet<typeof charityWords>

/** The deduction for gifts to charity of an itemizer: `deduction`. The rest of the sheet says what each limit left. */
export function figureCharity(from: CharityFrom, law: CharityLaw, f: Charity = blank(charityWords)): Charity {
  const { facts } = from
  f.base = atLeastZero(from.form1040.line11b)
  f.cash = smaller(facts.charityCash, part(law.charityCashRate, f.base))
  f.cashCarried = upTo(facts.charityCashCarried, part(law.charityCashRate, f.base) - f.cash)
  f.ordinary = upTo(facts.charityOrdinary, part(law.charityFiftyRate, f.base) - f.cash - f.cashCarried)
  f.stock = smaller(
    smaller(facts.charityStock, part(law.charityStockRate, f.base)),
    atLeastZero(part(law.charityFiftyRate, f.base) - f.cash - f.cashCarried - f.ordinary),
  )
  f.ordinaryCarried = upTo(
    facts.charityOrdinaryCarried,
    part(law.charityFiftyRate, f.base) - f.cash - f.ordinary - f.stock - f.cashCarried,
  )
  f.stockCarried = smaller(
    upTo(facts.charityStockCarried, part(law.charityStockRate, f.base) - f.stock),
    atLeastZero(part(law.charityFiftyRate, f.base) - f.cash - f.ordinary - f.stock - f.cashCarried - f.ordinaryCarried),
  )
  f.stockUnderFifty = upTo(
    facts.charityStock + facts.charityStockCarried,
    part(law.charityFiftyRate, f.base) - f.cash - f.ordinary - f.cashCarried - f.ordinaryCarried,
  )
  f.fiftyLeft = atLeastZero(
    part(law.charityFiftyRate, f.base) -
      f.cash -
      f.ordinary -
      f.cashCarried -
      f.ordinaryCarried -
      f.stockUnderFifty +
      smaller(f.cash + f.cashCarried, part(law.charityCashSetAsideRate, f.base)),
  )
  f.private = smaller(smaller(facts.charityPrivate, part(law.charityThirtyRate, f.base)), f.fiftyLeft)
  f.privateCarried = smaller(
    facts.charityPrivateCarried,
    smaller(part(law.charityThirtyRate, f.base), f.fiftyLeft) - f.private,
  )
  f.othersLeft = smaller(
    smaller(f.fiftyLeft, part(law.charityThirtyRate, f.base)) - f.private - f.privateCarried,
    part(law.charityStockRate, f.base) - f.stock - f.stockCarried,
  )
  f.privateStock = smaller(smaller(facts.charityPrivateStock, part(law.charityTwentyRate, f.base)), f.othersLeft)
  f.privateStockCarried = smaller(
    facts.charityPrivateStockCarried,
    smaller(part(law.charityTwentyRate, f.base), f.othersLeft) - f.privateStock,
  )
  f.allowed =
    f.cash +
    f.ordinary +
    f.stock +
    f.cashCarried +
    f.ordinaryCarried +
    f.stockCarried +
    f.private +
    f.privateCarried +
    f.privateStock +
    f.privateStockCarried
  f.floor = smaller(part(law.charityFloorRate, f.base), f.allowed)
  f.deduction = f.allowed - f.floor
  return f
}

/** As much of a gift as a limit leaves; a limit below zero leaves nothing. */
const upTo = (gift: number, limit: number): number => smaller(gift, atLeastZero(limit))
