/** Stresses of what the plan relies on: that there is somebody to sell to, and that the company lives. */
import type { Case, Tender } from '../case.ts'
import { monthsAfter, type PlainDate } from '../date.ts'
import type { Action, ExerciseAction, SellAction } from '../equity/action.ts'
import { splitFactor } from '../equity/grant.ts'
import { heldOn } from '../plan/gifts.ts'

const isSale = (action: Action): action is SellAction => action.kind === 'sell'
export const isExercise = (action: Action): action is ExerciseAction => action.kind === 'exercise'

export const isCashGift = (action: Action): boolean => action.kind === 'give' && action.shares === 0

/** Whether an action sells shares: a sale, or an exercise that sells on its day. */
export const sells = (action: Action): boolean => isSale(action) || (isExercise(action) && action.how !== 'hold')

/** The case in which nothing can be sold from a day on: sales do not happen, and exercises hold and are paid in cash. */
export const unsold = (of: Case, from: PlainDate): Case => ({
  ...of,
  plan: of.plan
    .filter((action) => action.on < from || !isSale(action))
    .map((action) => (action.on >= from && isExercise(action) ? { ...action, how: 'hold' } : action)),
})

/**
 * The case in which a sale can be made only so many months later: planned sales and tenders move, with their shares and prices in shares of the
 * new day. An exercise that would sell on its day holds: its option may end before.
 */
export function soldLater(of: Case, from: PlainDate, months: number): Case {
  const { company } = of
  const { splits, tenders, view, outcomes } = company
  const moved = (on: PlainDate): PlainDate => (on < from ? on : monthsAfter(on, months))
  const sharesFor = (on: PlainDate): number => splitFactor(splits, on, moved(on))
  const sales = of.plan.filter((action) => action.on >= from).filter(isSale)
  const late = sales.map((sale) => ({
    ...{ ...sale, on: moved(sale.on), shares: sale.shares * sharesFor(sale.on) },
    price: sale.price === null ? null : sale.price / sharesFor(sale.on),
  }))
  const lateTender = ({ on, price, maxShares }: Tender): Tender => ({
    ...{ on: moved(on), price: price / sharesFor(on), maxShares: maxShares * sharesFor(on) },
  })
  return {
    ...of,
    plan: [...unsold(of, from).plan, ...late],
    company: {
      ...company,
      ...(tenders && { tenders: tenders.map(lateTender) }),
      ...(view && { view: { ...view, liquidityOn: view.liquidityOn && moved(view.liquidityOn) } }),
      ...(outcomes && { outcomes: outcomes.map((each) => ({ ...each, on: each.on && moved(each.on) })) }),
    },
  }
}

/**
 * The company fails: from a day on its shares are worth nothing, no option is exercised, nothing is sold or given, and what is held becomes worthless
 * on `on`, a capital loss of the last day of that year. IRC §165(g).
 */
export function failed(of: Case, from: PlainDate, on: PlainDate): Case {
  const before = { ...of, plan: of.plan.filter((action) => action.on < from) }
  const { company } = of
  const goesOn = of.plan.filter((action) => action.on >= from && isCashGift(action))
  const gone = heldOn(before, on).map(({ lot }): Action => ({ kind: 'worthless', on, lot }))
  return {
    ...before,
    plan: [...before.plan, ...goesOn, ...gone],
    company: { ...company, prices: [...company.prices.filter((quote) => quote.on < from), { on: from, fmv: 0 }] },
  }
}
