import { memo } from 'react'
import { Card } from '../../parts/Card.tsx'
import { Table } from '../../parts/Table.tsx'
import { count, exactMoney, money, percent } from '../../words/money.ts'
import { stateName } from '../../words/states.ts'
import { breakpointTax, type Line } from './line.ts'
import { sameIn } from './sameIn.ts'
import type { YearModel } from './useYear.ts'
import classes from './WhyCard.module.css'
import { roomTerms, shortWaySentences, type Term } from './whyLine.ts'

/** The arithmetic of the line, the other answer that is going around, and every breakpoint. */
export const WhyCard = memo(
  function WhyCard({ model, line }: { readonly model: YearModel; readonly line: Line }) {
    const { answers, ofGrant, reach, spreadPerShare, sold } = model
    const { estimate, curve, room } = answers
    if (!estimate || !curve || !room) return null
    const shares = ofGrant?.sharesByRoom ?? null
    const rows = roomTerms(estimate, curve, room, spreadPerShare, shares)
    const other = shortWaySentences(estimate, sold ? null : (reach?.shortWay ?? null), shares)
    return (
      <Card title="Why the line is where it is">
        {rows ? (
          rows.map((terms) => <Equation key={terms.length} terms={terms} />)
        ) : (
          <p className={classes.note}>
            {money(room.room)} of spread fits before AMT begins,{' '}
            {shares === null
              ? 'in any number of shares'
              : `${count(shares)} shares at ${exactMoney(spreadPerShare)} each`}
            . The table shows where the slope changes.
          </p>
        )}
        {other && (
          <p className={classes.other}>
            <b>{other.first}</b>
            {other.rest}
          </p>
        )}
        {room.states.map(({ state, room: own }) => (
          <p key={state} className={classes.other}>
            <b>{stateName(state)} has an AMT of its own.</b> Its room is {money(own)} of spread, against{' '}
            {money(room.room)} federal.
          </p>
        ))}
        <hr className={classes.rule} />
        <div className={classes.breaks}>
          <Table
            caption="Breakpoints of the line"
            columns={[
              { key: 'shares', head: 'Breakpoint', text: true, cell: (each) => count(each.shares) },
              { key: 'what', head: 'Why the slope changes', text: true, cell: (each) => each.what },
              { key: 'spread', head: 'Spread', cell: (each) => money(each.spread) },
              { key: 'amt', head: 'AMT there', cell: (each) => money(each.amt) },
              { key: 'next', head: 'Next share', cell: (each) => exactMoney(breakpointTax(line, each)) },
            ]}
            rows={line.breakpoints}
            keyOf={(each) => each.at}
          />
        </div>
      </Card>
    )
  },
  sameIn('answers', 'ofGrant', 'reach', 'line'),
)

const words: { readonly [kind in Term['kind']]: (amount: number) => string } = {
  tax: count,
  rate: percent,
  money,
  perShare: exactMoney,
  shares: count,
}

/** A line of arithmetic, each amount over its name. */
function Equation({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <p className={classes.equation}>
      {terms.map(({ sign, amount, words: name, kind }) => (
        <span key={`${sign}${name}`} className={classes.term}>
          {sign && <span className={classes.sign}>{sign}</span>}
          <span className={kind === 'shares' ? classes.result : undefined}>
            <b>{words[kind](amount)}</b>
            <small>{name}</small>
          </span>
        </span>
      ))}
    </p>
  )
}
