/** The sentences of the years, put together from what the search for the best plan says. */
import type { PlanAnswer, ProjectAnswer, ScenarioFile } from '@isoline/engine'
import { day, monthOf } from '../../words/days.ts'
import { centsPerDollar, count, money, percent, shares } from '../../words/money.ts'
import { firstShort, lowestOf } from './strategyRows.ts'

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
/** Small counts in words, as sentences have them. */
export const inWords = (amount: number): string => small[amount] ?? count(amount)

/** The answer in its parts: before the amount that stands out, the amount, and after it. */
export interface AnswerWords {
  readonly before: string
  readonly amount: string
  readonly after: string
}

/** What to do, and what that is worth beside what people do otherwise. */
export function answerWords({ best, strategies }: PlanAnswer): AnswerWords {
  const acting = best.years.filter(({ exercised }) => exercised > 0)
  const exercised = acting.reduce((sum, year) => sum + year.exercised, 0)
  const sold = best.years.reduce((sum, year) => sum + year.sold, 0)
  if (exercised === 0 && sold === 0) return { before: 'Do ', amount: 'nothing', after: ': no plan is worth more.' }
  if (exercised === 0) {
    const last = best.years.findLast((year) => year.sold > 0)?.year
    return { before: 'Exercise nothing; sell ', amount: shares(sold), after: ` by ${last}.` }
  }
  const when = acting.length === 1 ? ` in ${acting[0]?.year}` : ` over ${inWords(acting.length)} years`
  return { before: 'Exercise ', amount: shares(exercised), after: `${when}: ${beside(best.value, strategies)}.` }
}

function beside(value: number, strategies: PlanAnswer['strategies']): string {
  const line = strategies.find(({ name, cashShort }) => name === 'fillTheRoom' && cashShort === 0)
  const rival = line ?? strategies.find(({ name }) => name === 'nothing')
  const than = line ? 'stopping at the line' : 'exercising nothing'
  const more = rival ? value - rival.value : 0
  return more < 1 ? `nothing found beats ${than}` : `${money(more)} better than ${than}`
}

/** What it costs, what comes back, and what stands in its way. */
export function consequence({ best, shadowPrices }: PlanAnswer, cashKnown: boolean): string {
  return [taxWords(best), ...(cashKnown ? cashWords(shadowPrices) : [])].join(' ')
}

function taxWords({ amt, years }: PlanAnswer['best']): string {
  const last = years.at(-1)
  const credit = years.some(({ creditLeft }) => creditLeft >= 0.5)
  if (amt < 0.5) return credit ? `It pays no AMT. ${backWords(years)}` : 'It pays no AMT.'
  if (last && last.creditLeft >= 0.5)
    return `It pays ${money(amt)} of AMT, and ${money(last.creditLeft)} of credit is still unused after ${last.year}.`
  return credit
    ? `It pays ${money(amt)} of AMT. ${backWords(years)}`
    : `It pays ${money(amt)} of AMT, and no credit is left.`
}

function backWords(years: PlanAnswer['best']['years']): string {
  const at = years.findLastIndex(({ creditLeft }) => creditLeft >= 0.5)
  const back = years[at + 1]
  return back ? `All credit has come back by ${back.year}.` : `Credit is left after ${years.at(-1)?.year}.`
}

function cashWords(prices: PlanAnswer['shadowPrices']): string[] {
  const more = prices.find(({ of }) => of === 'cash')?.more
  if (more === undefined || more === null) return []
  if (more < 0.005) return ['Cash does not limit it.']
  return [`Cash limits it, not tax: another dollar to spend would be worth ${centsPerDollar(more)} more.`]
}

/** How far the plan may be from the best there is. */
export function gapWords({ best: { gap, proved }, objective }: PlanAnswer): {
  readonly head: string
  readonly rest: string
} {
  if (gap === null || objective !== 'wealth')
    return {
      head: 'No bound.',
      rest: 'It is the best that was found; how far a better plan may lie could not be said.',
    }
  const head = `Gap ${money(Math.ceil(gap))}.`
  const rest = `No plan on these days and prices is worth more than that above it.`
  return proved ? { head, rest: `${rest} The search for the proof came to its end.` } : { head, rest }
}

/** What the plan rests on, in a few words each. */
export function terms({ growth, discountRate }: PlanAnswer, { company }: ScenarioFile): string[] {
  const opens = company?.view?.liquidityOn
  return [
    growth === 0 ? 'price taken as flat' : `price path ${growth > 0 ? '+' : ''}${percent(growth)} a year`,
    company?.listed ? 'listed: sold on the market' : opens ? `can be sold from ${monthOf(opens)}` : 'no market assumed',
    `discounted at ${percent(discountRate)}`,
  ]
}

/** What the search takes as given: its notices, and each default. What only tells a flag of the command line is left out. */
export function groundsOf({ notices, assumed }: PlanAnswer): string[] {
  const defaults = assumed
    .filter(({ path }) => path.startsWith('--'))
    .map(({ path, value, message }) => (path === '--december' ? message : `${message}: ${value}`))
  return [
    ...notices.map(({ message }) => message).filter((message) => !message.includes('--')),
    ...defaults.map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`),
  ]
}

export interface CashWords {
  readonly tone: 'good' | 'warn' | 'bad'
  readonly title: string
  readonly rest: string
}

/**
 * Whether the cash lasts through the years.
 * @param alone what is missing first where later sales do not count; null where the plan is paid for without them
 */
export function cashWordsOf(
  project: ProjectAnswer,
  alone: { readonly on: string; readonly amount: number } | null,
): CashWords {
  const lowest = lowestOf(project)
  if (lowest === null)
    return {
      tone: 'warn',
      title: 'The cash test waits for a fact.',
      rest: 'How much may you spend on strike and tax without selling these shares? The plan is not held to it yet.',
    }
  const first = firstShort(project)
  if (first) {
    const most = lowest.on === first.on ? '' : ` At most ${money(-lowest.left)} is, on ${day(lowest.on)}.`
    return {
      tone: 'bad',
      title: `Cash test fails: ${money(-first.left)} is missing on ${day(first.on)}.`,
      rest: `Strike and tax come before the shares bring money.${most}`,
    }
  }
  const title = `Cash lasts, with ${money(lowest.left)} to spare on ${day(lowest.on)}.`
  if (alone)
    return {
      tone: 'warn',
      title,
      rest: `It counts on selling shares on the way: without that, ${money(alone.amount)} is missing on ${day(alone.on)}.`,
    }
  return { tone: 'good', title, rest: 'Strike and tax of every year are paid without selling what they buy.' }
}

/** What the years show, for whoever reads rather than looks. */
export function yearsReading(project: ProjectAnswer, from: number): string {
  const years = project.years.filter(({ year }) => year >= from)
  const worst = years.reduce<(typeof years)[number] | null>(
    (most, year) => (year.summary.amt > (most?.summary.amt ?? 0.5) ? year : most),
    null,
  )
  const uses = project.creditLog.filter(({ used }) => used > 0.5)
  const [firstUse, lastUse] = [uses[0], uses.at(-1)]
  const amt = worst ? `Most AMT falls in ${worst.year}: ${money(worst.summary.amt)}.` : 'No year has AMT.'
  const end = project.creditLog.at(-1)
  const left = end && end.intoNextYear >= 0.5 ? ` ${money(end.intoNextYear)} is left after ${end.year}.` : ''
  const credit =
    firstUse && lastUse
      ? ` Credit comes back ${firstUse.year === lastUse.year ? `in ${firstUse.year}` : `from ${firstUse.year} to ${lastUse.year}`}.${left}`
      : left
  const low = lowestOf(project)
  const cash = low ? ` Cash is lowest on ${day(low.on)}, at ${money(low.left)}.` : ''
  return `${amt}${credit}${cash}`
}
