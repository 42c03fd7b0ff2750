/** The cash test on a page: whether it passes, by when how much is due, and what to do where it does not. */
import type { CashTest } from '@isoline/engine'
import { exercised } from './exercises.ts'
import { count, dollars, percent } from './money.ts'
import type { Page } from './page.ts'
import { tableOf } from './table.ts'
import { listed, plural, points, wrapped } from './text.ts'

/** The headline, the payments and what they mean. A test that fails is said in red. */
export function cashTestLines(test: CashTest, page: Page): string[] {
  const { paint } = page
  const color = test.verdict === 'fails' ? (line: string) => paint.bold(paint.red(line)) : paint.bold
  const lines = wrapped(cashHeadline(test), page.width).map(color)
  if (test.verdict === 'nothingDue') return lines
  const meaning = points(cashMeaning(test), page.width)
  return [...lines, '', ...paymentTable(test, page), ...(meaning.length > 0 ? ['', ...meaning] : [])]
}

/** The verdict in a sentence or two, with what is missing and when. */
function cashHeadline(test: CashTest): string {
  const { verdict, needed, cash, left, lacks, through, years, exercises } = test
  if (verdict === 'nothingDue')
    return `Cash test: nothing is due, because the plan has no exercise from ${years.at(-1)} on.`
  const what = exercises.length === 0 ? 'Shares exercised already' : capital(exercised(exercises))
  const take = `${what} ${takes(test)} ${dollars(needed)} by ${through}`
  if (verdict === 'fails' && lacks)
    return `${warning(test)} ${take}; the cash is ${dollars(cash ?? Number.NaN)}, and ${dollars(lacks.first.amount)} is missing on ${lacks.first.on}${
      lacks.most.amount > lacks.first.amount ? `, ${dollars(lacks.most.amount)} by ${lacks.most.on}` : ''
    }.`
  if (verdict === 'passes')
    return `The cash test passes: ${low(take)}, and ${dollars(left ?? Number.NaN)} of ${dollars(cash ?? Number.NaN)} is left.`
  return `The cash test is open: ${low(take)}, as far as is known. ${listed(test.missing.map(({ path }) => path))} ${test.missing.length === 1 ? 'is' : 'are'} missing.`
}

const takes = ({ exercises }: CashTest): string => {
  const [one, another] = exercises
  return one && !another && one.shares === 1 ? 'takes' : 'take'
}

/** Shares exercised already can only be paid for, or sold while their year lasts. */
const warning = (test: CashTest): string =>
  test.exercises.some(({ on }) => on >= test.asOf)
    ? 'Do not exercise and hold: the cash test fails.'
    : madeThisYear(test)
      ? 'Do not simply hold on: the cash test fails.'
      : 'The cash test fails.'

/** Whether shares bought earlier in the year of the day asked have a bill: those of the plan, or lots, where nothing else makes it. */
function madeThisYear({ asOf, exercises, payments }: CashTest): boolean {
  const year = asOf.slice(0, 4)
  const now = exercises.filter(({ on }) => on.startsWith(year))
  const billed = payments.some((each) => each.kind === 'tax' && String(each.year) === year)
  return billed && now.every(({ on }) => on < asOf)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const low = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** A day takes ten characters, what is paid as many at least, and two lie before each column. */
const [day, leastWhat, gap] = [10, 10, 2]

/** The payments by date; what is left after each where it is known and there is room. */
function paymentTable({ payments, cash }: CashTest, page: Page): string[] {
  const widest = (amounts: readonly number[]): number => Math.max(...amounts.map((each) => dollars(each).length))
  const amounts = page.width - day - widest(payments.map(({ amount }) => amount)) - 3 * gap
  const balances = cash === null ? 0 : amounts - widest([cash, ...payments.map(({ left }) => left ?? cash)]) - gap
  const shown = cash !== null && balances >= leastWhat
  const columns = [
    { head: 'By' },
    { head: 'What', width: shown ? balances : Math.max(leastWhat, amounts) },
    { head: 'Amount', align: 'right' },
    { head: 'Cash left', align: 'right', shown },
  ] as const
  const rows = payments.map(({ on, what, amount, left }) => [on, what, dollars(amount), dollars(left ?? Number.NaN)])
  return tableOf(columns, shown ? [['', 'cash of your own', '', dollars(cash)], ...rows] : rows, page)
}

/** What follows from the test, in sentences. */
function cashMeaning(test: CashTest): string[] {
  return [payable, instead, sales, worthless, borrowed, silent].flatMap((part) => part(test))
}

const undo =
  'What is exercised already can be undone by a sale before its year ends: `isoline checklist` has the price, `isoline sell` the tax.'

function payable(test: CashTest): string[] {
  const { payable: each, asOf } = test
  if (!each) return []
  const undone = madeThisYear(test) ? [undo] : []
  if (each.length === 0) return undone
  const past = each.every(({ on }) => on < asOf)
  const some = each.filter(({ shares }) => shares > 0)
  if (some.length === 0)
    return [`Not one share of these exercises can be paid with that cash${past ? '' : ': exercise none'}.`, ...undone]
  const most = some.map(
    ({ shares, planned, grant, on }) =>
      `${shares === planned ? 'all' : `${count(shares)} of the`} ${count(planned)} of ${grant} on ${on}`,
  )
  const none = each.length - some.length
  const rest =
    none === 0
      ? ''
      : none === 1
        ? ', and nothing of the exercise after it'
        : `, and nothing of the ${none} exercises after`
  return [
    past
      ? `The cash would have paid for ${listed(most)}${rest}.`
      : `The cash pays for ${listed(most)}${rest}. Exercise so many and no more, or spread the rest over later years.`,
    ...undone,
  ]
}

const ways = { hold: 'holding', sellToCover: 'selling to cover', sameDaySale: 'a same-day sale' } as const

function instead({ instead: other, asOf }: CashTest): string[] {
  if (!other) return []
  const past = other.days.every(({ on }) => on < asOf)
  const said = other.ways
    .filter(({ how }) => how !== 'hold')
    .map(({ how, outlay, sharesKept }) => {
      const [leaves, takes, keeps] = past
        ? ['would have left', 'would have taken', 'kept']
        : ['leaves', 'takes', 'keeps']
      const cash = outlay < 0 ? `${leaves} ${dollars(-outlay)}` : `${takes} ${dollars(outlay)}`
      return `${ways[how]} ${cash}${sharesKept > 0 ? ` and ${keeps} ${plural(count(sharesKept), 'share')}` : ''}`
    })
  const days = other.days.map(({ chance }) => chance)
  const where = days.every((chance) => chance === 'market')
    ? ''
    : days.includes('none')
      ? ' For that there has to be a buyer on the day, and the file knows of none.'
      : days.includes('blackout')
        ? ' The day lies in a blackout, so the shares may not be sold then.'
        : ' On the day there is a tender; its price and its limit decide.'
  return [`Instead, of the exercises of ${other.year}, ${said.join('; ')}.${where}`]
}

function sales({ sales: sold, cash }: CashTest): string[] {
  if (!sold) return []
  const left =
    sold.left === null
      ? ''
      : sold.left < 0
        ? `, and ${dollars(-sold.left)} is missing`
        : `, and ${dollars(sold.left)} of ${dollars(cash ?? Number.NaN)} is left`
  return [
    `Later in the year of exercise the plan sells some of these shares for ${dollars(sold.proceeds)}. Counted with its tax, ${sold.needed < 0 ? `${dollars(-sold.needed)} comes in` : `${dollars(sold.needed)} is needed`}${left}. The test does not count it: the price of that day is not known yet, and a private share may find no buyer.`,
  ]
}

function worthless({ ifWorthless, verdict }: CashTest): string[] {
  if (!ifWorthless) return []
  const { spent, comesBack, through, creditLeft, amtLossLeft } = ifWorthless
  const back =
    comesBack > 0.005
      ? `minimum tax credit and losses bring back ${dollars(comesBack)} of it in less tax through ${through}`
      : `nothing of it comes back through ${through}`
  const stays = [
    ...(creditLeft > 0.005 ? [`${dollars(creditLeft)} of minimum tax credit`] : []),
    ...(amtLossLeft > 0.005 ? [`${dollars(amtLossLeft)} of AMT capital loss`] : []),
  ]
  const left = stays.length > 0 ? `; ${listed(stays)} ${stays.length === 1 ? 'is' : 'are'} then still unused` : ''
  const paid = verdict === 'passes' ? ' The test passes even then: all of it was paid with your own money.' : ''
  return [`If the shares go to zero, ${dollars(spent)} is spent, and ${back}${left}.${paid}`]
}

function borrowed({ withLoan, cash }: CashTest): string[] {
  if (!withLoan || cash === null) return []
  const { amount, rate, due, enough, lacks, draws, drawn, owed, moneyLeft, owedIfWorthless } = withLoan
  if (!drawn) return [`The loan of ${dollars(amount)} is not needed.`]
  const days = listed(draws.map(({ on, amount: each }) => `${dollars(each)} on ${on}`))
  const pays = enough
    ? 'pays everything'
    : `does not pay everything: ${dollars(lacks?.amount ?? Number.NaN)} is missing on ${lacks?.on}`
  return [
    `With borrowed money the cash ${pays}. Drawn is ${days}, and owed on ${due} is ${dollars(owed ?? Number.NaN)} with interest at ${percent(rate)} a year. Everything you own answers for that debt.`,
    `If the shares go to zero, ${dollars(owedIfWorthless ?? Number.NaN)} of that is still owed on ${due}, after the ${dollars(moneyLeft ?? Number.NaN)} that is left of your own.`,
  ]
}

function silent({ missing, withLoan }: CashTest): string[] {
  const facts = missing.map(({ path, message }) => `${path} would tell ${message}.`)
  return [
    ...facts,
    ...(withLoan && missing.length > 0 ? ['How much of the loan is needed is not known without it.'] : []),
  ]
}
