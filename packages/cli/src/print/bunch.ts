/** Gifts of several years made at once, beside one each year. */
import type { GiveAnswer } from '@isoline/engine'
import { dollars, sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'

type Bunch = NonNullable<GiveAnswer['bunch']>
type Year = Bunch['spread']['byYear'][number]

/** Year by year, then what each way saves and costs. */
export function bunchLines({ bunched, spread, years, yearly }: Bunch, page: Page): string[] {
  const right = { align: 'right' as const }
  const columns = [
    { head: '\nYear' },
    { head: 'At once:\ngiven', ...right },
    { head: '\ndeducted', ...right },
    { head: '\nsaves', ...right },
    { head: 'One a year:\ngiven', ...right },
    { head: '\ndeducted', ...right },
    { head: '\nsaves', ...right },
  ]
  const cells = ({ given, giftsDeducted, saved }: Year): string[] => [given, giftsDeducted, saved].map(sparseDollars)
  const rows = spread.byYear.flatMap((each, i) => {
    const once = bunched.byYear[i]
    return once && [each, once].some(({ given, saved }) => given + Math.abs(saved) >= 0.5)
      ? [[String(each.year), ...cells(once), ...cells(each)]]
      : []
  })
  return [
    page.paint.bold(`${years} gifts of ${dollars(yearly)}, made at once or one a year`),
    ...table(columns, [...rows, totals(bunched, spread)], page),
  ]
}

const totals = (bunched: Bunch['bunched'], spread: Bunch['spread']): string[] => {
  const given = (of: Bunch['bunched']): number => of.byYear.reduce((sum, each) => sum + each.given, 0)
  const [once, each] = [bunched, spread].map((of) => [sparseDollars(given(of)), '', sparseDollars(of.worth)])
  return ['in all', ...(once ?? []), ...(each ?? [])]
}
