import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef, useState } from 'react'
import { Chart, useTwin } from '../../charts/Chart.tsx'
import { withHeld } from '../../document/plan.ts'
import { current, edit } from '../../document/store.ts'
import { Announce } from '../../parts/Announce.tsx'
import { Card } from '../../parts/Card.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { count, money, shares as sharesOf } from '../../words/money.ts'
import classes from './LineCard.module.css'
import { LinePicture } from './LinePicture.tsx'
import { LineTable } from './LineTable.tsx'
import { amtAt, type Line, lineOf, nearEnd } from './line.ts'
import { lineHeight } from './lineLayout.ts'
import { handleText, nextShareSentences } from './sentences.ts'
import type { YearModel } from './useYear.ts'

type Extent = 'near' | 'all'

/** AMT against shares, with what the next share costs and how far the cash goes; the handle sets the plan. */
export function LineCard({ model, line }: { readonly model: YearModel; readonly line: Line }) {
  const { shares, most, year, reach, figured, file, free } = model
  const phone = useMediaQuery('(max-width: 760px)', undefined, { getInitialValueInEffect: false }) ?? false
  const [extent, extend] = useState<Extent>(phone ? 'near' : 'all')
  const [shown, twin] = useTwin()
  const payable = reach?.payable ?? null
  const near = useNear(nearEnd(free, payable, shares, most), shares, [payable, free, most])
  const end = extent === 'near' ? near : Math.max(most, 1)
  const amt = figured?.summary.amt ?? amtAt(line, shares)
  const words = handleText(shares, amt, payable)
  const before = usePinnedLine(model)
  const gesture = useGesture(model)
  return (
    <Card
      title="Exercise to the line, not past it"
      tools={
        <div className={classes.tools}>
          <Choice
            label="How much of the line"
            value={extent}
            options={[
              { value: 'near', words: 'Near the line' },
              { value: 'all', words: 'All vested' },
            ]}
            onChange={extend}
          />
          {twin}
        </div>
      }
    >
      <Chart
        shown={shown}
        height={phone ? lineHeight.narrow : lineHeight.wide}
        label={`AMT for ${year} against shares exercised, what the next share costs, and how far the cash goes. Now ${words}.`}
        draw={(width) => (
          <LinePicture
            {...{ width, line, end, year, payable, before, shares, amt, most, words, gesture }}
            cash={file.household.cash ?? null}
          />
        )}
        table={<LineTable model={model} line={line} amt={amt} />}
      />
      <Reading model={model} line={line} />
      <ol className={classes.list}>
        {line.breakpoints.map(({ at, shares: there, what, why }) => (
          <li key={at}>
            <span>
              {what}
              <small>{why}</small>
            </span>
            <b>{count(there)}</b>
          </li>
        ))}
      </ol>
      <Announce words={`${sharesOf(shares)}, AMT ${money(amt)}`} />
    </Card>
  )
}

function Reading({ model: { shares, others, sold }, line }: { readonly model: YearModel; readonly line: Line }) {
  const [first, rest] = nextShareSentences(line, shares)
  return (
    <p className={classes.reading}>
      <b>{first}</b>
      {rest}
      {others > 0.5 &&
        ` The line begins after your other exercises of the year, which bring ${money(others)} of spread.`}
      {sold && ' Your plan sells shares of this exercise within the year; the line is about shares that are kept.'}
    </p>
  )
}

/** The end of the near picture: it stands while the hand moves inside it, and follows when what it was made from changes. */
function useNear(wanted: number, shares: number, from: readonly unknown[]): number {
  const kept = useRef({ end: wanted, key: '' })
  const key = JSON.stringify(from)
  if (kept.current.key !== key || shares > kept.current.end) kept.current = { end: wanted, key }
  return kept.current.end
}

/** The same curve in the pinned case. */
function usePinnedLine({ pinned, before, spreadPerShare, line }: YearModel): Line | null {
  const { curve } = before
  const shown = pinned !== null && line !== null && spreadPerShare > 0
  return useMemo(
    () => (shown && curve ? lineOf(curve, curve.spreadPerShare ?? spreadPerShare, 0) : null),
    [shown, curve, spreadPerShare],
  )
}

/** Sets the plan from the picture. A drag begins anew from the file it found, so that going to no share and back loses nothing. */
function useGesture({ grant, year, on }: YearModel) {
  const found = useRef(current().present.file)
  return {
    begin: () => {
      found.current = current().present.file
    },
    move: (shares: number) => {
      if (grant !== null) edit('shares', () => withHeld(found.current, grant, year, shares, on))
    },
  }
}
