import { useCallback, useMemo, useState } from 'react'
import { useAnswers } from '../../ask/useAnswers.ts'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { AmountRows } from './AmountRows.tsx'
import { Changes } from './Changes.tsx'
import classes from './Explanation.module.css'
import { Figures } from './Figures.tsx'
import { Statute } from './Statute.tsx'
import { amountText, becauseOf, figuredBy, nameOf, placeOf, wordsOf } from './sentence.ts'
import { storyOf } from './story.ts'
import { ExplainContext, type Explained } from './useExplain.ts'

/** One step of the way down: what was opened, and what it was called. */
interface Opened extends Explained {
  readonly words: string
}

/** An amount, why it is that much, and the way back from amounts opened in it. */
export function Explanation({ first }: { readonly first: Explained }) {
  const [at, setAt] = useState<Explained>(first)
  const [trail, setTrail] = useState<readonly Opened[]>([])
  const { answers, troubles } = useAnswers({ explain: at.name }, at.year, at.file)
  const answer = answers.explain
  const story = useMemo(() => answer && storyOf(answer.reason), [answer])
  const called = answer ? nameOf(answer.reason) : at.name
  const year = answer?.year ?? at.year
  const open = useCallback(
    (next: Explained) => {
      setTrail((before) => [...before, { ...at, words: called }])
      setAt({ ...next, ...(at.file && { file: at.file }), ...(year !== undefined && { year: next.year ?? year }) })
    },
    [at, called, year],
  )
  const explaining = useMemo(() => ({ open }), [open])
  const back = (i: number) => {
    setAt(trail[i] as Opened)
    setTrail(trail.slice(0, i))
  }
  if (!answer || !story)
    return (
      <>
        <p className={classes.trail}>{at.year}</p>
        <h2 className={classes.title} id="explained">
          {troubles.explain ? 'There is no such amount this year.' : '\u00a0'}
        </h2>
        {troubles.explain && <TroubleNote trouble={troubles.explain} />}
      </>
    )
  const { reason } = answer
  const because = becauseOf(reason, story)
  return (
    <ExplainContext value={explaining}>
      <nav className={classes.trail} aria-label="Where this amount stands">
        {trail.map((each, i) => (
          <span key={i}>
            <button type="button" onClick={() => back(i)} aria-label={`Back to ${each.words}`}>
              {each.words}
            </button>{' '}
            ›
          </span>
        ))}
        <span>{placeOf(reason, answer.year).join(' › ')}</span>
      </nav>
      <div aria-live="polite">
        <h2 className={classes.title} id="explained">
          {called} is {amountText(reason)}
        </h2>
        <p className={classes.lede}>{because}</p>
      </div>
      <AmountRows story={story} />
      {reason.words && because !== figuredBy(reason) && (
        <>
          <h3 className={classes.head}>Line in words</h3>
          <p className={classes.quote}>{wordsOf(reason)}</p>
        </>
      )}
      <Statute reason={reason} figures={story.figures} />
      <Figures figures={story.figures} year={answer.year} />
      <Changes reason={reason} year={answer.year} {...(at.file && { file: at.file })} />
    </ExplainContext>
  )
}
