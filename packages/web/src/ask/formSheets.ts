/** Every line of every form of a year, in the words that explain it: what a facsimile is made of. */
import {
  type Asked,
  type Case,
  explainable,
  type FiguredYear,
  federalForms,
  linesOf,
  type Reason,
  reasonFor,
  stateYears,
  yearsTo,
} from '@isoline/engine'

/** One form with the lines that were figured. */
export interface FormSheet {
  /** `form6251`; of a state with its postal code, `CA.form540`. */
  readonly id: string
  readonly title: string
  /** Code sections the form carries out. */
  readonly law: string
  /** In the order of the form. What each comes from is left out. */
  readonly lines: readonly Reason[]
  /** Figures of the law that lines with an entry mention, each once. */
  readonly figures: readonly Reason[]
}

export interface FormSheets {
  readonly year: number
  readonly sheets: readonly FormSheet[]
}

/** Worksheets that close a year: they are explained by name but are no form of the return. */
const carryovers = [
  { id: 'capitalLossCarryover', title: 'Capital Loss Carryover Worksheet' },
  { id: 'capitalLossCarryoverAmt', title: 'Capital Loss Carryover Worksheet for AMT' },
] as const
const carryoverLines = Array.from({ length: 13 }, (_, i) => `line${i + 1}`)

/** The forms of a year: those of the return, the worksheets that close it, and those of the states lived in. */
export function formSheets(of: Case, asked: Asked): FormSheets {
  const years = yearsTo(of, yearAsked(of, asked), asked.rounding ?? 'exact')
  const figured = years.at(-1) as FiguredYear
  const states = stateYears(of, years).at(-1)?.returns ?? []
  const from = explainable(figured, states)
  const sheet = (id: string, title: string, law: string, names: readonly string[]): FormSheet[] => {
    const reasons = names.flatMap((name) => reasonFor(`${id}.${name}`, from, 1) ?? [])
    return reasons.length === 0 ? [] : [{ id, title, law, lines: reasons.map(alone), figures: figuresIn(reasons) }]
  }
  return {
    year: figured.year,
    sheets: [
      ...federalForms.flatMap((form) => sheet(form.id, form.title, form.law, linesOf(form))),
      ...carryovers.flatMap(({ id, title }) => sheet(id, title, 'IRC §1212(b)', carryoverLines)),
      ...states.flatMap(({ state, ready }) =>
        (ready?.module.forms ?? []).flatMap(({ id, title, law, words }) =>
          sheet(`${state}.${id}`, `${state} ${title}`, law, Object.keys(words)),
        ),
      ),
    ],
  }
}

const alone = ({ from: _, left: __, ...rest }: Reason): Reason => ({ ...rest, from: [] })

function figuresIn(reasons: readonly Reason[]): Reason[] {
  const entered = reasons.filter(({ amount }) => amount !== 0)
  const figures = entered.flatMap(({ from }) => from.filter(({ name }) => /(^|\.)law\./.test(name)))
  return [...new Map(figures.map((each) => [each.name, alone(each)])).values()]
}

function yearAsked({ incomes }: Case, { asOf, year }: Asked): number {
  const given = incomes.map((each) => each.year)
  return year ?? given.find((each) => each >= Number(asOf.slice(0, 4))) ?? (given.at(-1) as number)
}
