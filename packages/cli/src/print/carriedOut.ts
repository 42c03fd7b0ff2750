/** What the last year of a projection hands on. */
import type { ProjectAnswer } from '@isoline/engine'
import { dollars } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'
import { points, wrapped } from './text.ts'

type Answer = Pick<ProjectAnswer, 'years' | 'creditLog'>

/** Credit, losses of both systems and gifts, as far as there are any. */
export function carriedOutLines({ years, creditLog }: Answer, page: Page): string[] {
  const last = years.at(-1)
  if (!last) return []
  const { capitalLoss, amtCapitalLoss, charity } = last.carriedOut
  const gifts = charity.reduce((sum, { amount }) => sum + amount, 0)
  const all = [
    ['Minimum tax credit', creditLog.at(-1)?.intoNextYear ?? 0],
    ['Short-term capital loss', capitalLoss.short],
    ['Long-term capital loss', capitalLoss.long],
    ['Short-term capital loss for AMT', amtCapitalLoss.short],
    ['Long-term capital loss for AMT', amtCapitalLoss.long],
    ['Gifts not yet deducted', gifts],
  ] as const
  const rows = all.filter(([, amount]) => amount >= 0.005).map(([what, amount]) => [what, dollars(amount)])
  if (rows.length === 0) return wrapped(`Nothing is carried into ${last.year + 1}.`, page.width)
  return [
    page.paint.bold(`Carried into ${last.year + 1}`),
    ...table([{}, { align: 'right' }], rows, page),
    ...stranded(amtCapitalLoss.short + amtCapitalLoss.long - capitalLoss.short - capitalLoss.long, page),
  ]
}

/** AMT basis that became a loss of AMT alone. */
function stranded(amount: number, page: Page): string[] {
  if (amount < 0.005) return []
  const text = `${dollars(amount)} of that loss is of AMT alone: basis on which AMT was paid. Without gains it counts by 3,000 a year (1,500 filing separately); a gain on anything sold later takes more of it, and lets credit back.`
  return ['', ...points([text], page.width)]
}
