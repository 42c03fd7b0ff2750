import { Table } from '../../parts/Table.tsx'
import { count, exactMoney, money } from '../../words/money.ts'
import { amtAt, cornerAt, type Line } from './line.ts'
import type { YearModel } from './useYear.ts'

interface Row {
  readonly shares: number
  readonly what: string
  readonly amt: number
  readonly next: number
}

/** The same line as a table: its breakpoints, and where the plan, the cash and the vested shares end. */
export function LineTable({
  model,
  line,
  amt,
}: {
  readonly model: YearModel
  readonly line: Line
  readonly amt: number
}) {
  const { shares, most, reach, year } = model
  const payable = reach?.payable ?? null
  return (
    <Table<Row>
      caption={`AMT for ${year} against shares exercised`}
      columns={[
        { key: 'shares', head: 'Shares', text: true, cell: (row) => count(row.shares) },
        { key: 'what', head: 'What happens here', text: true, cell: (row) => row.what },
        { key: 'amt', head: 'AMT', cell: (row) => money(row.amt) },
        {
          key: 'next',
          head: line.costsMore ? 'Tax on the next share' : 'AMT on the next share',
          cell: (row) => exactMoney(row.next),
        },
      ]}
      rows={rowsOf(line, { shares, amt, most, payable })}
      keyOf={(row) => row.shares}
      chosen={(row) => row.shares === shares}
    />
  )
}

function rowsOf(
  line: Line,
  now: { readonly shares: number; readonly amt: number; readonly most: number; readonly payable: number | null },
): Row[] {
  const said = new Map<number, string[]>()
  const say = (shares: number, what: string): unknown => said.set(shares, [...(said.get(shares) ?? []), what])
  say(0, 'nothing is exercised')
  for (const { shares, what } of line.breakpoints) if (shares <= now.most) say(shares, what)
  say(now.shares, 'your plan')
  if (now.payable !== null && now.payable < now.most) say(now.payable, 'cash runs out')
  say(now.most, 'all that can be exercised')
  return [...said]
    .sort(([one], [other]) => one - other)
    .map(([shares, what]) => {
      // A share beyond the breakpoint, where that is between two shares
      const corner = cornerAt(line, shares + 1)
      return {
        shares,
        what: what.join('; '),
        amt: shares === now.shares ? now.amt : amtAt(line, shares),
        next: line.costsMore ? corner.costPerShare : corner.amtPerShare,
      }
    })
}
