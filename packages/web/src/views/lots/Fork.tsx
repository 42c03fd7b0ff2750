import type { SellAnswer, SellBranch } from '@isoline/engine'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Trouble } from '../../ask/reply.ts'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Press } from '../../parts/Press.tsx'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { exactMoney, money, shares } from '../../words/money.ts'
import classes from './Fork.module.css'
import { forkAmount, forkRows, kindWords, soldWords } from './forkWords.ts'
import { SaleTerms, type Terms } from './SaleTerms.tsx'

/** A sale now beside the same sale once each clock is over, row for row. */
export function Fork({
  lots,
  terms,
  change,
  sell,
  trouble,
}: {
  readonly lots: readonly string[]
  readonly terms: Terms
  readonly change: (terms: Terms) => void
  readonly sell: SellAnswer | undefined
  readonly trouble: Trouble | undefined
}) {
  const [changing, setChanging] = useState(false)
  const wrong = trouble?.kind === 'input' ? trouble.problems : []
  const atField = wrong.every(({ path }) => path.startsWith('--'))
  return (
    <Card
      title={`Sell ${terms.lot}: the fork`}
      note={sell && `${shares(sell.shares)} at ${exactMoney(sell.price)}`}
      tools={
        <Press small aria-expanded={changing} onClick={() => setChanging(!changing)}>
          Change date or price
        </Press>
      }
    >
      {(changing || (wrong.length > 0 && atField)) && (
        <SaleTerms lots={lots} terms={terms} sell={sell} wrong={wrong} change={change} />
      )}
      {trouble && !(wrong.length > 0 && atField) && <TroubleNote trouble={trouble} />}
      {sell ? <Branches sell={sell} /> : <div className={classes.waiting} />}
    </Card>
  )
}

function Branches({ sell }: { readonly sell: SellAnswer }) {
  const rows = forkRows(sell)
  const said = sell.notices.filter(({ code }) => code === 'law')
  const rests = sell.notices.filter(({ code }) => code !== 'law')
  const unknown = sell.branches.some(({ stateTax }) => stateTax === null)
  return (
    <>
      <div className={classes.branches}>
        {sell.branches.map((branch, i) => (
          <div key={branch.on} className={classes.branch}>
            <p className={classes.sold}>
              {soldWords(branch)} <Kind branch={branch} />
            </p>
            <p className={classes.figure}>{money(branch.worth)}</p>
            <p className={classes.caption}>after tax, with the credit left; strike already paid</p>
            <dl className={classes.rows}>
              {rows.map(({ words, amounts, signed, total }) => (
                <div key={words} className={total ? classes.total : undefined}>
                  <dt>{words}</dt>
                  <dd className={amounts[i] === 0 ? classes.zero : undefined}>
                    {amounts[i] === null || amounts[i] === undefined ? (
                      <Chip tone="missing">not modelled</Chip>
                    ) : (
                      forkAmount(amounts[i], signed)
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
      <p className={classes.note}>
        Tax is what the sale adds through {sell.through}, beyond that of holding on
        {unknown && '; the state is not in it'}. {said.map(({ message }) => message).join(' ')}
      </p>
      {rests.length > 0 && (
        <details className={classes.rests}>
          <summary>What this rests on: {rests.length}</summary>
          <ul>
            {rests.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Kind({ branch: { kind } }: { readonly branch: SellBranch }) {
  if (kind === 'qualifying')
    return (
      <Chip tone="good" icon={<IconCircleCheck stroke={1.6} aria-hidden />}>
        {kindWords[kind]}
      </Chip>
    )
  return (
    <Chip tone={kind === 'disqualifying' ? 'bad' : 'plain'} icon={<IconCircleX stroke={1.6} aria-hidden />}>
      {kindWords[kind]}
    </Chip>
  )
}
