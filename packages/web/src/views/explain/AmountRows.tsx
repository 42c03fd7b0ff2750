import { Figure } from '../../parts/Figure.tsx'
import { entry } from '../../words/money.ts'
import classes from './Explanation.module.css'
import { amountText } from './sentence.ts'
import type { Story, StoryRow } from './story.ts'

/** The amounts an amount comes from, by line. Each opens, but the last, which is the one explained. */
export function AmountRows({ story: { rows } }: { readonly story: Story }) {
  if (rows.length === 0) return null
  // Cents where any row has them, so that the column adds up.
  const cents = rows.some(({ reason }) => reason.unit === 'dollars' && Math.round(reason.amount * 100) % 100 !== 0)
  return (
    <>
      <h3 className={classes.head}>The amounts it comes from</h3>
      <ul className={classes.rows}>
        {rows.map((row, i) => (
          <li key={row.name} className={`${classes.row} ${row.total ? classes.total : ''}`}>
            <span className={classes.lines}>{row.lines}</span>
            <span>
              {row.title}
              {row.note !== '' && <span className={classes.why}>{row.note}</span>}
            </span>
            {i === rows.length - 1 ? (
              <span>{text(row, cents)}</span>
            ) : (
              <Figure name={row.name}>{text(row, cents)}</Figure>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const text = ({ reason, sign }: StoryRow, cents: boolean): string =>
  reason.unit === 'dollars' ? entry(sign * reason.amount, cents) : amountText(reason)
