/** What earlier years leave to a case, and how it looks ahead. */
import type { Assumptions, Carryforwards, FiledForm8801Line, HistoryYear, Loss } from '../case.ts'
import type { Readings } from '../law/federal/law.ts'
import type { Defaults } from './defaults.ts'
import type { ScenarioFile } from './schema.ts'
import { historyLines } from './schemaEarlier.ts'

/**
 * What is carried into the first year. Whatever is not given is zero and noted, the capital loss of the alternative
 * minimum tax too: where a regular one is given, the note says that the two part only by a sale of option stock. `rebuilt`:
 * the years of `history` say what is left of the minimum tax credit.
 */
export function buildCarryforwards(
  file: ScenarioFile['carryforwards'],
  rebuilt: boolean,
  defaults: Defaults,
): Carryforwards {
  const path = 'carryforwards'
  const { minimumTaxCredit, vehicleCreditUnallowed, capitalLoss, amtCapitalLoss, charity, state } = file ?? {}
  const regular = lossOf(capitalLoss, `${path}.capitalLoss`, defaults)
  const credits = Object.entries(state ?? {}).map(([name, carried]) => [
    name,
    defaults.zeros(`${path}.state.${name}`, carried, ['minimumTaxCredit']),
  ])
  if (!charity) defaults.note(`${path}.charity`, 'none', 'not given')
  return {
    minimumTaxCredit: minimumTaxCredit ?? noCredit(path, rebuilt, defaults),
    vehicleCreditUnallowed: defaults.take(`${path}.vehicleCreditUnallowed`, vehicleCreditUnallowed, 0),
    capitalLoss: regular,
    amtCapitalLoss: amtLossOf(amtCapitalLoss, regular, `${path}.amtCapitalLoss`, defaults),
    charity: charity ?? [],
    state: Object.fromEntries(credits),
  }
}

/** A credit not stated: what the history leaves, or none. */
function noCredit(path: string, rebuilt: boolean, defaults: Defaults): null | 0 {
  if (!rebuilt) return defaults.take<number, 0>(`${path}.minimumTaxCredit`, undefined, 0) as 0
  defaults.note(`${path}.minimumTaxCredit`, 'rebuilt', 'not given: what the years of history leave of it')
  return null
}

const lossOf = (
  loss: { readonly short?: number | undefined; readonly long?: number | undefined } | undefined,
  path: string,
  defaults: Defaults,
): Loss => defaults.zeros(path, loss, ['short', 'long'])

function amtLossOf(amt: Parameters<typeof lossOf>[0], regular: Loss, path: string, defaults: Defaults): Loss {
  if (amt || regular.short + regular.long === 0) return lossOf(amt, path, defaults)
  const message = 'not given, though a regular loss is: give it. Without earlier sales of option stock it is the same.'
  defaults.note(path, '0', message)
  return { short: 0, long: 0 }
}

/** The years before the first, as filed. */
export function buildHistory(file: ScenarioFile['history'], first: number, defaults: Defaults): HistoryYear[] {
  const years = Object.entries(file ?? {})
  if (years.length === 0) defaults.note('history', 'none', `not given: lines 15 and 16 of Form 8801 for ${first} are 0`)
  return years.map(([key, filed]) => {
    const path = `history.${key}`
    const { status, qualifiedDividendWorksheet, ...stated } = filed.form6251 ?? {}
    return {
      year: Number(key),
      status: filed.status ?? status ?? null,
      totalTax: filed.totalTax ?? noTax(path, defaults),
      agi: defaults.take(`${path}.agi`, filed.agi, 0),
      form6251: filed.form6251 ? linesOf(stated, `${path}.form6251`, defaults) : noForm(path, defaults),
      qualifiedDividendWorksheet: worksheetOf(
        filed.qualifiedDividendWorksheet ?? qualifiedDividendWorksheet,
        path,
        defaults,
      ),
      form8801: filed.form8801 ? plain(filed.form8801) : null,
      credits: defaults.take(`${path}.credits`, filed.credits, 0),
      filedOn: filed.filedOn ?? null,
      paidOn: filed.paidOn ?? null,
      missedAmtBasis: filed.missedAmtBasis ?? null,
    }
  })
}

function noTax(path: string, defaults: Defaults): null {
  defaults.note(`${path}.totalTax`, 'none', 'not given: the tax of that year is no safe harbor')
  return null
}

/** The lines stated. */
const plain = (lines: { readonly [Line in FiledForm8801Line]?: number | undefined }): HistoryYear['form8801'] =>
  Object.fromEntries(Object.entries(lines).filter(([, amount]) => amount !== undefined))

type Worksheet = NonNullable<ScenarioFile['history']>[string]['qualifiedDividendWorksheet']

function worksheetOf(
  worksheet: Worksheet,
  path: string,
  defaults: Defaults,
): HistoryYear['qualifiedDividendWorksheet'] {
  const inside = `${path}.qualifiedDividendWorksheet`
  if (worksheet) return defaults.zeros(inside, worksheet, ['line4', 'line5'])
  defaults.note(inside, 'none', 'not given: no gain of that year was taxed at lower rates')
  return null
}

type Stated = { readonly [Line in (typeof historyLines)[number]]?: number | undefined }

/** The lines stated, and zero for the others; line 1 of an older form is line 1b of the newest. */
function linesOf({ line1, ...stated }: Stated, path: string, defaults: Defaults): { readonly [line: string]: number } {
  const lines: Stated = line1 === undefined ? stated : { line1b: line1, ...stated }
  return defaults.zeros(
    path,
    lines,
    historyLines.filter((line) => line !== 'line1'),
  )
}

function noForm(path: string, defaults: Defaults): null {
  defaults.note(`${path}.form6251`, 'none', 'not given: that year made no minimum tax credit')
  return null
}

/** How years without facts are made. `last` is the last year of `incomes`. */
export function buildAssumptions(file: ScenarioFile['assumptions'], last: number, defaults: Defaults): Assumptions {
  const path = 'assumptions'
  const { indexing, discountRate, wageGrowth, horizon, readings } = file ?? {}
  return {
    indexing: defaults.take(`${path}.indexing`, indexing, 0.025),
    discountRate: defaults.take(`${path}.discountRate`, discountRate, 0.05),
    wageGrowth: defaults.take(`${path}.wageGrowth`, wageGrowth, 0.03),
    horizon: defaults.take(`${path}.horizon`, horizon, last, 'not given: the last year of incomes'),
    readings: (readings ?? {}) as Readings,
  }
}
