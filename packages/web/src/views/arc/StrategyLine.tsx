import { IconCircleCheck, IconCircleX, IconHelp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Chip } from '../../parts/Chip.tsx'
import table from '../../parts/Table.module.css'
import { count, delta, money } from '../../words/money.ts'
import classes from './Strategies.module.css'
import type { StrategyRow } from './strategyRows.ts'

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

/** One strategy. `at` and `best`: where it and the best stand on the scale, in percent of its width. */
export function StrategyLine({
  row,
  at,
  best,
  gap,
}: {
  readonly row: StrategyRow
  readonly at: number | null
  readonly best: number
  readonly gap: number | null
}) {
  const first = row.verdict === 'best'
  return (
    <tr className={first ? classes.best : undefined}>
      <th scope="row" className={table.text}>
        {row.name}
        {row.yours && ', and yours'}
        {row.detail && row.detail.length > 0 && (
          <span className={classes.detail}>{row.detail.map(count).join(' · ')}</span>
        )}
      </th>
      <td className={classes.dots}>
        <svg height="18" aria-hidden="true">
          <line x1="0" x2="100%" y1="9" y2="9" stroke="var(--line)" />
          <line x1={`${best}%`} x2={`${best}%`} y1="0" y2="18" stroke="var(--control)" strokeDasharray="2 2" />
          {at !== null && <Dot at={at} best={best} row={row} />}
        </svg>
      </td>
      <td className={first ? classes.value : undefined}>{row.value === null ? <Unknown /> : money(row.value)}</td>
      <td className={`${classes.quiet} ${classes.spare}`}>{againstWords(row, gap)}</td>
      <td className={classes.spare}>{row.amt === null ? <Unknown /> : <Amount of={row.amt} />}</td>
      <td className={classes.spare}>{row.creditLeft === null ? <Unknown /> : <Amount of={row.creditLeft} />}</td>
      <td className={`${classes.spare} ${row.lowest !== null && row.lowest < -0.5 ? classes.short : ''}`}>
        {lowestWords(row)}
      </td>
      <td className={table.text}>
        <span className={classes.chip}>
          <VerdictChip row={row} />
        </span>
      </td>
    </tr>
  )
}

function Dot({
  at,
  best,
  row: { verdict },
}: {
  readonly at: number
  readonly best: number
  readonly row: StrategyRow
}) {
  if (verdict === 'best') return <circle cx={`${at}%`} cy="9" r="6.5" fill="var(--ink)" />
  const short = verdict === 'short'
  return (
    <>
      <line
        x1={`${at}%`}
        x2={`${best}%`}
        y1="9"
        y2="9"
        stroke={short ? 'var(--bad)' : 'var(--ink-3)'}
        strokeWidth="2"
        strokeDasharray={short ? '3 3' : undefined}
      />
      <circle
        cx={`${at}%`}
        cy="9"
        r="5"
        fill={short ? 'var(--surface)' : 'var(--ink)'}
        stroke={short ? 'var(--bad)' : 'var(--ink)'}
        strokeWidth="1.6"
        strokeDasharray={short ? '2.5 2' : undefined}
      />
    </>
  )
}

const Amount = ({ of }: { readonly of: number }) =>
  Math.abs(of) < 0.5 ? <span className={classes.quiet}>$0</span> : money(of)

const Unknown = () => <Chip tone="missing">not valued</Chip>

function againstWords({ verdict, against }: StrategyRow, gap: number | null): string {
  if (verdict === 'best') return gap === null ? 'no bound' : `gap ${money(Math.ceil(gap))}`
  return against === null ? '' : delta(against)
}

function lowestWords({ lowest, verdict }: StrategyRow): ReactNode {
  if (lowest !== null) return money(lowest)
  return <span className={classes.quiet}>{verdict === 'payable' ? '$0 or more' : 'not known'}</span>
}

function VerdictChip({ row: { verdict, name, shortIn } }: { readonly row: StrategyRow }) {
  if (verdict === 'best')
    return (
      <Chip tone="good" icon={<IconCircleCheck {...icon} />}>
        {name}
      </Chip>
    )
  if (verdict === 'short')
    return (
      <Chip tone="bad" icon={<IconCircleX {...icon} />}>
        {shortIn === null ? 'cash too short' : `short in ${shortIn}`}
      </Chip>
    )
  if (verdict === 'untested')
    return (
      <Chip tone="missing" icon={<IconHelp {...icon} />}>
        cash not given
      </Chip>
    )
  return <span className={classes.quiet}>payable</span>
}
