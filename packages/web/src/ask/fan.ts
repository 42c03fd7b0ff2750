/** What holding may come to, year by year: the same study asked for each day on which the shares could be sold. */
import { type Asked, type Case, holdOrSell, type RiskPart } from '@isoline/engine'

/** The futures of the parts that are held, if they end on one day. */
export interface FanYear {
  readonly on: string
  /** Whether the file expects a buyer that day; where not, it is as if there were one. */
  readonly supposed: boolean
  readonly parts: readonly RiskPart[]
}

/** Enough for a picture: the last year's exact figures come from the whole study. */
const paths = 1000
const mostYears = 5

/**
 * Futures of holding all, half and nothing, sold at the beginning of each of the next years.
 * @throws InputError, NotModelled as `holdOrSell` does.
 */
export function fan(of: Case, asked: Asked): FanYear[] {
  const from = Number(asked.asOf.slice(0, 4))
  const { listed, view } = of.company
  const opens = listed ? null : (view?.liquidityOn ?? null)
  const last = opens === null ? from + mostYears - 1 : Math.max(Number(opens.slice(0, 4)), from + 1)
  const years = Array.from({ length: Math.min(last - from, 8) }, (_, i) => from + 1 + i)
  const days =
    opens === null
      ? years.map((year) => `${year}-01-15`)
      : [...years.slice(0, -1).map((year) => `${year}-01-15`), opens]
  return days.flatMap((on): FanYear[] => {
    const supposed = opens !== null && on < opens
    const subject = supposed && view ? { ...of, company: { ...of.company, view: { ...view, liquidityOn: on } } } : of
    const { holding } = holdOrSell(subject, asked, { until: on, paths, parts: [0.5] })
    return holding ? [{ on, supposed, parts: holding.parts }] : []
  })
}
