import type { StressAnswer, StressRow } from '@isoline/engine'
import { useState } from 'react'
import { Card } from '../../parts/Card.tsx'
import { type Column, Table } from '../../parts/Table.tsx'
import { TextPress } from '../../parts/TextPress.tsx'
import { readable } from '../../words/days.ts'
import { delta, money } from '../../words/money.ts'
import classes from './StressCard.module.css'

/** What may go wrong, one course of events a row: tax due, cash left, credit and AMT loss stranded, and what could still be done. */
export function StressCard({ stress }: { readonly stress: StressAnswer }) {
  const rows = [stress.plan, ...stress.courses.filter(({ figures }) => figures !== null)]
  const apart = stress.courses.filter(({ whyNot }) => whyNot !== null)
  const [name, choose] = useState<StressRow['name']>('plan')
  const chosen = rows.find((each) => each.name === name) ?? stress.plan
  const columns: Column<StressRow>[] = [
    {
      key: 'title',
      head: 'Course of events',
      text: true,
      cell: (row) => (
        <TextPress aria-pressed={row.name === chosen.name} onClick={() => choose(row.name)}>
          {row.title}
        </TextPress>
      ),
    },
    {
      key: 'tax',
      head: `Tax of ${stress.year} and ${stress.year + 1}`,
      cell: ({ figures }) => figures && money(figures.tax),
    },
    {
      key: 'cash',
      head: 'Least cash',
      cell: ({ figures }) => figures?.leastCash && <Amount value={figures.leastCash.left} />,
    },
    { key: 'credit', head: 'Credit unused', cell: ({ figures }) => figures && <Quiet value={figures.creditLeft} /> },
    { key: 'loss', head: 'AMT loss unused', cell: ({ figures }) => figures && <Quiet value={figures.amtLossLeft} /> },
    {
      key: 'against',
      head: 'Against the plan',
      cell: (row) => row.figures && (row.name === 'plan' ? 'the yardstick' : delta(row.figures.againstPlan)),
    },
  ]
  return (
    <Card title="Stress: what may go wrong" note={`through ${stress.through}`}>
      <Table
        caption="Courses of events against the plan"
        columns={columns}
        rows={rows}
        keyOf={(row) => row.name}
        chosen={(row) => row.name === chosen.name}
      />
      <div className={classes.still} aria-live="polite">
        <h3>{chosen.title}</h3>
        <p>{readable(chosen.what)}</p>
        <ul>
          {chosen.still.map((sentence) => (
            <li key={sentence}>{readable(sentence)}</li>
          ))}
        </ul>
      </div>
      {apart.length > 0 && (
        <p className={classes.apart}>
          Does not apply here: {apart.map(({ title, whyNot }) => `${title} (${whyNot?.replace(/\.$/, '')})`).join('; ')}
          .
        </p>
      )}
    </Card>
  )
}

const Amount = ({ value }: { readonly value: number }) => (
  <span className={value < 0 ? classes.short : undefined}>{money(value)}</span>
)

const Quiet = ({ value }: { readonly value: number }) => (
  <span className={Math.round(value) === 0 ? classes.zero : undefined}>{money(value)}</span>
)
