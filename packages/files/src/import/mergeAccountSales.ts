/** Sales of an account's history, which name a security and no exercise: found among the sales of the scenario, or added. */
import type { Found, SaleFact } from './found.ts'
import { agree, type Merge } from './merge.ts'
import type { Entry } from './scenarioObject.ts'

type AccountSale = Found<SaleFact & { readonly security: NonNullable<SaleFact['security']> }>

/**
 * Adds the sales of the company that the scenario names. A sale of a day on which the scenario sells already is the same one;
 * statements by lot may have several rows for it. One exercise before it is its lot; of several it is asked.
 */
export function addAccountSales(found: readonly Found<SaleFact>[], scenario: Entry, merge: Merge): void {
  const sales = found.filter((each): each is AccountSale => each.fact.security !== undefined)
  if (sales.length === 0) return
  const ours = sales.filter(({ fact }) => isCompany(fact.security, companyName(scenario)))
  if (ours.length === 0) askCompany(sales, merge)
  const made = exercises(merge)
  const before = byDay(
    merge.plan.entries.filter(({ sell }) => sell !== undefined),
    ({ on }) => on,
  )
  for (const [on, ofDay] of byDay(ours, ({ fact }) => fact.on)) {
    const there = before.get(on) ?? []
    const open = ofDay.filter((each) => !joined(each, there, merge))
    if (before.has(on)) settle(open, there, merge)
    else for (const each of open) add(each, made, merge)
  }
}

function byDay<Each>(all: readonly Each[], dayOf: (each: Each) => unknown): Map<unknown, Each[]> {
  const days = new Map<unknown, Each[]>()
  for (const each of all) {
    const known = days.get(dayOf(each))
    if (known) known.push(each)
    else days.set(dayOf(each), [each])
  }
  return days
}

/** Whether a sale of the day has these shares and this price; it is taken out of `there` then. */
function joined(each: AccountSale, there: Entry[], merge: Merge): boolean {
  const { shares, price } = each.fact
  const place = there.findIndex((entry) => agree(entry['sell'], shares) && agree(entry['price'], price))
  const [entry] = place < 0 ? [] : there.splice(place, 1)
  if (entry) merge.join(each, merge.plan, entry, {}, 'plan')
  return entry !== undefined
}

/** What is left of a day on both sides is the same where its shares are; else it contradicts. */
function settle(open: readonly AccountSale[], there: readonly Entry[], merge: Merge): void {
  const [first] = open
  if (!first) return
  const [entry] = there
  const sold = open.reduce((sum, { fact }) => sum + fact.shares, 0)
  const planned = there.reduce((sum, { sell }) => sum + Number(sell), 0)
  if (entry && agree(planned, sold)) for (const each of open) merge.join(each, merge.plan, entry, {}, 'plan')
  else {
    const path = entry ? `plan[${merge.plan.placeOf(entry)}].sell` : 'plan'
    merge.contradict(
      path,
      planned,
      sold,
      first.from,
      `More or fewer shares were sold on ${first.fact.on}: correct the plan of that day if the file is right.`,
    )
  }
}

/** Exercises by their day, ascending, by the name of the lot each makes. */
function exercises(merge: Merge): { readonly day: string; readonly name: unknown }[] {
  const lots = merge.lots.entries.map(({ exercised, id }) => ({ day: String(exercised), name: id }))
  const planned = merge.plan.entries
    .filter(({ exercise }) => exercise !== undefined)
    .map(({ as, grant, on }) => ({ day: String(on), name: as ?? `${grant}@${on}` }))
  return [...lots, ...planned].sort((one, other) => (one.day < other.day ? -1 : 1))
}

function add(each: AccountSale, made: ReturnType<typeof exercises>, merge: Merge): void {
  const { on, shares, price, fees } = each.fact
  // Whether there is one, none or several shows in the first two
  const names = made.slice(0, 2).filter(({ day }) => day <= on)
  if (names.length === 0) {
    const message = `${shares} shares were sold on ${on}, and no exercise before that day is known. Give the exercises first (Form 3921), then this file again.`
    merge.asked.push({ path: 'lots', message, changes: 'the gain of the sale: it was not taken over' })
    return
  }
  const lot = names.length === 1 ? names[0]?.name : undefined
  merge.askIfPlanned(merge.plan, lot, on, 'sell', each.from)
  merge.add(each, merge.plan, { on, sell: shares, lot, price, fees })
}

function askCompany(sales: readonly AccountSale[], merge: Merge): void {
  const sold = new Map(sales.map(({ fact: { security } }) => [security.symbol, security.description]))
  const named = [...sold].slice(0, 10).map(([symbol, words]) => (words === '' ? symbol : `${symbol} (${words})`))
  merge.asked.push({
    path: 'company.name',
    message: `Is one of these the company: ${named.join(', ')}? If so, name it as the file does, or by its symbol, and give the file again: its sales were not taken over.`,
    changes: 'which sales of the account are of the option shares',
  })
}

function companyName(scenario: Entry): string {
  const company = Object.hasOwn(scenario, 'company') ? scenario['company'] : undefined
  const name =
    typeof company === 'object' && company !== null && Object.hasOwn(company, 'name') && (company as Entry)['name']
  return typeof name === 'string' ? name : ''
}

/** Words that names of securities add to the name of a company. */
const added =
  /^(the|inc|incorporated|corp|corporation|co|company|llc|ltd|plc|com|common|cap|stock|stk|cl|class|[abc]|new|shs|usd\d*|\d+)$/

const nameWords = (text: string): string =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !added.test(word)).join(' ')

/** Whether a security is the company's stock: by its symbol, or by its whole name. Part of a name may be another company. */
function isCompany({ symbol, description }: AccountSale['fact']['security'], name: string): boolean {
  const words = nameWords(name)
  return name.trim().toUpperCase() === symbol.toUpperCase() || (words !== '' && words === nameWords(description))
}
