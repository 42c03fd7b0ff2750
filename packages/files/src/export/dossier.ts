/** Everything that a packet and a workbook show of a case, gathered once: the years, their forms with words, and what it rests on. */
import {
  type Asked,
  type Case,
  explainable,
  federalForms,
  lawFingerprint,
  type PayAnswer,
  type ProjectAnswer,
  payAnswer,
  projectAnswer,
  reasonFor,
  stateYears,
  withheldUnknown,
  yearsTo,
} from '@isoline/engine'
import about from '../../package.json' with { type: 'json' }

/** A line of a form as filed: its number (none where the form has none), what it says, and its amount. */
export interface FormLine {
  readonly name: string
  readonly number: string
  readonly words: string
  readonly amount: number
  /** Dollars; else a switch or a count, as it stands. */
  readonly dollars: boolean
}

/** One form of one year. */
export interface FormPage {
  readonly year: number
  readonly id: string
  readonly title: string
  readonly lines: readonly FormLine[]
}

/** A sale on Form 8949, and which of the two it is on. */
export interface SaleRow extends Form8949Row {
  readonly year: number
  readonly system: 'regular' | 'amt'
}

type Printed = NonNullable<ProjectAnswer['years'][number]['forms']>

/** A row of the engine's Form 8949. Columns (a) to (h). */
interface Form8949Row {
  readonly box: string
  readonly lot: string
  readonly shares: number
  readonly description: string
  readonly acquired: string
  readonly sold: string
  readonly proceeds: number
  readonly basis: number
  readonly code: string
  readonly adjustment: number
  readonly gain: number
}

/** A case as it is handed on. `project` holds every line of every form. */
export interface Dossier {
  readonly company: string
  readonly asOf: string
  readonly rounding: 'exact' | 'as-filed'
  readonly project: ProjectAnswer
  readonly pages: readonly FormPage[]
  readonly sales: readonly SaleRow[]
  /** Estimated tax of each year whose withholding is stated. */
  readonly estimated: readonly PayAnswer[]
  readonly version: string
  readonly fingerprint: string
}

/**
 * The dossier of a case as of a day.
 * @throws InputError, NotModelled where a year cannot be figured.
 */
export function dossierOf(of: Case, { asOf, rounding = 'exact' }: Omit<Asked, 'year'>): Dossier {
  const project = projectAnswer(of, asOf, { rounding, forms: true })
  const last = project.years.at(-1)?.year ?? 0
  const years = yearsTo({ ...of, assumptions: { ...of.assumptions, horizon: last } }, last, rounding)
  const states = stateYears(of, years)
  const pages = years.flatMap((year, i) => {
    const forms = project.years[i]?.forms ?? {}
    const returns = states[i]?.returns ?? []
    const speaker = explainable(year, returns)
    const titles = new Map<string, string>(
      returns.flatMap(({ state, ready }) =>
        (ready?.module.forms ?? []).map(({ id, title }) => [`${state}.${id}`, `${state} ${title}`] as const),
      ),
    )
    return flattened(forms).map(({ id, lines }): FormPage => {
      const title = federalTitles[id] ?? titles.get(id) ?? id
      return { year: year.year, id, title, lines: linesOf(id, lines, speaker) }
    })
  })
  return {
    ...{ company: of.company.name, asOf, rounding, project, pages },
    sales: project.years.flatMap(({ year, forms }) => salesOf(year, forms ?? {})),
    estimated: of.incomes
      .filter(({ year }) => !withheldUnknown(of, year))
      .map(({ year }) => payAnswer(of, { asOf, rounding, year })),
    ...{ version: about.version, fingerprint: lawFingerprint() },
  }
}

const federalTitles: { readonly [id: string]: string } = {
  ...Object.fromEntries(federalForms.map(({ id, title }) => [id, title])),
  capitalLossCarryover: 'Capital Loss Carryover Worksheet',
  capitalLossCarryoverAmt: 'Capital Loss Carryover Worksheet for AMT',
}

/** Federal forms by their name, those of a state under its postal code as `CA.form540`; Form 8949 is no list of lines. */
function flattened(forms: Printed): { readonly id: string; readonly lines: Printed[string] }[] {
  return Object.entries(forms).flatMap(([id, sheet]) => {
    if (isForm8949(sheet)) return []
    if (!/^[A-Z]{2}$/.test(id)) return [{ id, lines: sheet }]
    return Object.entries(sheet).map(([form, lines]) => ({ id: `${id}.${form}`, lines: lines as Printed[string] }))
  })
}

const isForm8949 = (sheet: object): sheet is { readonly rows: readonly Form8949Row[] } => 'rows' in sheet

function linesOf(id: string, lines: Printed[string], speaker: ReturnType<typeof explainable>): FormLine[] {
  return Object.entries(lines).flatMap(([name, amount]) => {
    if (typeof amount !== 'number') return []
    const reason = reasonFor(`${id}.${name}`, speaker, 0)
    const number = /^line(\d+[a-z]{0,2})$/.exec(name)?.[1] ?? ''
    const dollars = reason === undefined || reason.unit === 'dollars'
    return [{ name, number, words: reason?.words ?? '', amount, dollars }]
  })
}

function salesOf(year: number, forms: Printed): SaleRow[] {
  const systems = [['form8949', 'regular'] as const, ['form8949Amt', 'amt'] as const]
  return systems.flatMap(([id, system]) => {
    const form = forms[id]
    return form && isForm8949(form) ? form.rows.map((row) => ({ ...row, year, system })) : []
  })
}
