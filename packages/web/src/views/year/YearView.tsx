import { type ReactNode, useState } from 'react'
import { Answer, Mark } from '../../parts/Answer.tsx'
import { CashTest } from '../../parts/CashTest.tsx'
import { Delta } from '../../parts/Delta.tsx'
import { Figure } from '../../parts/Figure.tsx'
import layout from '../../parts/grid.module.css'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { yearOf } from '../../words/days.ts'
import { count, money } from '../../words/money.ts'
import { StartStrip } from '../start/StartStrip.tsx'
import { About } from './About.tsx'
import { Facts } from './Facts.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { LineCard } from './LineCard.tsx'
import { MovePanel } from './MovePanel.tsx'
import { NoLine } from './NoLine.tsx'
import { creditSentence, dueDay, freeSentence, isLast, roomCreditSentence } from './sentences.ts'
import { TroughCard } from './TroughCard.tsx'
import { useYear, type YearModel } from './useYear.ts'
import { WhyCard } from './WhyCard.tsx'
import classes from './YearView.module.css'

/** The year: how many shares are free, what the plan costs, and what moves it. */
export function YearView() {
  const model = useYear()
  const [facts, showFacts] = useState(false)
  const { line, answers, troubles, ofGrant } = model
  const trouble = troubles.estimate ?? troubles.room ?? troubles.curve ?? troubles.cashTest
  return (
    <>
      <StartStrip />
      <Answer
        about={About({ model })}
        chips={<Facts model={model} open={() => showFacts(true)} />}
        sentence={<Sentence model={model} />}
        lede={<Lede model={model} />}
      />
      {trouble && <TroubleNote trouble={trouble} />}
      <CashTest test={answers.cashTest} />
      <div className={layout.main}>
        {model.waiting ? (
          <Waiting className={classes.line} />
        ) : line && model.moves ? (
          <LineCard model={model} line={line} />
        ) : (
          <NoLine model={model} />
        )}
        <MovePanel model={model} />
      </div>
      {(line || model.waiting) && (
        <div className={layout.half}>
          <TroughCard
            byWages={model.byWages}
            wages={model.wages}
            shares={ofGrant?.sharesByRoom ?? null}
            year={model.year}
          />
          {line ? <WhyCard model={model} line={line} /> : <Waiting className={classes.why} />}
        </div>
      )}
      {facts && <FactsPanel model={model} close={() => showFacts(false)} />}
    </>
  )
}

/** Words of about the length of those to come, not to be seen: they keep the place. */
const Keeps = ({ children }: { readonly children: string }) => (
  <span className={classes.keeps} aria-hidden>
    {children}
  </span>
)

/** Keeps the place of a card whose answer is on its way. */
const Waiting = ({ className }: { readonly className: string | undefined }) => (
  <div className={`${classes.waiting} ${className}`} />
)

/** The answer. */
function Sentence({ model }: { readonly model: YearModel }): ReactNode {
  const { answers, troubles, ofGrant, year, asOf, pinnedFacts } = model
  if (!answers.room)
    return troubles.room ? (
      'This cannot be answered yet.'
    ) : (
      <Keeps>You can exercise a thousand shares this year without AMT.</Keeps>
    )
  const { before, marked, after } = freeSentence(ofGrant, year, year === yearOf(asOf))
  return (
    <>
      {before}
      {marked && <Mark>{marked}</Mark>}
      {after}
      <Delta now={ofGrant?.shares} before={pinnedFacts?.free} as="shares" />
    </>
  )
}

/** What the plan costs, and what becomes of that. */
function Lede({ model }: { readonly model: YearModel }): ReactNode {
  const { answers, figured, file, year, shares, before, moves } = model
  const estimate = figured ?? answers.estimate
  if (!estimate)
    return (
      <Keeps>
        Your plan exercises some shares. That costs some amount of AMT, due in April of the next year. All of it becomes
        credit; if you exercise nothing more, it comes back in some years.
      </Keeps>
    )
  const planned = estimate.exercises.filter((each) => each.planned && yearOf(each.on) === year)
  const all = planned.reduce((sum, each) => sum + each.shares, 0)
  const credit = answers.room ? roomCreditSentence(answers.room) : ''
  if (all === 0)
    return `Your plan exercises nothing in ${year}.${moves ? ' Move the handle, and see what it costs.' : ''}${credit}`
  const amt = estimate.added.amt
  const many = planned.length > 1 && all !== shares ? ` in ${planned.length} exercises` : ''
  if (amt < 0.5) return `Your plan exercises ${count(all)}${many}. That adds no AMT.${credit}`
  return (
    <>
      Your plan exercises {count(all)}
      {many}. That costs <Figure name="amt">{money(amt)}</Figure>
      <Delta now={amt} before={before.estimate?.added.amt} /> of AMT, due {dueDay(estimate.cash.dueOn)}.{' '}
      {creditSentence(estimate, answers.credit, isLast(file, year))}
    </>
  )
}
