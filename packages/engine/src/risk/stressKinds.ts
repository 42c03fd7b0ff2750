/** Each stress in words, whether it can happen to a household, and what it makes of its case. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { valueOn } from '../equity/grant.ts'
import { stateModules } from '../forms/states/modules.ts'
import { statesWithoutIncomeTax } from '../forms/states/withoutTax.ts'
import { statesIn } from '../residence.ts'
import { incomeOf } from '../taxYear.ts'
import { fallen, type HistoricalFall, historicalFalls } from './shocks.ts'
import type { Ground, Stress, StressOptions } from './stress.ts'
import { livingIn, withoutWages, withSmallExemption } from './stressFacts.ts'
import { failed, isExercise, sells, soldLater, unsold } from './stressPlans.ts'
import { doubledUntil, frozen, replayed, timesFrom } from './stressPrices.ts'

/** A stress as it is told; what is left out is usual: it applies, the facts are the same, and shares have their market. */
export type Told = Pick<Stress, 'name' | 'title' | 'what' | 'begins'> &
  Partial<Pick<Stress, 'whyNot' | 'otherFacts' | 'market'>> & { readonly make: () => Case }

/** All stresses, in the order they are told. */
export const stressesTold = (ground: Ground, { beta = 1, priceWithoutDeal }: StressOptions): Told[] => [
  ...[halved, fallAfterYearEnd, halted, valueDoubled, noWages, liquidityLate].map((told) => told(ground)),
  dealFails(ground, priceWithoutDeal),
  ...[worthless, moveAway, moveToCalifornia, smallExemption].map((told) => told(ground)),
  ...historicalFalls.map((fall) => replay(ground, fall, beta)),
]

const newYear = ({ year }: Ground): PlainDate => `${year + 1}-01-01`

const halved = ({ of, tomorrow }: Ground): Told => ({
  ...{ name: 'halved', title: 'Falls by half', begins: tomorrow },
  what: `The price falls by half on ${tomorrow}. Later values, tenders and the prices of the plan are halved.`,
  make: () => timesFrom(of, tomorrow, 0.5),
})

const fallAfterYearEnd = (at: Ground): Told => ({
  ...{ name: 'fallAfterYearEnd', title: `Falls 70 % once ${at.year} is over`, begins: newYear(at) },
  what: `The price falls by 70 % on ${newYear(at)}, the first day on which a sale no longer undoes the AMT of ${at.year}.`,
  make: () => timesFrom(at.of, newYear(at), 0.3),
})

const halted = ({ of, tomorrow }: Ground): Told => ({
  ...{ name: 'halted', title: 'Nothing can be sold', begins: tomorrow, market: false },
  what: `Trading is halted from ${tomorrow} on: no planned sale happens, exercises that would sell hold and are paid in cash, and the value stays as the file has it.`,
  make: () => unsold(of, tomorrow),
})

function valueDoubled({ of, tomorrow }: Ground): Told {
  const [next] = of.plan
    .filter((action) => isExercise(action) && action.on >= tomorrow)
    .map(({ on }) => on)
    .sort()
  const value = of.company.listed ? 'price' : '409A value'
  return {
    ...{ name: 'valueDoubled', title: 'Value doubles first', begins: tomorrow },
    what: `The ${value} doubles before the next exercise${next ? `, on ${next}` : ''}: its spread grows, and the AMT on it. What the file says of later days stands; where it says nothing, the value stays doubled.`,
    whyNot: next ? null : 'The plan exercises nothing from tomorrow on.',
    make: () => doubledUntil(of, tomorrow, next as PlainDate),
  }
}

function noWages({ of, year }: Ground): Told {
  const far = { ...of, assumptions: { ...of.assumptions, horizon: Math.max(of.assumptions.horizon, year + 1) } }
  const wages = of.given ? 0 : incomeOf(far, year + 1).wages
  return {
    ...{ name: 'noWages', title: `No wages in ${year + 1}`, begins: `${year + 1}-01-01`, otherFacts: true },
    what: `No wages and nothing withheld in ${year + 1}; the years after it are as before. The wages lost, and what one lives on meanwhile, are not counted.`,
    whyNot: wages > 0 ? null : `There are no wages in ${year + 1}.`,
    make: () => withoutWages(of, year + 1),
  }
}

/** How much later a sale comes: three years. */
const monthsLate = 36

function liquidityLate({ of, tomorrow }: Ground): Told {
  const { listed, view, tenders = [] } = of.company
  const planned = of.plan.some((action) => action.on >= tomorrow && sells(action))
  const market = [view?.liquidityOn ?? '', ...tenders.map(({ on }) => on)].some((on) => on >= tomorrow)
  const nothing = listed
    ? 'The plan sells nothing from tomorrow on.'
    : 'The plan sells nothing from tomorrow on, and the file states no later day on which shares can be sold.'
  return {
    ...{ name: 'liquidityLate', title: 'A sale three years later', begins: tomorrow },
    what: `Every sale of the plan${listed ? '' : ', and every chance to sell,'} comes three years later, at the price it had. An exercise that would sell on its day holds and is paid in cash.`,
    whyNot: planned || (!listed && market) ? null : nothing,
    make: () => soldLater(of, tomorrow, monthsLate),
  }
}

function dealFails({ of, asOf, tomorrow }: Ground, price: number | undefined): Told {
  const planned = of.plan.some((action) => action.on >= tomorrow && sells(action))
  const value = price ?? valueOn(of.company.prices, of.company.splits, tomorrow)
  const stays = value === undefined ? 'the last one known' : `$${value.toFixed(2)}`
  return {
    ...{ name: 'dealFails', title: 'The deal falls through', begins: tomorrow },
    what: `The sales that the plan counts on do not happen, and the value is ${stays} from ${tomorrow} on.`,
    whyNot: of.company.listed
      ? 'The shares are listed: their sale needs no deal.'
      : planned
        ? null
        : 'The plan sells nothing from tomorrow on.',
    make: () => {
      const stuck = frozen(unsold(of, tomorrow), asOf)
      const { company } = stuck
      const { view } = company
      return {
        ...stuck,
        company: {
          ...company,
          prices: price === undefined ? company.prices : [...company.prices, { on: tomorrow, fmv: price }],
          ...(view && { view: { ...view, liquidityOn: null } }),
        },
      }
    },
  }
}

const worthless = (at: Ground): Told => ({
  ...{ name: 'worthless', title: 'Worth nothing', begins: newYear(at) },
  what: `The company fails in ${at.year + 1}: its shares are worth nothing from ${newYear(at)} on, a capital loss of ${at.year + 1} (IRC §165(g)).`,
  make: () => failed(at.of, newYear(at), `${at.year + 1}-06-30`),
})

/** A state without an income tax, to move to. */
const without = 'TX'

const stateThen = ({ of, year }: Ground): string | undefined => statesIn(of, year).at(-1)

function moveAway(at: Ground): Told {
  const from = stateThen(at)
  const gainsAlone = stateModules.some(({ book, gainsAlone: alone }) => book.state === from && alone)
  const taxed = from !== undefined && !gainsAlone && !statesWithoutIncomeTax.includes(from)
  return {
    ...{ name: 'moveAway', title: `A move to ${without}`, begins: newYear(at), otherFacts: true },
    what: `A move on ${newYear(at)} to a state without an income tax, as ${without}. The AMT that a state left behind has asked for stays with it, and so does its credit.`,
    whyNot: taxed ? null : `${from ?? 'The state lived in'} taxes no wages already.`,
    make: () => livingIn(at.of, without, at.year + 1),
  }
}

const moveToCalifornia = (at: Ground): Told => ({
  ...{ name: 'moveToCalifornia', title: 'A move to CA', begins: newYear(at), otherFacts: true },
  what: `A move to California on ${newYear(at)}: it taxes all gain of a resident, whenever it grew, and has an AMT of its own.`,
  whyNot: stateThen(at) === 'CA' ? 'The household lives in California already.' : null,
  make: () => livingIn(at.of, 'CA', at.year + 1),
})

const smallExemption = (at: Ground): Told => ({
  ...{ name: 'smallExemption', title: 'AMT as before 2018', begins: newYear(at), otherFacts: true },
  what: `Not law: from ${at.year + 1} on the AMT exemption, and where it begins to phase out, are those of 2017 moved by ${+(at.of.assumptions.indexing * 100).toFixed(2)} % a year (Rev. Proc. 2016-55), phased out at 25 %.`,
  make: () => withSmallExemption(at.of, at.year + 1),
})

const replay = ({ of, asOf, tomorrow }: Ground, fall: HistoricalFall, beta: number): Told => {
  const parts = fallen(fall, beta)
  const lowest = Math.round((1 - (parts.at(-1) as number)) * 100)
  const far = beta === 1 ? '' : `, ${beta} times as far`
  return {
    ...{ name: `replay${fall.name}`, title: `As ${fall.name.replace('to', ' to ')}`, begins: tomorrow },
    what: `The price goes month by month as ${fall.title} did${far}: after ${parts.length} months it is ${lowest} % lower, and stays there.`,
    make: () => replayed(of, asOf, parts),
  }
}
