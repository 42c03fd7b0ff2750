import type { CostAnswer, EstimateAnswer } from '@isoline/engine'
import { memo, type ReactNode } from 'react'
import { Chip } from '../../parts/Chip.tsx'
import { Delta } from '../../parts/Delta.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { count, exactMoney, money } from '../../words/money.ts'
import { stateName } from '../../words/states.ts'
import classes from './Ledger.module.css'
import { sameIn } from './sameIn.ts'
import { dueDay } from './sentences.ts'
import type { YearModel } from './useYear.ts'

interface Entry {
  readonly words: string
  readonly color?: string
  readonly amount: number | null
  /** What `explain` calls it. */
  readonly name?: string
  readonly sum?: boolean
}

/** What the exercises of the year take, and what of it comes back. */
export const Ledger = memo(
  function Ledger({ model }: { readonly model: YearModel }) {
    const { answers, before, year } = model
    const { cost, estimate } = answers
    // Its place is kept, so that nothing moves when it comes
    if (!cost || !estimate) return <div className={classes.place} />
    const was = before.cost && before.estimate ? entriesOf(before.cost, before.estimate) : []
    return (
      <>
        <h3 className={classes.title}>What it takes</h3>
        <table className={classes.ledger}>
          <caption className="sr">What the exercises of {year} take, and what comes back</caption>
          <tbody>
            {entriesOf(cost, estimate).map((entry) => (
              <tr key={entry.words} className={entry.sum ? classes.sum : undefined}>
                <th scope="row">
                  {entry.color && <i className={classes.dot} style={{ background: entry.color }} />}
                  {entry.words}
                </th>
                <td>
                  <Amount of={entry} />
                  <Delta
                    now={entry.amount}
                    before={
                      was.find(({ color, words }) => color === entry.color && kindOf(words) === kindOf(entry.words))
                        ?.amount
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    )
  },
  sameIn('answers', 'before', 'year'),
)

const kindOf = (words: string): string => words.split(',')[0] ?? words

function Amount({ of: { amount, name } }: { readonly of: Entry }): ReactNode {
  if (amount === null) return <Chip tone="missing">not modelled</Chip>
  if (Math.abs(amount) < 0.5) return <span className={classes.none}>$0</span>
  return name ? <Figure name={name}>{money(amount)}</Figure> : money(amount)
}

function entriesOf(cost: CostAnswer, estimate: EstimateAnswer): Entry[] {
  const [only, ...others] = cost.exercises
  const strike = only && others.length === 0 ? `Strike, ${count(only.shares)} × ${exactMoney(only.strike)}` : 'Strike'
  const refused = cost.notices.some(({ code }) => code === 'notModelled')
  const some = (entry: Entry): Entry[] => (Math.abs(entry.amount ?? 0) >= 0.5 ? [entry] : [])
  return [
    { words: strike, color: 'var(--cash)', amount: cost.strike },
    ...some({ words: 'Shares sold', color: 'var(--cash-soft)', amount: -cost.proceeds }),
    { words: 'Federal AMT', color: 'var(--amt)', amount: cost.federalAmt, name: 'amt' },
    ...some({ words: 'Other federal tax', color: 'var(--reg)', amount: cost.otherFederalTax, name: 'totalTax' }),
    ...cost.states.flatMap(({ state, amt, otherTax }): Entry[] => [
      { words: `State AMT, ${stateName(state)}`, color: 'var(--line-2)', amount: amt },
      ...some({ words: `Other state tax, ${stateName(state)}`, color: 'var(--reg-soft)', amount: otherTax }),
    ]),
    ...(refused ? [{ words: 'State tax', color: 'var(--line-2)', amount: null }] : []),
    { words: `Out of pocket by ${dueDay(estimate.cash.dueOn, false)}`, amount: cost.outlay, sum: true },
    {
      words: 'Comes back as credit',
      color: 'var(--credit)',
      amount: estimate.credit.generated,
      name: 'exclusion.line18',
    },
    ...some({ words: 'Never comes back', color: 'var(--amt-soft)', amount: estimate.credit.exclusionPart }),
    ...estimate.states.flatMap(({ state, credit }) =>
      some({ words: `State credit, ${stateName(state)}`, color: 'var(--credit-soft)', amount: credit?.generated ?? 0 }),
    ),
  ]
}
