import type { PreIpoAnswer, PreIpoWayAnswer } from '@isoline/engine'
import { useState } from 'react'
import { Card } from '../../parts/Card.tsx'
import { Table } from '../../parts/Table.tsx'
import { TextPress } from '../../parts/TextPress.tsx'
import { day, readable } from '../../words/days.ts'
import { chance, money, shares } from '../../words/money.ts'
import classes from './PreIpoCard.module.css'

const names: { readonly [name in PreIpoWayAnswer['name']]: string } = {
  earlyExercise: 'Everything now, with 83(b)',
  vestedNow: 'What has vested, now',
  withinRoom: 'Up to the line, now',
  later: 'Later',
  atLiquidity: 'Wait, then sell',
  atLiquidityHold: 'Wait, then hold',
  nothing: 'Nothing',
}

/** Ways to act on a grant before there is a market: what each costs now, what can be lost, and what it is worth over what may come. */
export function PreIpoCard({ preIpo }: { readonly preIpo: PreIpoAnswer }) {
  const [chosen, choose] = useState<number | null>(null)
  const { grant, ways, outcomes, missing } = preIpo
  if (!grant || ways.length === 0)
    return (
      <Card title="Before there is a market">
        {missing.map(({ path, message }) => (
          <p key={path} className={classes.words}>
            {message}
          </p>
        ))}
      </Card>
    )
  const way = chosen === null ? null : ways[chosen]
  return (
    <Card
      title={`${grant.id}: before there is a market`}
      note={`${shares(grant.left)} left, ${shares(grant.vested)} vested`}
    >
      <Table
        caption="Ways to act, with what each costs before there is a market and what it is worth"
        rows={ways.map((each, i) => ({ ...each, i }))}
        keyOf={({ i }) => i}
        chosen={({ i }) => i === chosen}
        columns={[
          {
            key: 'way',
            head: 'Way',
            text: true,
            cell: ({ name, on, i }) => (
              <TextPress aria-pressed={i === chosen} onClick={() => choose(i === chosen ? null : i)}>
                {name === 'later' && on ? `Later, ${day(on)}` : (names[name] ?? name)}
              </TextPress>
            ),
          },
          { key: 'paid', head: 'Paid before', cell: ({ cost }) => <Quiet value={cost.outlay} /> },
          { key: 'gone', head: 'Gone if it ends', cell: ({ lost }) => <Quiet value={lost.gone} /> },
          { key: 'mean', head: 'Worth, average', cell: ({ mean }) => money(mean) },
          { key: 'worst', head: 'Worst', cell: ({ worst }) => money(worst) },
          { key: 'below', head: 'Worse than nothing', cell: ({ belowNothing }) => chance(belowNothing) },
          {
            key: 'cash',
            head: 'Cash',
            cell: ({ cash }) =>
              cash.enough === null ? (
                'not given'
              ) : cash.enough ? (
                'pays it'
              ) : (
                <span className={classes.short}>short</span>
              ),
          },
        ]}
      />
      {way && (
        <div className={classes.words} aria-live="polite">
          <p>{readable(way.what)}</p>
          <p>{outcomes.map(({ name }, i) => `${name}: ${money(way.worth[i] ?? Number.NaN)}`).join('; ')}.</p>
        </div>
      )}
      {preIpo.notices.map(({ message }) => (
        <p key={message} className={classes.note}>
          {readable(message)}
        </p>
      ))}
    </Card>
  )
}

const Quiet = ({ value }: { readonly value: number }) => (
  <span className={Math.round(value) === 0 ? classes.zero : undefined}>{money(value)}</span>
)
