import { useState } from 'react'
import type { Trouble } from '../../ask/reply.ts'
import { useAnswers } from '../../ask/useAnswers.ts'
import { firstExample } from '../../document/examples.ts'
import { edit, open } from '../../document/store.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Announce } from '../../parts/Announce.tsx'
import { Card } from '../../parts/Card.tsx'
import { Press } from '../../parts/Press.tsx'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { today } from '../../words/days.ts'
import classes from './OwnNumbers.module.css'
import { fieldOf, isEnough, ownFile, type Told, toldIn } from './ownFile.ts'
import { nextWanted, soFar, standIns } from './ownWords.ts'
import { Questions } from './Questions.tsx'
import { starting } from './starting.ts'

const nobody: Told = {}

/** Five questions about oneself. The first answer that is enough makes a scenario of one's own, and every later one changes it. */
export function OwnNumbers() {
  const { present } = useDocument()
  const { own } = starting.use()
  const [untold, setUntold] = useState<Told>(nobody)
  const begun = own !== null
  const told = begun ? { ...untold, ...toldIn(present.file, present.asOf), ...stateTold(untold) } : untold
  const tell = (change: Told): void => {
    const next = withoutGaps({ ...told, ...change })
    setUntold(next)
    if (!isEnough(next)) return
    if (begun) edit(`own:${Object.keys(change)}`, (file) => ownFile(next, present.asOf, file))
    else begin(next)
  }
  const { answers, troubles } = useAnswers(begun ? { room: true } : {})
  const trouble = begun ? troubles.room : undefined
  return (
    <div className={classes.place}>
      <Card title="Your numbers" note="five questions, the most telling first">
        <div className={classes.card}>
          <Questions told={told} tell={tell} wrong={wrongBy(trouble)} example={firstExample()} />
          <Side told={told} sentence={soFar(told, begun ? answers.room : undefined)} trouble={trouble} />
        </div>
      </Card>
    </div>
  )
}

function begin(told: Told): void {
  const asOf = today()
  const id = crypto.randomUUID()
  open({ id, name: 'My numbers', example: false, file: ownFile(told, asOf, null), asOf })
  starting.set({ own: id })
}

/** The file has a state in any case; said is only what was said. */
const stateTold = ({ state }: Told) => ({ state })

/** What is left empty is left out. */
const withoutGaps = (told: Told): Told =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Told

function Side({
  told,
  sentence,
  trouble,
}: {
  readonly told: Told
  readonly sentence: string
  readonly trouble: Trouble | undefined
}) {
  // A fault that is about a field stands there.
  const elsewhere = trouble && (trouble.kind !== 'input' || trouble.problems.some(({ path }) => fieldOf(path) === null))
  return (
    <aside className={classes.side} aria-label="The answer so far">
      <p className={classes.sentence}>{trouble ? 'One of these numbers cannot be.' : sentence}</p>
      <p className={classes.note}>{nextWanted(told)}</p>
      {elsewhere && <TroubleNote trouble={trouble} />}
      <p className={classes.small}>{standIns(told)}</p>
      <Press strong={isEnough(told)} onClick={() => starting.set({ asking: false, own: null })}>
        {isEnough(told) ? 'Close the questions' : 'Back to the example'}
      </Press>
      <Announce words={sentence} />
    </aside>
  )
}

/** What the engine has against an answer, by the field it was typed in. */
function wrongBy(trouble: Trouble | undefined): { readonly [field in keyof Told]?: string } {
  if (trouble?.kind !== 'input') return {}
  const said = trouble.problems.flatMap(({ path, message }) => {
    const field = fieldOf(path)
    return field ? [[field, `It ${message}`] as const] : []
  })
  return Object.fromEntries(said)
}
