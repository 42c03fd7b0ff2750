/** The second working of a case's shares: the case put into the words of `statute/section421.ts`, in shares of before any split. */
import type { Case } from '../../src/case.ts'
import type { Action } from '../../src/equity/action.ts'
import type { Grant, Vesting } from '../../src/equity/grant.ts'
import { type Happening, type OptionGrant, sharesByStatute, type YearOfShares } from '../statute/section421.ts'
import { monthsLater } from '../statute/section1222.ts'

export function yearsByStatute({ grants, plan, company }: Case): Map<number, YearOfShares> {
  const { prices, splits } = company
  /** New shares for one of before any split. */
  const factor = (day: string): number =>
    splits.filter((split) => split.on <= day).reduce((all, split) => all * split.ratio, 1)
  /** Of a share of before any split. */
  const valueOn = (day: string): number => {
    const stated = [...prices].sort((one, other) => (one.on < other.on ? -1 : 1)).filter((quote) => quote.on <= day)
    const last = stated.at(-1)
    return last ? last.fmv * factor(last.on) : Number.NaN
  }
  return sharesByStatute(grants.map(grantOf), plan.map(happeningOf), valueOn)

  function grantOf(grant: Grant): OptionGrant {
    const { id, kind, on, strike, fmvAtGrant, employmentEnds, expires } = grant
    return {
      ...{ id, incentive: kind === 'iso', granted: on, valueAtGrant: fmvAtGrant, strike: strike * factor(on) },
      ...{ perShare: 1 / factor(on), schedule: scheduleOf(grant), exercisableEarly: grant.earlyExercise },
      left: employmentEnds,
      lastIncentiveDay: employmentEnds === null ? expires : monthsLater(employmentEnds, 3),
    }
  }

  function happeningOf(action: Action): Happening {
    const { on } = action
    const unit = factor(on)
    if (action.kind === 'exercise') {
      const { as: lot, grant, shares, election83b: elected, how, fees } = action
      const price = action.price === null ? valueOn(on) : action.price * unit
      const { strike, on: granted } = grants.find((each) => each.id === grant) as Grant
      // Whole shares of the day that pay the strike and the fees
      const covers = Math.ceil((((strike * factor(granted)) / unit) * shares + fees) / (price / unit) - 1e-9)
      const sold = how === 'hold' ? 0 : (how === 'sameDaySale' ? shares : covers) / unit
      const exercised = { kind: action.kind, on, lot, grant, shares: shares / unit, value: valueOn(on), elected }
      return { ...exercised, sold, price, fees }
    }
    if (action.kind === 'forfeit') return { kind: 'forfeit', on, lot: action.lot, shares: action.shares / unit }
    if (action.kind === 'worthless') throw new Error('worthless shares are not in the second working')
    const { kind, lot, shares } = action
    const terms = { kind: 'dispose', on, lot, shares: shares / unit } as const
    if (kind === 'give') return { ...terms, price: null, fees: 0, lossRecognized: false }
    const price = action.price === null ? valueOn(on) : action.price * unit
    return { ...terms, price, fees: action.fees, lossRecognized: !action.relatedBuyer }
  }
}

/** A schedule day by day: floor(shares x months / all months) at each step, nothing before the cliff or the grant. */
function scheduleOf({ on: granted, shares, vesting }: Grant): { on: string; shares: number }[] {
  if (vesting === null) return [{ on: granted, shares }]
  if (!isMonthly(vesting)) return vesting.map((step) => ({ ...step }))
  const steps: { on: string; shares: number }[] = []
  let before = 0
  for (let month = 1; month <= vesting.months; month++) {
    if (month % vesting.everyMonths > 0 || month < vesting.cliffMonths) continue
    const vested = Math.floor((shares * month) / vesting.months)
    steps.push({ on: monthsLater(vesting.from, month), shares: vested - before })
    before = vested
  }
  return steps.filter((step) => step.shares > 0)
}

const isMonthly = (vesting: NonNullable<Vesting>): vesting is Extract<Vesting, { from: string }> => 'from' in vesting
