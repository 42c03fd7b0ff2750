/**
 * Why a number of a state's form is what it is, from its words as for the federal forms. Names begin with the postal code:
 * `CA.form540.line31`, `CA.law.rates`, `CA.facts.dependents`; what the words take from the federal return has its own name.
 */
import { mentions } from '../form.ts'
import { type StateFacts, type StateForm, stateFactWords } from '../forms/states/stateForm.ts'
import type { Schedule } from '../law/states/state.ts'
import type { StateReady, StateReturn } from '../stateReturn.ts'
import type { Reason } from './reason.ts'

/** State returns of one year, to explain. */
export type StateSources = readonly StateReturn[]

/** Whether a name belongs to a state. */
export const isOfState = (name: string): boolean => /^[A-Z]{2}\./.test(name)

/** Every name of a line of these returns' forms. */
export const stateLineNames = (states: StateSources): string[] =>
  states.flatMap(({ state, ready }) =>
    (ready?.module.forms ?? []).flatMap(({ id, words }) => Object.keys(words).map((line) => `${state}.${id}.${line}`)),
  )

/** The names that a line's words mention, in the order of the text. */
export function namesOfState(name: string, states: StateSources): string[] {
  const at = placeIn(name, states)
  return at?.form
    ? [...mentions(at.form.words[at.key] ?? '')].map((each) => fullName(at, at.form as StateForm, each))
    : []
}

/** The reason for a name, itself not followed. `federal` gives the title of a federal name. */
export function stateReason(name: string, states: StateSources, federal: (name: string) => string): Reason | undefined {
  const at = placeIn(name, states)
  if (!at) return undefined
  if (at.form) return lineReason(at, at.form, name, federal)
  return at.room === 'law' ? lawReason(at, name) : at.room === 'facts' ? factReason(at, name) : undefined
}

interface Place {
  readonly of: StateReturn & { readonly ready: StateReady }
  readonly room: string
  readonly key: string
  readonly form: StateForm | undefined
}

function placeIn(name: string, states: StateSources): Place | undefined {
  const [state, room = '', key = ''] = name.split('.')
  const of = states.find((each) => each.state === state)
  if (!of?.ready) return undefined
  const form = of.ready.module.forms.find(({ id }) => id === room)
  return { of: { ...of, ready: of.ready }, room, key, form }
}

function fullName({ of }: Place, form: StateForm, name: string): string {
  if (!name.includes('.')) return `${of.state}.${form.id}.${name}`
  const [room = '', key = ''] = name.split('.')
  if (room === 'law') return `${of.state}.law.${key}`
  if (room === 'state') return `${of.state}.facts.${key}`
  return of.ready.module.forms.some(({ id }) => id === room) ? `${of.state}.${name}` : name
}

function lineReason(at: Place, form: StateForm, name: string, federal: (name: string) => string): Reason | undefined {
  const amount = at.of.sheets[form.id]?.[at.key]
  const words = form.words[at.key]
  if (words === undefined || amount === undefined || Number.isNaN(amount)) return undefined
  const spelled = words.replace(/\{([\w.]+)\}/g, (_, each: string) => {
    const full = fullName(at, form, each)
    if (!isOfState(full)) return federal(full)
    const own = placeIn(full, [at.of])
    if (own?.room === 'law') return lawText(own)
    if (own?.room === 'facts') return stateFactWords[own.key as keyof StateFacts] ?? own.key
    return own?.form === form ? `the ${lineName(form, own.key)}` : titleOf(own, own?.form)
  })
  return {
    ...{ name, title: `${at.of.state} ${titleOf(at, form)}`, amount },
    unit: words.startsWith('1 if ') ? 'switch' : 'dollars',
    ...{ words: spelled, cite: form.law, from: [] },
  }
}

const titleOf = (at: Place | undefined, form: StateForm | undefined): string =>
  at && form ? `${form.title}${/^line\d/.test(at.key) ? ' ' : ': '}${lineName(form, at.key)}` : ''

/** `line31` is "line 31"; a line without a number is called what its words begin with, or by its name in words. */
function lineName({ words }: StateForm, line: string): string {
  const [, number] = /^line(\d+[a-z]*)$/.exec(line) ?? []
  if (number) return `line ${number}`
  const [label = line] = (words[line] ?? line).split(':')
  if (label.includes('{')) return line.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

function lawReason({ of: { ready }, key }: Place, name: string): Reason | undefined {
  const { table, law, module } = ready
  const figure = table.figures[key]
  const schedule = table.schedules[key]
  const meaning = module.book.names.figures[key]
  if (figure && meaning) {
    const { cite, source, note } = figure
    return {
      ...{ name, title: meaning.means, amount: law[key] as unknown as number, unit: meaning.unit, cite, source },
      ...{ status: figure.status ?? table.status, ...(note !== undefined && { note }), from: [] },
    }
  }
  return schedule && scheduleReason(schedule, name, ready, key)
}

/** A rate schedule or a table: its first entry stands for it. */
function scheduleReason(
  { cite, source, status, note }: Schedule,
  name: string,
  { table, law, module }: StateReady,
  key: string,
): Reason {
  const steps = law[key] as unknown as { readonly rates: readonly number[] }
  return {
    ...{ name, title: module.book.names.schedules[key]?.means ?? key, amount: steps.rates[0] ?? 0, unit: 'schedule' },
    ...{ cite, source, status: status ?? table.status, ...(note !== undefined && { note }), from: [] },
  }
}

function lawText(at: Place): string {
  const reason = lawReason(at, '')
  if (!reason) return at.key
  if (reason.unit === 'schedule') return `the ${reason.title}`
  if (reason.unit === 'rate') return `${reason.amount / 100} %`
  return reason.unit === 'dollars'
    ? `${reason.amount.toLocaleString('en-US')} (${reason.title})`
    : String(reason.amount)
}

function factReason({ of, key }: Place, name: string): Reason | undefined {
  const amount = of.facts[key as keyof StateFacts]
  if (amount === undefined) return undefined
  const unit = /^(dependents|filers|aged|agedOrBlind)$/.test(key)
    ? 'count'
    : key === 'separate' || key === 'itemizes'
      ? 'switch'
      : 'dollars'
  return { name, title: stateFactWords[key as keyof StateFacts], amount, unit, from: [] }
}
