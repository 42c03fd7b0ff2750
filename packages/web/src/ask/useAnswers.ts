/** Answers about the scenario at hand, kept up to date: the last ones stand until the next arrive, so that nothing on the page jumps. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useDocument } from '../document/useDocument.ts'
import { answering } from './answering.ts'
import type { Wanted } from './answering.worker.ts'
import { asking } from './busy.ts'
import { Latest } from './latest.ts'
import type { AnswerTo, Detail, QuestionName } from './questions.ts'
import { type Reply, type Trouble, troubleOf } from './reply.ts'

/** Questions by a name of the asker's own; `true` where nothing more is asked than the scenario and the day. */
export type Asking = { readonly [name in QuestionName]?: Detail<name> | true }

export type Answers<W extends Asking> = { readonly [name in keyof W & QuestionName]?: AnswerTo<name> }

export interface Answered<W extends Asking> {
  /** What each question was answered last; absent until its first answer, and where it has none. */
  readonly answers: Answers<W>
  /** Why a question has no answer now. */
  readonly troubles: { readonly [name in keyof W & QuestionName]?: Trouble }
  /** Whether newer answers are on their way. */
  readonly working: boolean
}

interface Question {
  readonly key: string
  readonly file: unknown
  readonly asOf: string
  readonly year: number | undefined
  readonly wanted: readonly Wanted[]
}

/**
 * @param wanted the questions, `{ estimate: true, curve: 'G1' }`; asked again whenever the scenario, the day or a detail changes
 * @param year the year asked about, where a question takes one
 * @param file another scenario than the one at hand, for comparisons
 */
export function useAnswers<W extends Asking>(wanted: W, year?: number, file?: unknown): Answered<W> {
  const { present } = useDocument()
  const subject = file ?? present.file
  const key = JSON.stringify(wanted)
  const [state, setState] = useState<Answered<W>>({ answers: {}, troubles: {}, working: true })
  const asker = useMemo(
    () =>
      new Latest(
        ({ file, asOf, year, wanted }: Question) =>
          answering.askAll(file, { asOf, ...(year !== undefined && { year }) }, wanted),
        (replies, question) => {
          const answered = sorted<W>(question.wanted, replies)
          setState({ ...answered, working: question.key !== newest.current })
        },
        (error, { wanted }) => {
          const trouble = troubleOf(error)
          const replies = wanted.map(() => ({ trouble }))
          setState({ ...sorted<W>(wanted, replies), working: false })
        },
      ),
    [],
  )
  const newest = useRef('')
  // Answers about another scenario would not fit what the page shows
  useEffect(() => () => asker.drop(), [asker, present.id])
  useEffect(() => {
    const wanted = Object.entries(JSON.parse(key) as Record<QuestionName, unknown>).map(
      ([name, detail]): Wanted => ({ name: name as QuestionName, ...(detail !== true && { detail }) }),
    )
    const own = `${++asked}`
    newest.current = own
    setState((before) => (before.working ? before : { ...before, working: true }))
    asker.put({ key: own, file: subject, asOf: present.asOf, year, wanted })
  }, [asker, subject, present.asOf, year, key])
  const { working } = state
  useEffect(() => (working ? asking() : undefined), [working])
  return state
}

/** Tells questions apart. */
let asked = 0

function sorted<W extends Asking>(wanted: readonly Wanted[], replies: readonly Reply<unknown>[]) {
  const answers: Record<string, unknown> = {}
  const troubles: Record<string, Trouble> = {}
  for (const [i, { name }] of wanted.entries()) {
    const reply = replies[i] as Reply<unknown>
    if ('answer' in reply) answers[name] = reply.answer
    else troubles[name] = reply.trouble
  }
  return { answers: answers as Answers<W>, troubles: troubles as Answered<W>['troubles'] }
}
