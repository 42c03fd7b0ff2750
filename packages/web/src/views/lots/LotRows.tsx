import { useTwin } from '../../charts/Chart.tsx'
import { Card } from '../../parts/Card.tsx'
import { Table } from '../../parts/Table.tsx'
import { day } from '../../words/days.ts'
import { count, exactMoney, money, shares } from '../../words/money.ts'
import { BasesLine } from './BasesLine.tsx'
import { ClocksLine } from './ClocksLine.tsx'
import type { Holding, HoldingState } from './holding.ts'
import classes from './LotRows.module.css'

/** A row for each lot: its bases on one price scale, its clocks on one time axis, and how long it is until it qualifies. */
export function LotRows({
  holdings,
  value,
  asOf,
}: {
  readonly holdings: readonly Holding[]
  readonly value: number | null
  readonly asOf: string
}) {
  const [shown, twin] = useTwin()
  const picture = shown === 'chart'
  const between = betweenBases(holdings)
  return (
    <Card
      title="Lots"
      tools={
        <div className={classes.tools}>
          {picture && <Legend />}
          {twin}
        </div>
      }
    >
      <div hidden={!picture}>
        <div className={classes.heads}>
          <span>Lot</span>
          <span>Two bases, per share</span>
          <span>Two clocks: two years from grant, one year from exercise</span>
          <span className={classes.last}>Qualifies</span>
        </div>
        {holdings.map((holding) => (
          <section key={holding.id} className={classes.row} aria-label={holding.id}>
            <Name holding={holding} />
            <BasesLine holding={holding} all={holdings} value={value} />
            <ClocksLine holding={holding} all={holdings} asOf={asOf} />
            <State state={holding.state} />
          </section>
        ))}
        {between > 0 && (
          <p className={classes.reading}>
            Between square and circle, AMT has taken in {money(between)} that the regular tax has not. It comes off your
            gain for AMT when you sell.
          </p>
        )}
      </div>
      <div className={picture ? 'sr' : undefined}>
        <Table
          caption="Lots, with both bases and both clocks"
          columns={columns}
          rows={holdings}
          keyOf={({ id }) => id}
        />
      </div>
    </Card>
  )
}

const Legend = () => (
  <p className={classes.legend}>
    <span>
      <i /> regular basis
    </span>
    <span>
      <i className={classes.round} /> AMT basis
    </span>
    <span>
      <i className={classes.bar} /> value now
    </span>
  </p>
)

const Name = ({ holding: { id, shares: held, row, granted, state } }: { readonly holding: Holding }) => (
  <div className={classes.name}>
    <b>
      <strong>{id}</strong> {shares(held)}
    </b>
    <span>
      {row.grant}
      {granted && `, granted ${day(granted)}`}
    </span>
    <span>
      {row.planned ? 'planned' : 'exercised'} {day(row.exercised)}
      {state.kind === 'sold' && ', sold'}
    </span>
  </div>
)

/** How much more basis AMT knows than the regular tax, of all that is not sold. */
const betweenBases = (holdings: readonly Holding[]): number =>
  holdings
    .filter(({ state }) => state.kind !== 'sold')
    .reduce((sum, { shares: held, amtBasis, regularBasis }) => sum + held * ((amtBasis ?? 0) - (regularBasis ?? 0)), 0)

/** Days under which a wait is short enough to stand out. */
const soon = 90

function State({ state }: { readonly state: HoldingState }) {
  const [large, small, tone] = saidOf(state)
  return (
    <div className={`${classes.state} ${classes.last}`}>
      <b className={tone}>{large}</b>
      {small}
    </div>
  )
}

function saidOf(state: HoldingState): readonly [string, string, string | undefined] {
  switch (state.kind) {
    case 'qualifying':
      return ['Qualifying', `since ${day(state.since)}`, classes.good]
    case 'waiting':
      return [
        `${count(state.days)} ${state.days === 1 ? 'day' : 'days'}`,
        `until ${day(state.until)}`,
        state.days <= soon ? classes.soon : undefined,
      ]
    case 'unvested':
      return ['Unvested', state.until ? `vests ${day(state.until)}` : 'never to vest', undefined]
    case 'nonstatutory':
      return ['Not an ISO', 'taxed as wages when exercised', undefined]
    case 'sold':
      return ['Sold', 'none are left', undefined]
    default:
      return ['Never', 'these shares do not qualify', undefined]
  }
}

const basis = (of: number | null) => (of === null ? '' : exactMoney(of))
const columns = [
  { key: 'lot', head: 'Lot', text: true, cell: ({ id }: Holding) => id },
  { key: 'shares', head: 'Shares', cell: (each: Holding) => count(each.shares) },
  { key: 'grant', head: 'Granted', text: true, cell: ({ granted }: Holding) => granted && day(granted) },
  { key: 'exercised', head: 'Exercised', text: true, cell: ({ row }: Holding) => day(row.exercised) },
  { key: 'regular', head: 'Regular basis a share', cell: (each: Holding) => basis(each.regularBasis) },
  { key: 'amt', head: 'AMT basis a share', cell: (each: Holding) => basis(each.amtBasis) },
  {
    key: 'long',
    head: 'Long-term from',
    text: true,
    cell: ({ row }: Holding) => (row.longTermOn === null ? 'never' : day(row.longTermOn)),
  },
  {
    key: 'qualifies',
    head: 'Qualifies from',
    text: true,
    cell: ({ row }: Holding) => (row.qualifyingOn === null ? 'never' : day(row.qualifyingOn)),
  },
] as const
