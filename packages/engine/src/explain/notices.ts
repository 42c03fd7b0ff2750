/** What an answer rests on that is not settled: projected years and open readings of the law, told only where they touch it. */
import { type FederalTable, type FigureName, federalFigures } from '../law/federal/figures.ts'
import { type FederalLaw, type LawChoice, lawOf, openFigures } from '../law/federal/law.ts'
import { amountFor, type Figure } from '../law/law.ts'

/** `figure` is the name to set under `readings` for the other reading, where there is one. */
export interface Notice {
  /** `law`: a rule that decided something the reader may not expect. */
  readonly code: 'projected' | 'unconfirmed' | 'notModelled' | 'law'
  readonly figure?: FigureName
  readonly message: string
}

/** A choice of law made ready: its law, and beside it the law under each open reading not taken. Worth keeping between answers. */
export interface Considered {
  readonly choice: LawChoice
  readonly law: FederalLaw
  readonly otherwise: readonly { readonly figure: FigureName; readonly law: FederalLaw }[]
}

/** `open` are the figures to look at: those of the table that the answer could depend on. */
export function consider(choice: LawChoice, open: readonly FigureName[] = openFigures(choice.table)): Considered {
  const otherwise = open.flatMap((figure) => {
    const other = otherReading(choice, figure)
    return other === undefined
      ? []
      : [{ figure, law: lawOf({ ...choice, readings: { ...choice.readings, [figure]: other } }) }]
  })
  return { choice, law: lawOf(choice), otherwise }
}

/**
 * The notices of an answer. `amounts` figures the answer under a law and gives the amounts in it; an open reading touches
 * the answer when the other reading gives other amounts, by more than a tenth of a cent.
 */
export function noticesOf(considered: Considered, amounts: (law: FederalLaw) => readonly number[]): Notice[] {
  const { table } = considered.choice
  const notices: Notice[] = table.projectedFrom ? [projectedNotice(table, table.projectedFrom)] : []
  if (considered.otherwise.length === 0) return notices
  const asTaken = amounts(considered.law)
  for (const { figure, law } of considered.otherwise) {
    const otherwise = amounts(law)
    if (asTaken.some((amount, i) => Math.abs(amount - (otherwise[i] ?? Number.NaN)) > 1e-3))
      notices.push(openNotice(table, figure))
  }
  return notices
}

function openNotice(table: FederalTable, figure: FigureName): Notice {
  const { cite, note = '' } = table.figures[figure]
  return { code: 'unconfirmed', figure, message: `${capital(federalFigures[figure].means)} (${cite}): ${note}` }
}

/** The reading not taken; undefined where the figure does not concern this status (its own amount is zero) or rounding. */
function otherReading({ table, status, rounding, readings }: LawChoice, name: FigureName): number | undefined {
  const figure: Figure = table.figures[name]
  const usual = amountFor(figure, status)
  if (usual === 0 || (name === 'taxTableCeiling' && rounding === 'exact')) return undefined
  return (readings[name] ?? usual) === usual ? figure.other : usual
}

function projectedNotice(table: FederalTable, from: NonNullable<FederalTable['projectedFrom']>): Notice {
  const growth = `${+(from.inflation * 100).toFixed(2)} % inflation`
  return {
    code: 'projected',
    message: `The figures of ${table.year} are not published: they are projected from ${from.year} at ${growth} a year.`,
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
