import type { PlanTreeAnswer } from '@isoline/engine'
import { Card } from '../../parts/Card.tsx'
import { Table } from '../../parts/Table.tsx'
import { day } from '../../words/days.ts'
import { chance, exactMoney, money, percent } from '../../words/money.ts'
import classes from './Outcomes.module.css'
import { outcomeWords } from './outcomeWords.ts'

/** The plan while nobody knows what becomes of the company: what all outcomes share, what each is worth, and what safety costs. */
export function Outcomes({ tree }: { readonly tree: PlanTreeAnswer }) {
  const { best, curve } = tree
  return (
    <Card title="While nobody knows what becomes of the company" note="today's after-tax dollars">
      <p className={classes.read}>{outcomeWords(tree)}</p>
      <div className={classes.tables}>
        <Table
          caption="Outcomes, and what the plan is worth in each"
          columns={[
            { key: 'name', head: 'Outcome', cell: ({ name }) => name, text: true },
            { key: 'chance', head: 'Chance', cell: ({ probability }) => chance(probability) },
            { key: 'known', head: 'Known from', cell: ({ known }) => day(known) },
            { key: 'price', head: 'Price then', cell: ({ price }) => exactMoney(price) },
            { key: 'worth', head: 'Worth', cell: ({ value }) => money(value) },
          ]}
          rows={best.outcomes}
          keyOf={({ name }) => name}
        />
        <Table
          caption="What safety costs"
          columns={[
            { key: 'weight', head: 'Weight given to the worst', cell: ({ aversion }) => percent(aversion), text: true },
            { key: 'average', head: 'On average', cell: ({ expected }) => money(expected) },
            { key: 'worst', head: 'In the worst', cell: ({ worst }) => money(worst) },
          ]}
          rows={curve}
          keyOf={({ aversion }) => aversion}
        />
      </div>
    </Card>
  )
}
