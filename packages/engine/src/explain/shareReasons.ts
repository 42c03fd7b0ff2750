/**
 * Why the shares bring a year what they bring: facts of the return followed into exercises and dispositions, and the lines
 * of a disposition into their words. Names: `exercise.0.spread`, `sale.2.compensation`, `sale.2.block.strike`.
 */
import type { PlainDate } from '../date.ts'
import { blockWords, dispositionWords, saleWords } from '../equity/disposition.ts'
import type { DispositionRecord, Exercise } from '../equity/shares.ts'
import { mentions } from '../form.ts'
import type { Reason } from './reason.ts'

/** The exercises and dispositions of the year that is explained. */
export interface ShareSources {
  readonly exercises: readonly Exercise[]
  readonly dispositions: readonly DispositionRecord[]
}

/** The names behind a fact that the shares bring in; empty for a fact of its own. */
export function namesBehind(fact: string, { exercises, dispositions }: ShareSources): string[] {
  const [, key = '', box = ''] = fact.split('.')
  const all = (line: string, which: (each: DispositionRecord) => boolean): string[] =>
    dispositions.flatMap((each, i) => (which(each) ? [`sale.${i}.${line}`] : []))
  const sold = (each: DispositionRecord) => each.sale.sold === 1
  const last = box.slice(-1)
  switch (key) {
    case 'isoSpread':
      return exercises.flatMap((each, i) => (each.spread !== 0 ? [`exercise.${i}.spread`] : []))
    case 'optionWages':
      return exercises.flatMap((each, i) => (each.wages !== 0 ? [`exercise.${i}.wages`] : []))
    case 'compensation':
      return all('compensation', (each) => each.inW2 && each.amounts.compensation !== 0)
    case 'compensationUnreported':
      return all('compensation', (each) => !each.inW2 && each.amounts.compensation !== 0)
    case 'amtCompensation':
      return all('amtCompensation', (each) => each.amounts.amtCompensation !== 0)
    case 'gains':
      return all('gain', (each) => sold(each) && each.box === last)
    case 'amtGains':
      return all('amtGain', (each) => sold(each) && each.amtBox === last)
    default:
      return []
  }
}

/** The names that the words of a line of a disposition mention; empty for what stands by itself. */
export function namesWithin(name: string): string[] {
  const [room, at, key = '', more] = name.split('.')
  if (room !== 'sale' || more !== undefined || !Object.hasOwn(dispositionWords, key)) return []
  return [...mentions(dispositionWords[key as keyof typeof dispositionWords])].map((each) => `sale.${at}.${each}`)
}

/** The reason of one such name, not followed; undefined when there is none. */
export function shareReason(name: string, of: ShareSources): Reason | undefined {
  const [room, at = '', ...rest] = name.split('.')
  if (room === 'exercise') return exerciseReason(name, of.exercises[Number(at)], rest[0] ?? '')
  const sale = room === 'sale' ? of.dispositions[Number(at)] : undefined
  return sale && saleReason(name, sale, rest)
}

function exerciseReason(name: string, exercise: Exercise | undefined, key: string): Reason | undefined {
  if (!exercise || (key !== 'spread' && key !== 'wages')) return undefined
  const { id, includedOn, strike, value } = exercise
  const what = key === 'spread' ? 'bargain element' : 'wages of nonstatutory shares'
  const days = listed(includedOn)
  const own = includedOn.length === 1 && includedOn[0] === exercise.on
  const words = own
    ? `Value of ${value} less strike of ${strike} a share, of the shares kept.`
    : `Value on ${days} less strike of ${strike} a share, of the shares that became free of risk then.`
  const cite = key === 'spread' ? 'IRC §56(b)(3)' : 'IRC §83(a)'
  return { name, title: `${id}: ${what}`, amount: exercise[key], unit: 'dollars', words, cite, from: [] }
}

const listed = (days: readonly PlainDate[]): string => days.join(', ')

function saleReason(name: string, of: DispositionRecord, [key = '', part = '']: readonly string[]): Reason | undefined {
  const title = `${of.lot}, ${of.action.kind === 'give' ? 'given' : 'disposed of'} on ${of.on}`
  if (key === 'sale') return factReason(name, saleWords, part, of.sale)
  if (key === 'block') return factReason(name, blockWords, part, of.block)
  if (!Object.hasOwn(dispositionWords, key)) return undefined
  const words = dispositionWords[key as keyof typeof dispositionWords]
  return {
    ...{ name, title: `${title}: ${label(words)}`, amount: of.amounts[key as keyof typeof dispositionWords] },
    ...{ unit: 'dollars', words: spelledOut(words), cite: 'IRC §§421(b), 422(c)(2), 56(b)(3)', from: [] },
  }
}

function factReason(
  name: string,
  words: { readonly [part: string]: string },
  part: string,
  amounts: { readonly [part: string]: number },
): Reason | undefined {
  const title = words[part]
  const amount = amounts[part]
  if (title === undefined || amount === undefined) return undefined
  const unit = title.startsWith('1 if ') ? 'switch' : part === 'shares' ? 'count' : 'dollars'
  return { name, title, amount, unit, from: [] }
}

/** What a line is called: the beginning of its words. */
const label = (words: string): string => {
  const [first = ''] = words.split(':')
  return first.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}

const spelledOut = (words: string): string =>
  words.replace(/\{([\w.]+)\}/g, (_, name: string) => {
    const [room = '', part = ''] = name.split('.')
    // "zero if {sale.qualifies}" reads on; by itself the switch is "1 if …"
    if (room === 'sale') return saleWords[part as keyof typeof saleWords].replace(/^1 if /, '')
    if (room === 'block') return blockWords[part as keyof typeof blockWords]
    return `the ${label(dispositionWords[name as keyof typeof dispositionWords])}`
  })
