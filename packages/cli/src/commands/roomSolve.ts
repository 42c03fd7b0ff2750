/** `isoline room --solve`: the value of one input at which a target is met. */
import { type Asked, type SolveAnswer, type SolvePoint, type SolveQuestion, solveAnswer } from '@isoline/engine'
import { UsageError } from '../failure.ts'
import type { Answered, Common } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { count, dollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { tableOf } from '../print/table.ts'
import { listed, plural, points, wrapped } from '../print/text.ts'
import type { SolveFlags } from '../solveFlags.ts'
import type { Subject } from '../subject.ts'

/** What is asked of the unknown, as it was asked. */
export function roomSolve({ of }: Subject, asked: Asked, question: SolveQuestion): Answered {
  const answer = solveAnswer(of, asked, question)
  return { json: answer, lines: (page) => solveLines(answer, question, page) }
}

const about = ['grant', 'lot', 'on', 'price', 'shares', 'to'] as const

/** What may be said of each unknown. */
const takes: { readonly [Name in SolveQuestion['unknown']]: readonly (typeof about)[number][] } = {
  shares: ['grant', 'on', 'price'],
  sale: ['lot', 'on', 'price'],
  gift: ['on', 'to'],
  wages: [],
  cash: [],
  price: ['grant', 'lot', 'on', 'shares'],
}

/**
 * The question that the flags ask; null without `--solve`.
 * @throws UsageError for flags that do not go together, or lack one another.
 */
export function solveQuestion(flags: Common & SolveFlags & { readonly margin: number }): SolveQuestion | null {
  const { solve, target, grant, lot, on, price, shares, to } = flags
  const given = about.filter((name) => flags[name] !== undefined)
  if (solve === undefined) {
    const [alone] = [...(target === undefined ? [] : ['target']), ...given]
    if (alone !== undefined) throw new UsageError(`--${alone} goes with --solve. Add --solve shares, or leave it out.`)
    return null
  }
  if (target === undefined)
    throw new UsageError(`--solve ${solve} needs a target. Add --target amt=0, outlay=cash or creditDrainedBy=2031.`)
  const wrong = given.find((name) => !takes[solve].includes(name))
  if (wrong !== undefined) throw new UsageError(`--${wrong} does not go with --solve ${solve}. Leave it out.`)
  if (solve === 'sale' && (lot === undefined || on === undefined))
    throw new UsageError('--solve sale needs the lot and the day. Add --lot L --on 2026-12-01.')
  if (solve === 'price' && lot !== undefined && on === undefined)
    throw new UsageError('--solve price of a lot needs the day of the sale. Add --on 2026-12-01.')
  if (grant !== undefined && lot !== undefined)
    throw new UsageError('--grant is for an exercise and --lot for a sale. Give one of them.')
  if (solve === 'cash' && !(target.name === 'outlay' && target.amount === 'cash'))
    throw new UsageError('--solve cash goes with --target outlay=cash alone: cash moves nothing else.')
  if (flags.margin > 0) throw new UsageError('--margin does not go with --solve. Leave it out.')
  if (flags.rounding !== 'exact')
    throw new UsageError('--solve takes exact figures: the Tax Table moves in steps. Leave --rounding out.')
  if (on !== undefined && flags.year !== undefined && on.slice(0, 4) !== String(flags.year))
    throw new UsageError(`--on is ${on}, and --year ${flags.year}. Leave --year out.`)
  return {
    ...{ unknown: solve, target },
    ...(grant !== undefined && { grant }),
    ...(lot !== undefined && { lot }),
    ...(on !== undefined && { on }),
    ...(price !== undefined && { price }),
    ...(shares !== undefined && { shares }),
    ...(to !== undefined && { to }),
  }
}

function solveLines(answer: SolveAnswer, question: SolveQuestion, page: Page): string[] {
  return [
    ...wrapped(headline(answer, question), page.width).map(page.paint.bold),
    '',
    ...solveTable(answer, page),
    '',
    ...points(
      [...stretches(answer), ...jump(answer), ...looked(answer), ...held(answer), ...meaning(answer)],
      page.width,
    ),
    ...grounds(answer, page),
  ]
}

/** The answer in one sentence. */
function headline(answer: SolveAnswer, question: SolveQuestion): string {
  const { is, at, next, nearest, unknown, range, stretches, year } = answer
  const condition = conditionOf(answer, question)
  if (!at) return nearest ? noneHeadline(answer, nearest) : ''
  if (is === 'any') return `With any ${nouns[unknown]} ${spanOf(answer, range)}, ${condition}.`
  if (unknown === 'cash')
    return at.value === 0
      ? `No cash is needed in ${year}.`
      : `It takes ${subject(answer, at.value)}, the outlay of ${year}.`
  if (at.value === 0)
    return `Only with none: one ${unknown === 'gift' ? 'cent' : 'share'} more, and it no longer holds that ${condition}.`
  const own = ownOf(answer)
  const around = stretches.find(({ from, to }) => from.value <= at.value && at.value <= to.value)
  if (stretches.length > 1 && own !== null && around) {
    const span = spanOf(answer, { from: around.from.value, to: around.to.value })
    return `Nearest to ${own}: with ${nouns[unknown]} ${span}, ${condition}.`
  }
  if (is === 'least') return `It takes ${subject(answer, at.value, 'at least ')}: then ${condition}.`
  if (next) return `With ${subject(answer, at.value, 'up to ')}, ${condition}.`
  return unknown === 'gift'
    ? `Even with ${subject(answer, at.value)}, as much as was looked at, ${condition}.`
    : `Even with all ${subject(answer, at.value)}, ${condition}.`
}

function noneHeadline(answer: SolveAnswer, nearest: SolvePoint): string {
  const { unknown, why, range } = answer
  const amount = amountWords(answer, nearest)
  if (why === 'moot')
    return `The ${nouns[unknown]} ${unknown === 'shares' || unknown === 'wages' ? 'do' : 'does'} not move it: ${amount} in any case.`
  return `No ${nouns[unknown]} ${spanOf(answer, range)} will do: at best ${amount}, with ${subject(answer, nearest.value)}. ${reasons[why ?? 'end'](answer, nearest)}`
}

/** Why no other value comes nearer. */
const reasons = {
  moot: () => '',
  turns: () => 'Less and more are both further away.',
  end({ range, unknown, about }: SolveAnswer, { value }: SolvePoint) {
    if (value === range.from) return 'All that is more is further away.'
    if (range.endsWith === 'looked') return 'No more was looked at.'
    return unknown === 'shares'
      ? `No more can be exercised on ${about.on}.`
      : `No more are held and vested on ${about.on}.`
  },
} as const satisfies {
  readonly [Why in NonNullable<SolveAnswer['why']>]: (answer: SolveAnswer, nearest: SolvePoint) => string
}

const nouns = {
  shares: 'shares',
  sale: 'sale',
  gift: 'gift',
  wages: 'wages',
  cash: 'cash',
  price: 'price',
} as const satisfies { readonly [Name in SolveAnswer['unknown']]: string }

/** A value of the unknown, in its unit. */
const shown = ({ range }: SolveAnswer, value: number): string =>
  range.step === 1 ? plural(count(value), 'share') : dollars(value)

const spanOf = (answer: SolveAnswer, { from, to }: { readonly from: number; readonly to: number }): string =>
  `from ${answer.range.step === 1 ? count(from) : dollars(from)} to ${shown(answer, to)}`

/** A value of the unknown, or up to it or more, with all that it is about. */
function subject(answer: SolveAnswer, value: number, bound = ''): string {
  const { unknown, about, year } = answer
  const amount = `${bound}${shown(answer, value)}`
  switch (unknown) {
    case 'shares':
      return `${amount} of ${about.grant} exercised on ${about.on} and held`
    case 'sale':
      return `${amount} of ${about.lot} sold on ${about.on} at ${dollars(about.price ?? Number.NaN)}`
    case 'gift':
      return `${amount} given to ${about.to === 'dafSponsor' ? 'a donor-advised fund' : 'a public charity'} in ${year}`
    case 'wages':
      return `wages of ${amount} in ${year}`
    case 'cash':
      return `cash of ${amount}`
    case 'price':
      return about.lot === null
        ? `a value of ${amount} a share on ${about.on}`
        : `a price of ${amount} for ${sharesOf(answer)} on ${about.on}`
  }
}

const sharesOf = ({ about }: SolveAnswer): string =>
  `${plural(count(about.shares ?? Number.NaN), 'share')} of ${about.lot ?? about.grant}`

/** What wages or a price are in the file. */
const ownOf = ({ unknown, asItIs }: SolveAnswer): string | null =>
  asItIs && (unknown === 'wages' || unknown === 'price') ? dollars(asItIs.value) : null

function conditionOf({ target: { name, limit, through }, year }: SolveAnswer, question: SolveQuestion): string {
  const amount = limit === null ? '' : dollars(limit)
  const isCash = question.target.name === 'outlay' && question.target.amount === 'cash'
  switch (name) {
    case 'amt':
      return limit === 0 ? `there is no AMT in ${year}` : `AMT in ${year} is no more than ${amount}`
    case 'totalTax':
      return `total tax of ${year} is no more than ${amount}`
    case 'room':
      return `the room of ${year} is no less than ${amount}`
    case 'outlay':
      return isCash
        ? `the outlay of ${year} is within the cash${limit === null ? '' : ` of ${amount}`}`
        : `the outlay of ${year} is no more than ${amount}`
    case 'creditDrainedBy':
      return `no minimum tax credit is left at the end of ${through}`
  }
}

function amountWords({ target: { name, through }, year }: SolveAnswer, { amount }: SolvePoint): string {
  switch (name) {
    case 'amt':
      return `AMT in ${year} is ${dollars(amount)}`
    case 'totalTax':
      return `total tax of ${year} is ${dollars(amount)}`
    case 'room':
      return `the room of ${year} is ${dollars(amount)}`
    case 'outlay':
      return `the outlay of ${year} is ${dollars(amount)}`
    case 'creditDrainedBy':
      return `${dollars(amount)} of minimum tax credit is left at the end of ${through}`
  }
}

/** The values that tell: as it is, the answer, one further, and where else the target begins or ceases to hold. */
function solveTable(answer: SolveAnswer, page: Page): string[] {
  const { target, unknown, range } = answer
  const right = { align: 'right' } as const
  const columns = [
    { head: '' },
    { head: range.step === 1 ? 'Shares' : capital(nouns[unknown]), ...right },
    { head: target.name === 'room' ? 'Room' : 'Total tax', ...right, shown: /^(room|totalTax)$/.test(target.name) },
    { head: 'AMT', ...right },
    { head: 'Outlay', ...right },
    { head: `Credit left\n${target.through}`, ...right },
  ]
  const rows = told(answer).map(([label, point]) => [
    label,
    range.step === 1 ? count(point.value) : dollars(point.value),
    dollars(point.amount),
    ...[point.amt, point.outlay, point.creditLeft].map(dollars),
  ])
  return tableOf(columns, rows, page)
}

function told(answer: SolveAnswer): [string, SolvePoint][] {
  const { at, next, asItIs, nearest, stretches, is, range, unknown } = answer
  const none = range.step === 1 || unknown === 'gift' ? 'none' : 'as it is'
  const one = range.step === 1 ? 'one' : 'a cent'
  const labeled: [string, SolvePoint | null][] = [
    [is === 'any' ? 'as it is' : `the ${is}`, at],
    [none, asItIs],
    ['the nearest', nearest],
    [`${one} ${is === 'most' ? 'more' : 'less'}`, next],
    ...stretches.flatMap(({ from, to, opensBelow, opensAbove }): [string, SolvePoint | null][] => [
      ['also from', opensBelow ? null : from],
      ['also up to', opensAbove ? null : to],
    ]),
  ]
  return labeled
    .flatMap(([label, point]): [string, SolvePoint][] => (point ? [[label, point]] : []))
    .filter(([, { value }], i, rows) => rows.findIndex(([, other]) => other.value === value) === i)
    .sort(([, one], [, other]) => one.value - other.value)
}

/** Where the target holds, when that is more than one stretch or a stretch with two ends. */
function stretches(answer: SolveAnswer): string[] {
  const two = answer.stretches.some(({ opensBelow, opensAbove }) => !(opensBelow || opensAbove))
  if (answer.stretches.length < 2 && !two) return []
  const each = answer.stretches.map(({ from, to }) => spanOf(answer, { from: from.value, to: to.value }))
  return [`It holds ${listed(each)}, and nowhere between or beyond of what was looked at.`]
}

/** Dollars by which one cent of the unknown may move the target before it is called a jump. */
const smooth = 1

function jump({ at, next, unknown }: SolveAnswer): string[] {
  if (!at || !next || !(unknown === 'gift' || unknown === 'wages') || Math.abs(at.amount - next.amount) < smooth)
    return []
  return [
    `One cent moves it from ${dollars(next.amount)} to ${dollars(at.amount)}: there another choice becomes the cheaper one, such as itemizing instead of the standard deduction.`,
  ]
}

function looked(answer: SolveAnswer): string[] {
  const { range, about, unknown } = answer
  const span = spanOf(answer, range).replace('from ', '')
  if (range.endsWith === 'exercisable')
    return [
      `Looked at: ${span}, all ISO shares of ${about.grant} that can be exercised on ${about.on}. A share is worth ${dollars(about.price ?? Number.NaN)} then.`,
    ]
  if (range.endsWith === 'held')
    return [`Looked at: ${span}, all of ${about.lot} that is held and vested on ${about.on}.`]
  return unknown === 'cash' ? [] : [`Looked at: ${span}, to the cent.`]
}

/** What was held fixed, and what was set aside because it is what is decided. */
function held({ setAside, unknown, about, year }: SolveAnswer): string[] {
  if (setAside === 0) return ['All else is as the file has it, the plan too.']
  const entries = plural(String(setAside), 'entry').replace('entrys', 'entries')
  const what =
    about.lot === null
      ? `the plan's own exercises of ${year} and what becomes of their shares`
      : `what the plan does with shares of ${about.lot} from ${about.on} on`
  return [
    `Set aside, because it is what is ${unknown === 'price' ? 'priced' : 'decided'}: ${what} (${entries}). All else is as the file has it.`,
  ]
}

function meaning({ target }: SolveAnswer): string[] {
  if (target.name !== 'outlay') return []
  return [
    'Outlay is strike and tax, federal and state, of the planned exercises of the year, less what shares of them sold in it bring: that of `isoline cost`.',
  ]
}

const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`
