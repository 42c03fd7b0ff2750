/**
 * An amount told by the lines it comes from, in the order of the form. The tree of reasons is as deep as the law; a story is the part of
 * it that fits on a panel: lines that only hand an amount on are one row, lines without an entry are left out.
 */
import type { Reason } from '@isoline/engine'

export interface StoryRow {
  readonly name: string
  /** Lines of the form, `7, 9` where one hands its amount to the other; empty for an amount that is on no line. */
  readonly lines: string
  readonly title: string
  /** Whether the title names the amount; otherwise it says how it is figured. */
  readonly label: boolean
  readonly note: string
  readonly reason: Reason
  /** Below zero where the row it goes into takes it off. */
  readonly sign: 1 | -1
  /** Figured from rows above it. */
  readonly total: boolean
}

export interface Story {
  readonly rows: readonly StoryRow[]
  /** The rows that the amount is made of directly, with their signs. */
  readonly parts: readonly StoryRow[]
  /** Figures of the law that the rows mention. */
  readonly figures: readonly Reason[]
}

interface Step {
  /** From the line that is mentioned down to the one that figures: the same amount handed on. */
  readonly chain: readonly Reason[]
  steps: readonly Step[]
}

/** As many rows as can be read at a glance. */
const mostRows = 9

export function storyOf(root: Reason, most = mostRows): Story {
  const followed = followedIn(root)
  const start = stepOf(root, root, followed)
  grow(start, root, followed, most)
  const rows = start.steps.length === 0 ? [] : rowsOf(start, 1, formOf(root.name))
  const told = chains(start).flatMap((each) => followed.get(each.name)?.from ?? [])
  const figures = new Map(told.filter(isFigure).map((each) => [each.name, each]))
  const parts = visible(start).map((step, i, all) => rowOf(step, signOf(start, all, i), formOf(root.name)))
  return { rows, parts, figures: [...figures.values()] }
}

/** Steps broad before deep, as long as they fit. */
function grow(start: Step, root: Reason, followed: Followed, most: number): void {
  let count = 1
  const told = new Set(start.chain.map(({ name }) => name))
  let level = [start]
  while (level.length > 0) {
    const next: Step[] = []
    for (const step of level) {
      const { name } = bottom(step)
      // Other forms are told when they are opened; what the shares did is told here.
      if (step !== start && formOf(name) !== formOf(root.name) && !ofShares(name)) continue
      const amounts = amountsOf(bottom(step), followed).filter(({ name }) => !told.has(name))
      const entered = amounts.filter(({ amount }) => Math.abs(amount) >= 0.005)
      const shown = entered.length > 0 || step !== start ? entered : amounts.slice(0, most)
      // A line without a number that is told by its own steps gets no row.
      const more = shown.length - (numbersOf(step).length === 0 && shown.length > 0 ? 1 : 0)
      if (step !== start && (count + more > most || (handsOn(bottom(step), shown) && !ofShares(name)))) continue
      step.steps = inOrder(shown.map((each) => stepOf(each, root, followed)))
      for (const { name } of step.steps.flatMap(({ chain }) => chain)) told.add(name)
      count += more
      next.push(...step.steps)
    }
    level = next
  }
}

const ofShares = (name: string): boolean => name.startsWith('facts.')

/** Whether a line is another amount as it is: the row says so and needs none below it. */
const handsOn = ({ amount }: Reason, [only, ...others]: readonly Reason[]): boolean =>
  only !== undefined && others.length === 0 && only.amount === amount

type Followed = ReadonlyMap<string, Reason>

/** Each name where the tree follows it. */
function followedIn(root: Reason): Followed {
  const followed = new Map<string, Reason>()
  const look = (reason: Reason): void => {
    if (reason.from.length > 0 || !followed.has(reason.name)) followed.set(reason.name, reason)
    for (const each of reason.from) look(each)
  }
  look(root)
  return followed
}

export const isFigure = ({ name }: Reason): boolean => /(^|\.)law\./.test(name)
const amountsOf = (reason: Reason, followed: Followed): readonly Reason[] =>
  (followed.get(reason.name)?.from ?? []).filter((each) => !isFigure(each) && /dollars|count/.test(each.unit))

/** What a name belongs to: `form6251`, `CA.scheduleP`. */
export const formOf = (name: string): string => name.slice(0, name.lastIndexOf('.'))
const bottom = ({ chain }: Step): Reason => chain.at(-1) as Reason

function stepOf(reason: Reason, root: Reason, followed: Followed): Step {
  const chain = [reason]
  const seen = new Set([reason.name])
  for (let at: Reason | undefined = reason; at; ) {
    const { amount }: Reason = at
    const next: Reason | undefined =
      formOf(at.name) === formOf(root.name) && Math.abs(amount) >= 0.005
        ? amountsOf(at, followed).find(
            (each) => formOf(each.name) === formOf(root.name) && each.amount === amount && !seen.has(each.name),
          )
        : undefined
    if (next) {
      chain.push(next)
      seen.add(next.name)
    }
    at = next
  }
  return { chain, steps: [] }
}

const chains = (step: Step): Reason[] => [...step.chain, ...step.steps.flatMap(chains)]

/** `2i` of "Form 6251 line 2i"; empty for what is on no numbered line. */
export const lineOf = ({ title }: Reason): string => /(?:^| )line (\d+[a-z]*)(?: of \d{4}.*)?$/.exec(title)?.[1] ?? ''

const place = (line: string): number => Number.parseInt(line, 10) * 100 + (line.charCodeAt(line.length - 1) % 97)
const numbersOf = ({ chain }: Step): string[] =>
  chain
    .map(lineOf)
    .filter((line) => line !== '')
    .sort((one, other) => place(one) - place(other))
const placeOf = (step: Step): number => {
  const [first] = numbersOf(step)
  return first === undefined ? -1 : place(first)
}
const inOrder = (steps: readonly Step[]): Step[] => [...steps].sort((one, other) => placeOf(one) - placeOf(other))

/** Steps that get a row: a line without a number whose own steps are told is left to them. */
const visible = ({ steps }: Step): Step[] =>
  steps.flatMap((step) => (numbersOf(step).length === 0 && step.steps.length > 0 ? visible(step) : [step]))

function rowsOf(step: Step, sign: 1 | -1, home: string): StoryRow[] {
  const shown = visible(step)
  return [...shown.flatMap((each, i) => rowsOf(each, signOf(step, shown, i), home)), rowOf(step, sign, home)]
}

/** Of two amounts, the one that is taken off the other. */
function signOf(step: Step, shown: readonly Step[], i: number): 1 | -1 {
  const [one, other] = shown.map((each) => bottom(each).amount)
  if (shown.length !== 2 || one === undefined || other === undefined) return 1
  const is = bottom(step).amount
  if (Math.abs(one + other - is) < 0.01) return 1
  if (Math.abs(one - other - is) < 0.01) return i === 1 ? -1 : 1
  return Math.abs(other - one - is) < 0.01 && i === 0 ? -1 : 1
}

function rowOf(step: Step, sign: 1 | -1, home: string): StoryRow {
  const [top] = step.chain as [Reason, ...Reason[]]
  const common = { name: top.name, reason: top, sign, total: step.steps.length > 0 }
  const label = step.chain.map(labelOf).find((each) => each !== undefined)
  if (formOf(top.name) !== home)
    return {
      ...common,
      lines: '',
      title: titleCase(shortLabel(label ?? top.title), top),
      label: true,
      note: label ? top.title : (top.words ?? ''),
    }
  const last = bottom(step)
  const words = last.words ?? ''
  const own = labelOf(last)
  const rest = own === undefined ? words : words.slice(own.length + 1).trim()
  // What is added up above a total needs no words; a rate or a limit does.
  const said = common.total && !last.from.some(isFigure)
  return {
    ...common,
    lines: numbersOf(step).slice(0, 2).join(', '),
    title: capital(label ? shortLabel(label) : words === '' ? last.title : firstSentence(words)),
    label: label !== undefined,
    note: said || label === undefined ? '' : capital(rest),
  }
}

/** What a line is called: its words before the colon, where they say it. */
export function labelOf({ words }: Reason): string | undefined {
  const at = words?.indexOf(':') ?? -1
  return at > 0 && at < 90 ? words?.slice(0, at) : undefined
}

const firstSentence = (words: string): string => /^.*?\.(?= [A-Z]|$)/.exec(words)?.[0].replace(/\.$/, '') ?? words

/** The label without what specifies it, where it is long. */
export const shortLabel = (label: string): string => (label.length > 50 ? (label.split(',')[0] as string) : label)
/** The name of a lot, with which what the shares did begins, stays as it was given. */
export const titleCase = (text: string, { name }: Reason): string =>
  /(^|\.)(exercise|sale)\./.test(name) ? text : capital(text)
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
