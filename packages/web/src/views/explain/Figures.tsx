import type { Reason } from '@isoline/engine'
import { StatusChip } from '../../parts/StatusChip.tsx'
import { Table } from '../../parts/Table.tsx'
import classes from './Explanation.module.css'
import { amountText } from './sentence.ts'
import { capital } from './story.ts'

/** The figures of the law that an amount was made with, each with its source and how sure it is. */
export function Figures({ figures, year }: { readonly figures: readonly Reason[]; readonly year: number }) {
  if (figures.length === 0) return null
  return (
    <>
      <h3 className={classes.head}>Parameters</h3>
      <div className={classes.figures}>
        <Table
          caption="Parameters"
          rows={figures}
          keyOf={({ name }) => name}
          columns={[
            { key: 'title', head: 'Figure', text: true, cell: ({ title }) => capital(title) },
            { key: 'amount', head: year, cell: (figure) => amountText(figure) },
            { key: 'source', head: 'Source', text: true, cell: ({ source }) => source },
            {
              key: 'status',
              head: 'Status',
              text: true,
              cell: ({ status }) => status && <StatusChip status={status} />,
            },
          ]}
        />
      </div>
    </>
  )
}
