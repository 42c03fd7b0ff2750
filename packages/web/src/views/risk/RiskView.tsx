import { useAnswers } from '../../ask/useAnswers.ts'
import { useFutures } from '../../ask/useFutures.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Answer, Mark } from '../../parts/Answer.tsx'
import { Banner } from '../../parts/Banner.tsx'
import { CashTest } from '../../parts/CashTest.tsx'
import { Chip } from '../../parts/Chip.tsx'
import grid from '../../parts/grid.module.css'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { day } from '../../words/days.ts'
import { percent } from '../../words/money.ts'
import { EscapeCard } from './EscapeCard.tsx'
import { FanCard } from './FanCard.tsx'
import { PreIpoCard } from './PreIpoCard.tsx'
import { QuestionsCard } from './QuestionsCard.tsx'
import { riskLede, riskSentence } from './riskWords.ts'
import { StressCard } from './StressCard.tsx'
import { ViewCard } from './ViewCard.tsx'

const question = { parts: [0.5] }

/** Should one hold at all: selling against holding, what may go wrong, and what can still be undone. */
export function RiskView() {
  const { present } = useDocument()
  const { answer, trouble, done, stop } = useFutures(question)
  const { answers: first } = useAnswers({ cashTest: true, concentration: true })
  const { answers: picture } = useAnswers({ fan: true })
  const { answers: later, troubles } = useAnswers({ stress: true, escape: true, preIpo: true })
  if (trouble)
    return (
      <>
        <Answer about={['Risk']} sentence="This cannot be answered yet." />
        <TroubleNote trouble={trouble} />
      </>
    )
  const held = answer?.holding?.held.reduce((sum, each) => sum + each.shares, 0)
  const { prices } = answer ?? {}
  return (
    <>
      <Answer
        about={[
          held ? `${held.toLocaleString('en-US')} shares held and planned` : present.file.company?.name,
          `as of ${day(answer?.asOf ?? present.asOf)}`,
          answer && `later dollars discounted at ${percent(answer.discountRate)} a year`,
        ].filter(Boolean)}
        chips={
          prices?.kind === 'view' && (
            <Chip>
              your view: {percent(prices.growth)} growth
              {prices.volatility !== null && `, ${percent(prices.volatility)} volatility`}
            </Chip>
          )
        }
        sentence={
          answer
            ? riskSentence(answer).map((each) =>
                typeof each === 'string' ? each : <Mark key={each.marked}>{each.marked}</Mark>,
              )
            : '\u00a0'
        }
        lede={answer ? riskLede(answer) : '\u00a0'}
      />
      {answer?.missing.map(({ path, message }) => (
        <Banner key={path} tone="warn" title="One more fact is needed:">
          {message}
        </Banner>
      ))}
      {first.cashTest && <CashTest test={first.cashTest} />}
      <div className={grid.one}>
        {answer && <FanCard answer={answer} fan={picture.fan ?? []} done={done} stop={stop} />}
        <ViewCard />
      </div>
      <div className={grid.one}>{later.stress && <StressCard stress={later.stress} />}</div>
      <div className={grid.half}>
        {later.escape && <EscapeCard hatch={later.escape} />}
        {first.concentration && <QuestionsCard concentration={first.concentration} />}
      </div>
      {Object.values(troubles).map((each) => each && <TroubleNote key={JSON.stringify(each)} trouble={each} />)}
      {later.preIpo && <PreIpoCard preIpo={later.preIpo} />}
    </>
  )
}
