/** The sentences of the year, composed from the answers. */
import type { CreditAnswer, EstimateAnswer, RoomAnswer, ScenarioFile } from '@isoline/engine'
import { longDay, yearOf } from '../../words/days.ts'
import { centsPerDollar, count, exactMoney, money, shares as sharesOf } from '../../words/money.ts'
import { listed } from '../../words/states.ts'
import { cornerAt, type Line, nextBreak } from './line.ts'

/** What can be exercised for free, as one sentence around the number it is about. */
export interface FreeSentence {
  readonly before: string
  readonly marked: string
  readonly after: string
}

type GrantRoom = RoomAnswer['byGrant'][number]

const plain = (before: string): FreeSentence => ({ before, marked: '', after: '' })

/** @param now whether the year asked about is the present one */
export function freeSentence(grant: GrantRoom | undefined, year: number, now: boolean): FreeSentence {
  const when = now ? 'this year' : `in ${year}`
  if (!grant) return plain('There are no incentive stock options here to exercise.')
  if (grant.exercisable === 0) return plain(`No share of ${grant.grant} can be exercised ${when}.`)
  if (grant.spreadPerShare === 0) return plain('A share is worth no more than its strike: exercising adds no AMT.')
  if (grant.shares === 0) return plain(`Every share you exercise ${when} adds AMT.`)
  const all = grant.shares === grant.exercisable
  return {
    before: all ? 'You can exercise all ' : 'You can exercise ',
    marked: sharesOf(grant.shares),
    after: all ? ` of ${grant.grant} ${when} without AMT.` : ` ${when} without AMT.`,
  }
}

/** What becomes of the AMT: how much of it is credit, and when that is back. */
export function creditSentence(estimate: EstimateAnswer, credit: CreditAnswer | undefined, last: boolean): string {
  const { exclusionPart, generated } = estimate.credit
  if (generated <= 0) return ''
  const part = exclusionPart > 0.5 ? `${money(generated)} of the year’s AMT becomes credit` : 'All of it becomes credit'
  if (!credit) return `${part}.`
  const { drainedIn, left, through } = credit.ahead
  if (drainedIn === null) return `${part}; ${money(left)} of credit is still unused in ${through}.`
  return last
    ? `${part}; if you exercise nothing more, your income alone brings it back by ${drainedIn}.`
    : `${part}; by your plan it is all back by ${drainedIn}.`
}

/** What filling the room costs although it adds no AMT: credit that is not used this year. */
export function roomCreditSentence({ credit }: RoomAnswer): string {
  return credit.lostByFillingRoom < 0.5
    ? ''
    : ` Filling that room puts off ${money(credit.lostByFillingRoom)} of credit that you would use in this year.`
}

/** Whether the plan does nothing after a year. */
export const isLast = (file: ScenarioFile, year: number): boolean =>
  (file.plan ?? []).every(({ on }) => yearOf(on) <= year)

/** What one share more costs, and how far that holds. */
export function nextShareSentences(line: Line, shares: number): readonly [first: string, rest: string] {
  const corner = cornerAt(line, shares)
  const cost = line.costsMore ? corner.costPerShare : corner.amtPerShare
  const kind = line.costsMore ? 'tax' : 'AMT'
  const next = nextBreak(line, shares)
  const holds = next
    ? ` That holds until ${sharesOf(next.shares)}, where ${next.where}.`
    : ' That holds for every share beyond.'
  if (cost < 0.005) return [`The next share costs no ${kind}.`, holds]
  const rate = `${centsPerDollar(cost / line.spreadPerShare)} on each dollar of its ${exactMoney(line.spreadPerShare)} spread.`
  return [`The next share costs ${exactMoney(cost)} of ${kind}`, `, ${rate}${holds}`]
}

/** The state of the handle, for whoever cannot see it. */
export function handleText(shares: number, amt: number, payable: number | null): string {
  const cash = payable === null ? 'cash not known' : shares <= payable ? 'cash covers it' : 'cash does not cover it'
  return `${sharesOf(shares)}, AMT ${money(amt)}, ${cash}`
}

/** `April 15, 2027`, without its year where that is clear. */
export const dueDay = (on: string, withYear = true): string => {
  const words = longDay(on)
  return withYear ? words : words.replace(/, \d{4}$/, '')
}

interface RoomPoint {
  readonly at: number
  readonly shares: number | null
}

/** Where the room in shares goes when wages move, from the points that were figured: the ends, where it is most, and least. */
export function troughSentences(lowest: RoomPoint | null, low: RoomPoint, most: RoomPoint, high: RoomPoint): string {
  const said = ({ at, shares }: RoomPoint): string =>
    `${shares === null ? 'without limit' : count(shares)} at ${money(at)}`
  const inside = most.at > low.at && most.at < high.at
  const others = listed([low, ...(inside ? [most] : []), high].map(said))
  if (lowest)
    return `A raise can take room away. It is least at ${money(lowest.at)} of wages, ${sharesOf(lowest.shares ?? 0)}. It is ${others}.`
  if (inside) return `More wages bring more room up to about ${money(most.at)}, and less beyond: it is ${others}.`
  const more = (high.shares ?? 0) > (low.shares ?? 0)
  return `Over these wages, more of them bring ${more ? 'more' : 'less'} room: it is ${others}.`
}
