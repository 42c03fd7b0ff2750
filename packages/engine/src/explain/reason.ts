/**
 * Why a number is what it is: the line's words and the amounts those words mention, recursively, down to facts and to
 * figures with their authority. Derived from the words; nothing is traced while figuring.
 */
import type { FiledYear } from '../filed.ts'
import { mentions, type Sheet, type Words } from '../form.ts'
import { type Facts, factWords, type Gains, gainWords } from '../forms/facts.ts'
import { form8801ExclusionWords, form8801Words } from '../forms/form8801.ts'
import { type FederalTable, type FigureName, federalFigures } from '../law/federal/figures.ts'
import { derivedFigures, type FederalLaw } from '../law/federal/law.ts'
import type { Figure, FigureStatus } from '../law/law.ts'
import type { FederalReturn } from '../return.ts'
import type { Closing, FiguredYear } from '../timeline.ts'
import { type AnyFormId, type FormEntry, formOf, sheetOf } from './federalForms.ts'
import { lineName, lineTitle } from './lineTitle.ts'
import { namesBehind, namesWithin, type ShareSources, shareReason } from './shareReasons.ts'
import { isOfState, namesOfState, type StateSources, stateReason } from './stateReasons.ts'

/** A figured return with the law it was figured under: all that an explanation needs. */
export interface Explainable {
  readonly return: FederalReturn
  readonly law: FederalLaw
  readonly table: FederalTable
  /** What the shares did in the year; absent for a flat case. */
  readonly shares?: ShareSources
  /** The sheets that close the year. */
  readonly closing?: Closing
  /** Returns of states on it; absent where none is asked about. */
  readonly states?: StateSources
  /** The year before, from which what is carried in comes: figured, or as filed. */
  readonly before?: Explainable | FiledYear
}

/** A year of a timeline as something to explain, with all years before it. */
export function explainable(of: FiguredYear, states?: StateSources): Explainable {
  const { before } = of
  return {
    ...{ return: of.return, law: of.law, table: of.choice.table, shares: of, closing: of },
    ...(states && { states }),
    ...(before && { before: 'filed' in before ? before : explainable(before) }),
  }
}

/**
 * One amount and where it comes from. `name` is stable (`form6251.line11`, `law.amtExemption`, `facts.wages`); one of an
 * earlier year begins with that year (`2025.form6251.line11`).
 */
export interface Reason {
  readonly name: string
  readonly title: string
  readonly amount: number
  readonly unit: 'dollars' | 'rate' | 'count' | 'switch' | 'schedule'
  /** The line's instruction with every name spelled out. Absent for facts and figures. */
  readonly words?: string
  /** Code sections behind a form's line, or the authority of a figure. */
  readonly cite?: string
  readonly source?: string
  readonly status?: FigureStatus
  readonly note?: string
  /** The amounts its words mention; empty for facts and figures, and where `left` says so. */
  readonly from: readonly Reason[]
  /** Why what it comes from is not here: it is followed elsewhere in the tree, or the depth asked for ends. */
  readonly left?: 'elsewhere' | 'deeper'
}

/**
 * The reason for a name: a line (`form6251.line11`), a figure (`law.amtExemption`) or a fact (`facts.wages`). Each name is
 * followed once, where it stands highest: followed everywhere, the tree of an itemizer has more branches than memory
 * holds. `depth` limits how far. Undefined when there is no such name or the return did not need that form.
 */
export function reasonFor(name: string, of: Explainable, depth = Number.POSITIVE_INFINITY): Reason | undefined {
  const root: Growing | undefined = withoutBranches(name, of)
  if (!root) return undefined
  const followed = new Set([root.name])
  let level = [root]
  for (let at = 0; at < depth && level.length > 0; at++) {
    const next: Growing[] = []
    for (const node of level) {
      const branches = mentionedBy(node.name, of)
      node.from = branches
      for (const branch of branches) {
        if (mentionedBy(branch.name, of).length === 0) continue
        if (followed.has(branch.name)) branch.left = 'elsewhere'
        else {
          followed.add(branch.name)
          next.push(branch)
        }
      }
    }
    level = next
  }
  for (const node of level) if (mentionedBy(node.name, of).length > 0) node.left = 'deeper'
  return root
}

type Growing = { -readonly [Key in keyof Reason]: Reason[Key] }

/** A name where it belongs: the year it is of, and what it is called there. */
interface Place {
  readonly of: Explainable
  readonly name: string
  /** The year in front of names of another year than the one explained. */
  readonly prefix: string
}

/** A year as filed holds lines of forms and nothing to follow. */
type AnyPlace = Place | { readonly of: FiledYear; readonly name: string; readonly prefix: string }

const isFiled = (of: Explainable | FiledYear): of is FiledYear => 'filed' in of
const yearOf = (of: Explainable | FiledYear): number => (isFiled(of) ? of.year : of.law.year)

function placeOf(full: string, root: Explainable): AnyPlace | undefined {
  const [, year, name] = /^(\d{4})\.(.+)$/.exec(full) ?? []
  if (year === undefined || name === undefined) return { of: root, name: full, prefix: '' }
  let at: Explainable | FiledYear | undefined = root
  while (at && yearOf(at) > Number(year)) at = isFiled(at) ? undefined : at.before
  if (!at || yearOf(at) !== Number(year)) return undefined
  return at === root ? { of: root, name, prefix: '' } : ({ of: at, name, prefix: `${year}.` } as AnyPlace)
}

/** The reasons of the names that a name's words mention, themselves not followed. */
const mentionedBy = (name: string, root: Explainable): Growing[] =>
  namesUnder(name, root).flatMap((each) => withoutBranches(each, root) ?? [])

function namesUnder(full: string, root: Explainable): string[] {
  const place = placeOf(full, root)
  if (!place || isFiled(place.of)) return []
  const { of, name, prefix } = place as Place
  const [room = '', key = ''] = name.split('.')
  if (isOfState(name)) return namesOfState(name, of.states ?? [])
  if (name === 'law.amtExemptionGone') return derivedFigures.amtExemptionGone.from.map((each) => `${prefix}law.${each}`)
  if (isPartI(name)) return namesOfPartI(key, of, prefix)
  const form = formOf(room)
  const own = form ? namesIn(form, form.words[key] ?? '') : [...namesOfShares(name, of), ...namesCarriedIn(name, of)]
  return own.map((each) => (/^\d{4}\./.test(each) ? each : `${prefix}${each}`))
}

const namesOfShares = (name: string, { shares }: Explainable): string[] =>
  shares ? (name.startsWith('facts.') ? namesBehind(name, shares) : namesWithin(name)) : []

/** Lines of Form 8801 that are figured on the year before. */
const isPartI = (name: string): boolean => {
  const [room, key = ''] = name.split('.')
  return room === 'form8801' && !Object.hasOwn(form8801Words, key) && Object.hasOwn(form8801ExclusionWords, key)
}

/** What those lines mention: lines of the form itself, and whatever else of the year before. */
function namesOfPartI(line: string, of: Explainable, prefix: string): string[] {
  const words = form8801ExclusionWords[line as keyof typeof form8801ExclusionWords]
  return [...mentions(words)].map((name) =>
    name.includes('.') ? `${of.law.year - 1}.${name}` : `${prefix}form8801.${name}`,
  )
}

/** The names behind a fact that the year before carries in. */
function namesCarriedIn(fact: string, { before, law }: Explainable): string[] {
  if (!before) return []
  if (fact === 'facts.minimumTaxCreditMade')
    return ['form8801.line16', 'form8801.line17'].map((name) => `${yearOf(before) + 1}.${name}`)
  if (isFiled(before)) return []
  const name = carriedInFrom[fact]
  return name === undefined ? [] : [`${law.year - 1}.${name}`]
}

const carriedInFrom: { readonly [fact: string]: string } = {
  'facts.minimumTaxCredit': 'form8801.line26',
  'facts.gains.shortCarryover': 'capitalLossCarryover.line8',
  'facts.gains.longCarryover': 'capitalLossCarryover.line13',
  'facts.amtGains.shortCarryover': 'capitalLossCarryoverAmt.line8',
  'facts.amtGains.longCarryover': 'capitalLossCarryoverAmt.line13',
}

function withoutBranches(full: string, root: Explainable): Reason | undefined {
  const place = placeOf(full, root)
  if (!place) return undefined
  if (isFiled(place.of)) return filedReason(full, place.name, place.of)
  const reason = reasonAt(place.name, place.of)
  if (!reason || place.prefix === '') return reason
  return { ...reason, name: full, title: `${reason.title} of ${place.of.law.year}` }
}

/** A reason by its name within its own year. */
function reasonAt(name: string, of: Explainable): Reason | undefined {
  const [room = '', key = ''] = name.split('.')
  if (isOfState(name)) return stateReason(name, of.states ?? [], (each) => federalTitle(each, of))
  if (room === 'sale' || room === 'exercise') return of.shares && shareReason(name, of.shares)
  if (room === 'law') return figureReason(key, of)
  if (room === 'facts') return factReason(name, of)
  if (isPartI(name)) return partIReason(key, of)
  const form = formOf(room)
  if (!form || !Object.hasOwn(form.words, key) || !form.figured(of.return)) return undefined
  const sheet = sheetIn(of, form.id)
  const amount = sheet?.[key]
  return amount === undefined || Number.isNaN(amount) ? undefined : lineReason(form, key, amount, of)
}

const sheetIn = (of: Explainable, id: AnyFormId): Readonly<Sheet<Words>> | undefined =>
  id === 'exclusion' || id === 'capitalLossCarryover' || id === 'capitalLossCarryoverAmt'
    ? of.closing?.[id]
    : sheetOf(of.return, id)

/** A line of Part I or III: its words speak of the year before, and its amount stands on the sheet that closed that year. */
function partIReason(line: string, of: Explainable): Reason | undefined {
  const { before } = of
  const form = formOf('exclusion') as FormEntry<AnyFormId>
  const sheet = before && (isFiled(before) ? before.exclusion : before.closing?.exclusion)
  const amount = (sheet as Readonly<Sheet<Words>> | undefined)?.[line]
  if (!before || amount === undefined || Number.isNaN(amount)) return undefined
  const speaker = isFiled(before) ? { ...of, law: { ...of.law, ...before.law, year: before.year } } : before
  return { ...lineReason(form, line, amount, speaker), name: `form8801.${line}` }
}

/** A line of a year as filed: stated in the file, not figured. */
function filedReason(full: string, name: string, of: FiledYear): Reason | undefined {
  const [room = '', key = ''] = name.split('.')
  if (room === 'law') {
    const amount = of.law?.[key as keyof typeof of.law]
    if (amount === undefined) return undefined
    const { means, unit } = Object.hasOwn(federalFigures, key)
      ? federalFigures[key as FigureName]
      : { ...derivedFigures.amtExemptionGone, unit: 'dollars' as const }
    return { name: full, title: `${means} of ${of.year}`, amount, unit, from: [] }
  }
  const amount = room === 'form6251' ? (of.form6251 as Readonly<Sheet<Words>> | null)?.[key] : undefined
  if (amount === undefined || Number.isNaN(amount)) return undefined
  const title = `${lineTitle('form6251', key, of.year)} of ${of.year}, as filed`
  return { name: full, title, amount, unit: 'dollars', from: [] }
}

function lineReason(form: FormEntry<AnyFormId>, line: string, amount: number, of: Explainable): Reason {
  const words = form.words[line] ?? ''
  return {
    name: `${form.id}.${line}`,
    title: lineTitle(form.id, line, of.law.year),
    amount,
    unit: words.startsWith('1 if ') ? 'switch' : 'dollars',
    words: spellOut(form, words, of),
    cite: form.law,
    from: [],
  }
}

/** The full names an instruction mentions, in the order of the text: own lines get the form's name in front. */
export function namesIn(form: FormEntry<AnyFormId>, words: string): string[] {
  return [...mentions(words)].flatMap((name) => form.reads?.[name] ?? [fullName(form, name)])
}

function fullName(form: FormEntry<AnyFormId>, name: string): string {
  if (!name.includes('.')) return `${form.id}.${name}`
  if (name.startsWith('gains.')) return `facts.${form.gains ?? 'gains'}.${name.slice('gains.'.length)}`
  return name
}

/** An instruction as people read it: every name in braces replaced by what it is called, figures with their amount. */
export function spellOut(form: FormEntry<AnyFormId>, words: string, of: Explainable): string {
  return words.replace(/\{([\w.]+)\}/g, (_, name: string) => {
    const [first = name, ...others] = form.reads?.[name] ?? [name]
    if (others.length > 0) return [first, ...others].map((each) => lineTitleOf(each, of)).join(' plus ')
    const [room = '', key = ''] = fullName(form, first).split('.')
    if (room === 'law') return figureText(key, of)
    if (room === 'facts') return factText(fullName(form, first), of)
    if (room === 'election') return 'deductions are itemized'
    const id = room as AnyFormId
    return id === form.id ? `the ${lineName(id, key, of.law.year)}` : lineTitle(id, key, of.law.year)
  })
}

function lineTitleOf(name: string, of: Explainable): string {
  const [id = '', line = ''] = name.split('.')
  return lineTitle(id as AnyFormId, line, of.law.year)
}

/** A federal name in the words of a state's form. */
function federalTitle(name: string, of: Explainable): string {
  const [room = ''] = name.split('.')
  if (room === 'facts') return factText(name, of)
  if (room === 'election') return 'deductions are itemized on the federal return'
  return lineTitleOf(name, of)
}

/** A fact in an instruction: as given, unless the shares bring it. */
function factText(name: string, { shares }: Explainable): string {
  const brought = shares !== undefined && namesBehind(name, shares).length > 0
  return brought ? factTitle(name) : `${factTitle(name)} as given`
}

function figureText(name: string, of: Explainable): string {
  const reason = figureReason(name, of)
  if (!reason) return name
  if (reason.unit === 'schedule') return reason.title
  if (reason.unit === 'rate') return `${reason.amount / 100} %`
  return reason.unit === 'dollars'
    ? `${reason.amount.toLocaleString('en-US')} (${reason.title})`
    : String(reason.amount)
}

function figureReason(name: string, { law, table }: Explainable): Reason | undefined {
  if (name === 'rateSchedule')
    return {
      ...{
        name: 'law.rateSchedule',
        title: `the ${law.year} rate schedule`,
        unit: 'schedule',
        amount: law.rate7,
        from: [],
      },
      ...authorityOf(table.figures.rate1Top),
    }
  if (name === 'amtExemptionGone') {
    const { means } = derivedFigures.amtExemptionGone
    const cite = 'IRC §55(d)(2)'
    return { name: `law.${name}`, title: means, amount: law.amtExemptionGone, unit: 'dollars', cite, from: [] }
  }
  if (!Object.hasOwn(federalFigures, name)) return undefined
  const { means, unit } = federalFigures[name as FigureName]
  const figure = table.figures[name as FigureName]
  return { name: `law.${name}`, title: means, amount: law[name as FigureName], unit, ...authorityOf(figure), from: [] }
}

const authorityOf = (figure: Figure) => ({
  cite: figure.cite,
  source: figure.source,
  status: figure.status ?? ('published' as const),
  ...(figure.note !== undefined && { note: figure.note }),
})

function factReason(name: string, { return: r }: Explainable): Reason | undefined {
  const [, key = '', part] = name.split('.')
  const amount = part ? r.facts[key as 'gains' | 'amtGains']?.[part as keyof Gains] : r.facts[key as keyof Facts]
  if (typeof amount !== 'number') return undefined
  const unit = key === 'seniors' || key === 'agedOrBlindBoxes' ? 'count' : 'dollars'
  return { name, title: factTitle(name), amount, unit, from: [] }
}

function factTitle(name: string): string {
  const [, key = '', part] = name.split('.')
  if (part) return `${gainWords[part as keyof Gains]}${key === 'amtGains' ? ' for AMT' : ''}`
  return factWords[key as keyof typeof factWords] ?? key
}
