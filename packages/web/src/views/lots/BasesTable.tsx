import { IconAlertTriangle } from '@tabler/icons-react'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Table } from '../../parts/Table.tsx'
import { count, exactMoney, money } from '../../words/money.ts'
import type { Holding } from './holding.ts'

/** What is held of each lot in totals: both bases, what AMT took in, and what a share is worth beyond them. */
export function BasesTable({
  holdings,
  value,
}: {
  readonly holdings: readonly Holding[]
  readonly value: number | null
}) {
  const beyond = (basis: (of: Holding) => number | null) => (of: Holding) => {
    const each = basis(of)
    return value === null || each === null ? <Chip tone="missing">no value</Chip> : money((value - each) * of.shares)
  }
  const total = (each: number | null, { shares }: Holding): string => (each === null ? '' : money(each * shares))
  const at = value === null ? '' : `At ${exactMoney(value)}: `
  return (
    <Card
      title="Bases, as a table"
      tools={
        <Chip tone="warn" icon={<IconAlertTriangle stroke={1.6} aria-hidden />}>
          A 1099-B shows the regular basis only
        </Chip>
      }
    >
      <Table
        caption="Both bases of each lot"
        rows={holdings.filter(({ state }) => state.kind !== 'sold')}
        keyOf={({ id }) => id}
        columns={[
          { key: 'lot', head: 'Lot', text: true, cell: ({ id }) => id },
          { key: 'shares', head: 'Shares', cell: (of) => count(of.shares) },
          { key: 'regular', head: 'Regular basis', cell: (of) => total(of.regularBasis, of) },
          { key: 'amt', head: 'AMT basis', cell: (of) => total(of.amtBasis, of) },
          {
            key: 'difference',
            head: 'Difference',
            cell: (of) =>
              total(of.amtBasis === null || of.regularBasis === null ? null : of.amtBasis - of.regularBasis, of),
          },
          { key: 'taken', head: 'Taken into AMT income', cell: ({ row }) => takenWords(row.inclusions) },
          { key: 'gain', head: `${at}regular gain`, cell: beyond((of) => of.regularBasis) },
          { key: 'amtGain', head: 'gain for AMT', cell: beyond((of) => of.amtBasis) },
        ]}
      />
    </Card>
  )
}

const takenWords = (inclusions: Holding['row']['inclusions']): string =>
  inclusions.length === 0 ? 'nothing' : inclusions.map(({ year, amount }) => `${money(amount)} in ${year}`).join(', ')
