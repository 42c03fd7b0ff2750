import type { SellAnswer } from '@isoline/engine'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import type { Trouble } from '../../ask/reply.ts'
import { useAnswers } from '../../ask/useAnswers.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Announce } from '../../parts/Announce.tsx'
import { Answer } from '../../parts/Answer.tsx'
import grid from '../../parts/grid.module.css'
import { Press } from '../../parts/Press.tsx'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { exactMoney, money } from '../../words/money.ts'
import { AddForm3921 } from './AddForm3921.tsx'
import { BasesTable } from './BasesTable.tsx'
import { Fork } from './Fork.tsx'
import { holdingOf, lotInFocus, valueOn } from './holding.ts'
import { LotRows } from './LotRows.tsx'
import classes from './LotsView.module.css'
import { aboutOf, answerOf } from './lotsAnswer.tsx'
import { Papers } from './Papers.tsx'
import type { Terms } from './SaleTerms.tsx'
import { useMovedRoom } from './useMovedRoom.ts'
import { Waiting } from './Waiting.tsx'

/** The button that adds a lot: where one goes on after adding one. */
const addId = 'add-form-3921'

/** Each lot with both bases and both clocks, and the fork between selling now and waiting. */
export function LotsView() {
  const { present } = useDocument()
  const { file, asOf } = present
  const [chosen, choose] = useState<{ readonly terms: Terms; readonly asOf: string } | null>(null)
  const [adding, setAdding] = useState(false)
  const { answers, troubles } = useAnswers({ lots: true })
  const lots = answers.lots
  const holdings = useMemo(() => (lots ? lots.lots.map((row) => holdingOf(row, file, asOf)) : []), [lots, file, asOf])
  const focus = lotInFocus(holdings, asOf)
  const usual: Terms | null = focus
    ? { lot: focus.id, on: focus.row.exercised > asOf ? focus.row.exercised : asOf }
    : null
  // What was chosen holds as long as its lot is there and the day is the same.
  const kept = chosen?.asOf === asOf && holdings.some(({ id }) => id === chosen.terms.lot)
  const terms = kept ? chosen.terms : usual
  const sale = useAnswers(terms ? { sell: terms } : {}) as SellAsked
  const sell = sale.answers.sell
  const room = useMovedRoom(file, sell)
  const close = useCallback(() => {
    setAdding(false)
    document.getElementById(addId)?.focus()
  }, [])
  const value = valueOn(file, asOf)
  const add = (
    <Press small id={addId} onClick={() => setAdding(true)} aria-expanded={adding}>
      <IconPlus size={16} stroke={1.6} aria-hidden /> Add a Form 3921
    </Press>
  )
  if (troubles.lots)
    return (
      <>
        <Answer about={['Lots']} chips={add} sentence="The lots cannot be told as the file stands." />
        <TroubleNote trouble={troubles.lots} />
        {adding && <AddForm3921 close={close} />}
      </>
    )
  const sentence = lots ? answerOf(focus, holdings, sell) : '\u00a0'
  return (
    <>
      <Answer
        about={aboutOf(holdings, value === null ? null : exactMoney(value), file.company?.listed === true, asOf)}
        chips={add}
        sentence={sentence}
        lede={ledeOf(holdings.length)}
      />
      <Announce words={saidOf(sell)} />
      {adding && <AddForm3921 close={close} />}
      {holdings.length > 0 && (
        <div className={classes.gap}>
          <LotRows holdings={holdings} value={value} asOf={asOf} />
        </div>
      )}
      {terms && (
        <div className={grid.main}>
          <Fork
            lots={holdings.filter(({ state }) => state.kind !== 'sold').map(({ id }) => id)}
            terms={terms}
            change={(next) => choose({ terms: next, asOf })}
            sell={sell}
            trouble={sale.troubles.sell}
          />
          <Waiting sell={sell} room={room} />
        </div>
      )}
      {holdings.length > 0 && (
        <div className={classes.gap}>
          <BasesTable holdings={holdings} value={value} />
          <Papers holdings={holdings} file={file} sell={sell} />
        </div>
      )}
    </>
  )
}

interface SellAsked {
  readonly answers: { readonly sell?: SellAnswer }
  readonly troubles: { readonly sell?: Trouble }
}

const ledeOf = (lots: number): string =>
  lots === 0
    ? 'A lot comes to be when options are exercised, in the plan or on a Form 3921.'
    : 'Every lot has two cost bases and two clocks. Brokers report one basis; the other decides your AMT when you sell, and appears on no statement.'

function saidOf(sell: SellAnswer | undefined): string {
  if (!sell) return ''
  return sell.branches
    .map(
      ({ name, worth }) =>
        `${name === 'now' ? 'Sold now' : name === 'longTerm' ? 'Long-term' : 'Qualifying'}: ${money(worth)} after tax.`,
    )
    .join(' ')
}
