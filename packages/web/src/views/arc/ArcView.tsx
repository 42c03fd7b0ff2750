import type { CashTest as Test } from '@isoline/engine'
import { IconPin, IconPinFilled } from '@tabler/icons-react'
import type { Trouble } from '../../ask/reply.ts'
import { useAnswers } from '../../ask/useAnswers.ts'
import { pin } from '../../document/store.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Announce } from '../../parts/Announce.tsx'
import { Answer, Mark } from '../../parts/Answer.tsx'
import { Card } from '../../parts/Card.tsx'
import { CashTest } from '../../parts/CashTest.tsx'
import { Press } from '../../parts/Press.tsx'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { PacketButton } from '../../shell/PacketButton.tsx'
import classes from './ArcView.module.css'
import { CashPath } from './CashPath.tsx'
import { followsBest } from './edits.ts'
import { Outcomes } from './Outcomes.tsx'
import { ownLede, ownWords } from './ownWords.ts'
import { Strategies } from './Strategies.tsx'
import { firstShort, strategyRows } from './strategyRows.ts'
import { type Arc, type Figured, useArc } from './useArc.ts'
import { answerWords, consequence, terms } from './words.ts'
import { YearsCard } from './YearsCard.tsx'

/** All years of the plan: the best there is, beside what people do, and one's own, to be moved by hand. */
export function ArcView() {
  const arc = useArc()
  const { search, shown, own, best, hand } = arc
  const { present } = useDocument()
  const { answers } = useAnswers(shown.file ? { cashTest: true } : {}, undefined, shown.file)
  const { answer } = search
  const rows =
    answer &&
    strategyRows(
      answer,
      best.project,
      !own.project || !own.file.plan?.length ? null : followsBest(own.file, answer) ? 'best' : own.project,
      present.file.household.cash !== undefined,
    )
  return (
    <>
      <Head arc={arc} />
      <Cash shown={shown} own={hand.shown === 'own'} test={answers.cashTest} />
      <div className={classes.stack}>
        {answer && rows ? (
          <Strategies {...{ answer, rows, arc }} />
        ) : (
          <Card title="Strategies, valued in today's after-tax dollars">
            {search.trouble ? (
              <NoPlan trouble={search.trouble} fine={own.trouble === undefined} />
            ) : (
              <div className={classes.waiting}>Looking for the best plan…</div>
            )}
          </Card>
        )}
        <YearsCard arc={arc} />
        {search.tree && <Outcomes tree={search.tree} />}
      </div>
    </>
  )
}

/** Why there is no best plan: nothing to decide, where the years themselves can be figured. */
function NoPlan({ trouble, fine }: { readonly trouble: Trouble; readonly fine: boolean }) {
  if (!fine || trouble.kind !== 'input') return <TroubleNote trouble={trouble} />
  return (
    <p>
      There is no plan to look for yet:{' '}
      {trouble.problems.map(({ path, message }) => (
        <span key={path}>{message} </span>
      ))}
    </p>
  )
}

/** The cash test; where later sales of the plan pay for what it would miss, whether they do. */
function Cash({
  shown,
  own,
  test,
}: {
  readonly shown: Figured
  readonly own: boolean
  readonly test: Test | undefined
}) {
  const paid = shown.project && firstShort(shown.project) === null
  if (own && !(test?.verdict === 'fails' && paid)) return <CashTest test={test} />
  return <CashPath project={shown.project} test={test} />
}

function Head({ arc: { search, hand, own, shown } }: { readonly arc: Arc }) {
  const { present, pinned } = useDocument()
  const { answer } = search
  const said =
    hand.shown === 'best' && answer
      ? answerWords(answer)
      : own.project && (answer || search.trouble)
        ? ownWords(present.file, own.project)
        : own.trouble
          ? { before: 'This scenario cannot be figured yet.', amount: '', after: '' }
          : { before: 'Looking for the best plan', amount: '', after: '' }
  const lede =
    hand.shown === 'best' && answer
      ? consequence(answer, present.file.household.cash !== undefined)
      : own.project
        ? ownLede(own.project, answer)
        : ' '
  const sentence = `${said.before}${said.amount}${said.after}`
  return (
    <div className={classes.head}>
      <Answer
        about={[
          answer ? `${answer.from.slice(0, 4)} to ${answer.through}` : 'All years',
          ...(answer ? terms(answer, present.file) : []),
        ]}
        chips={
          <>
            <PacketButton file={shown.file} />
            <Press small onClick={() => pin(!pinned)} aria-pressed={pinned !== null}>
              {pinned ? <IconPinFilled size={16} aria-hidden /> : <IconPin size={16} stroke={1.6} aria-hidden />}
              {pinned ? 'Pinned' : 'Pin to compare'}
            </Press>
          </>
        }
        sentence={
          <>
            {said.before}
            {said.amount && <Mark>{said.amount}</Mark>}
            {said.after}
          </>
        }
        lede={lede}
      />
      <Announce words={sentence} />
    </div>
  )
}
