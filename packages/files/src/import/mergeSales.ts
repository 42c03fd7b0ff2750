/** Sales and values of files, found among those of the scenario or added to them. */
import type { Found, PriceFact, SaleFact } from './found.ts'
import { agree, keyOf, type Merge } from './merge.ts'
import { exerciseKey } from './mergeLots.ts'

/**
 * Adds the sales of a file to the plan, past ones too: the ledger needs them all. Sales of one day, price and number are
 * as many as the file with most of them has.
 */
export function addSales(found: readonly Found<SaleFact>[], merge: Merge): void {
  const { plan } = merge
  const sold = found
    .flatMap((each) => (each.fact.lot ? [{ each, of: each.fact.lot }] : []))
    .filter(({ each, of }) => !merge.restatedLater(of.grant, of.exercised, each.from))
    .map(({ each, of }) => ({ each, lot: lotOf(of, merge) }))
  const open = sold.filter(({ each, lot }) => {
    const { on, shares, price } = each.fact
    const known = plan.free(keyOf(lot, on), (entry) => agree(entry['sell'], shares) && agree(entry['price'], price))
    if (known) merge.join(each, plan, known, {}, 'plan')
    return !known
  })
  for (const { each, lot } of open) {
    const { on, shares, price, fees } = each.fact
    const rival = plan.free(keyOf(lot, on))
    if (rival) {
      const { sell, price: planned } = rival
      merge.contradict(`plan[${plan.placeOf(rival)}]`, { sell, price: planned }, { sell: shares, price }, each.from)
    } else {
      merge.askIfPlanned(plan, lot, on, 'sell', each.from)
      merge.add(each, plan, { on, sell: shares, lot, price, fees })
    }
  }
}

/** The name of the lot that was sold from; undefined where several lots of that day are alike, which is asked. */
function lotOf(of: NonNullable<SaleFact['lot']>, merge: Merge): unknown {
  const key = exerciseKey(of, merge)
  const lots = merge.lots.at(key).map(({ id }) => id)
  // A planned exercise makes a lot of this name where it gives none
  const planned = merge.exercises.at(key).map(({ as, grant, on }) => as ?? `${grant}@${on}`)
  const names = [...lots, ...planned]
  return names.length === 1 ? names[0] : undefined
}

/** Adds the values of a file, each from its day on. */
export function addPrices(found: readonly Found<PriceFact>[], merge: Merge): void {
  const { prices } = merge
  for (const each of found) {
    const { on, fmv } = each.fact
    const known = prices.at(keyOf('value', on))[0]
    if (known) merge.join(each, prices, known, { fmv }, 'company.prices')
    else merge.add(each, prices, { on, fmv })
  }
}
