import type { ScenarioFile, SellAnswer } from '@isoline/engine'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Table } from '../../parts/Table.tsx'
import { day } from '../../words/days.ts'
import { count, exactMoney, money } from '../../words/money.ts'
import type { Holding } from './holding.ts'
import classes from './Papers.module.css'

/** What the papers of each lot should show, to hold beside those that came: Form 3921, and of the sale looked at W-2 and 1099-B. */
export function Papers({
  holdings,
  file,
  sell,
}: {
  readonly holdings: readonly Holding[]
  readonly file: ScenarioFile
  readonly sell: SellAnswer | undefined
}) {
  return (
    <Card title="What your papers should show" note="Form 3921, a box each">
      <Table
        caption="Form 3921 of each lot"
        rows={holdings}
        keyOf={({ id }) => id}
        columns={[
          { key: 'lot', head: 'Lot', text: true, cell: ({ id }) => id },
          { key: '1', head: '1 Date granted', text: true, cell: ({ granted }) => granted && day(granted) },
          { key: '2', head: '2 Date exercised', text: true, cell: ({ row }) => day(row.exercised) },
          { key: '3', head: '3 Price paid a share', cell: (of) => boxText(strikeOf(of, file)) },
          { key: '4', head: '4 Value a share', cell: (of) => boxText(valueAtExercise(of, file)) },
          { key: '5', head: '5 Shares', cell: ({ row }) => count(row.acquired.shares - row.nsoShares) },
        ]}
      />
      {sell && <SalePapers sell={sell} listed={file.company?.listed === true} />}
    </Card>
  )
}

/** Of the sale looked at in the fork: what wages include, and both versions of Form 8949. */
function SalePapers({ sell, listed }: { readonly sell: SellAnswer; readonly listed: boolean }) {
  const now = sell.branches[0]
  const [regular, amt] = [sell.forms.form8949.rows[0], sell.forms.form8949Amt.rows[0]]
  if (!now || !regular || !amt) return null
  const broker = listed
    ? `Form 1099-B of the broker: proceeds ${money(regular.proceeds)}, basis ${money(regular.basis)}.`
    : 'No Form 1099-B comes for shares that are not listed: box C or F of Form 8949.'
  const several = sell.forms.form8949.rows.length > 1 ? ', in its first row' : ''
  return (
    <ul className={classes.sale}>
      <li>
        {now.compensation === 0
          ? `Sold ${day(now.on)}, your W-2 shows no income from it.`
          : `Sold ${day(now.on)}, box 1 of your W-2 should include ${money(now.compensation)} of ordinary income, from which nothing is withheld.`}
      </li>
      <li>{broker}</li>
      <li>
        Form 8949 as filed{several}: basis {money(regular.basis)}
        {regular.code !== '' && `, code ${regular.code}, adjustment ${money(regular.adjustment)}`}, gain{' '}
        {money(regular.gain)}. The AMT twin: basis {money(amt.basis)}, gain {money(amt.gain)}.
      </li>
    </ul>
  )
}

const boxText = (amount: number | null) =>
  amount === null ? <Chip tone="missing">see the form</Chip> : exactMoney(amount)

/** A lot of which a part is nonstatutory mixes two bases: what one share cost is then not told from them. */
function strikeOf({ row, id }: Holding, file: ScenarioFile): number | null {
  const given = file.lots?.find((lot) => lot.id === id)?.strike
  if (given !== undefined) return given
  return row.nsoShares > 0 || row.acquired.shares === 0 ? null : row.acquired.regularBasis / row.acquired.shares
}

function valueAtExercise({ row, id }: Holding, file: ScenarioFile): number | null {
  const given = file.lots?.find((lot) => lot.id === id)?.fmvAtExercise
  if (given !== undefined) return given
  const [first] = row.inclusions
  const included = row.acquired.amtBasis > row.acquired.regularBasis || first?.on === row.exercised
  return row.nsoShares > 0 || row.acquired.shares === 0 || !included
    ? null
    : row.acquired.amtBasis / row.acquired.shares
}
