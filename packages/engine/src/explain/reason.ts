/**
 * Why a number is what it is: the line's words and the amounts those words mention, recursively, down to facts and to
 * figures with their authority. Derived from the words; nothing is traced while figuring.
 */
import { mentions } from '../form.ts'
import { type Facts, factWords, type Gains, gainWords } from '../forms/facts.ts'
import { type FederalTable, type FigureName, federalFigures } from '../law/federal/figures.ts'
import { derivedFigures, type FederalLaw } from '../law/federal/law.ts'
import type { Figure, FigureStatus } from '../law/law.ts'
import type { FederalReturn } from '../return.ts'
import { type FormEntry, formOf, sheetOf } from './federalForms.ts'
import { lineName, lineTitle } from './lineTitle.ts'
import { namesBehind, namesWithin, type ShareSources, shareReason } from './shareReasons.ts'

/** A figured return with the law it was figured under: all that an explanation needs. */
export interface Explainable {
  readonly return: FederalReturn
  readonly law: FederalLaw
  readonly table: FederalTable
  /** What the shares did in the year; absent for a flat case. */
  readonly shares?: ShareSources
}

/** One amount and where it comes from. `name` is stable (`form6251.line11`, `law.amtExemption`, `facts.wages`). */
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

/** The reasons of the names that a name's words mention, themselves not followed. */
function mentionedBy(name: string, of: Explainable): Growing[] {
  const [room = '', key = ''] = name.split('.')
  if (name === 'law.amtExemptionGone')
    return derivedFigures.amtExemptionGone.from.flatMap((each) => figureReason(each, of) ?? [])
  const form = formOf(room)
  if (!form) return namesOfShares(name, of).flatMap((each) => withoutBranches(each, of) ?? [])
  return namesIn(form, form.words[key] ?? '').flatMap((each) => withoutBranches(each, of) ?? [])
}

const namesOfShares = (name: string, { shares }: Explainable): string[] =>
  shares ? (name.startsWith('facts.') ? namesBehind(name, shares) : namesWithin(name)) : []

function withoutBranches(name: string, of: Explainable): Reason | undefined {
  const [room = '', key = ''] = name.split('.')
  if (room === 'sale' || room === 'exercise') return of.shares && shareReason(name, of.shares)
  if (room === 'law') return figureReason(key, of)
  if (room === 'facts') return factReason(name, of)
  const form = formOf(room)
  if (!form || !Object.hasOwn(form.words, key) || !form.figured(of.return)) return undefined
  const amount = sheetOf(of.return, form.id)[key]
  return amount === undefined || Number.isNaN(amount) ? undefined : lineReason(form, key, amount, of)
}

function lineReason(form: FormEntry, line: string, amount: number, of: Explainable): Reason {
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
export function namesIn(form: FormEntry, words: string): string[] {
  return [...mentions(words)].map((name) => fullName(form, name))
}

function fullName(form: FormEntry, name: string): string {
  if (!name.includes('.')) return `${form.id}.${name}`
  if (name.startsWith('gains.')) return `facts.${form.gains ?? 'gains'}.${name.slice('gains.'.length)}`
  return name
}

/** An instruction as people read it: every name in braces replaced by what it is called, figures with their amount. */
export function spellOut(form: FormEntry, words: string, of: Explainable): string {
  return words.replace(/\{([\w.]+)\}/g, (_, name: string) => {
    const [room = '', key = ''] = fullName(form, name).split('.')
    if (room === 'law') return figureText(key, of)
    if (room === 'facts') return factText(fullName(form, name), of)
    if (room === 'election') return 'deductions are itemized'
    const id = room as FormEntry['id']
    return id === form.id ? `the ${lineName(id, key, of.law.year)}` : lineTitle(id, key, of.law.year)
  })
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
