/** What the view of the years is drawn from: one's own plan and the best one, each figured over all years, and what is in one's hand. */
import type { PlanAnswer, ProjectAnswer, ScenarioFile } from '@isoline/engine'
import { useMemo, useRef } from 'react'
import type { Trouble } from '../../ask/reply.ts'
import type { SearchState } from '../../ask/search.ts'
import { useAnswers } from '../../ask/useAnswers.ts'
import { useSearch } from '../../ask/useSearch.ts'
import { useDocument } from '../../document/useDocument.ts'
import { adopted, settled } from './edits.ts'
import { onPath, withPrices } from './pricePath.ts'
import { type Handling, useHand } from './useHand.ts'
import { useOpened } from './useOpened.ts'

/** A plan figured over all years. */
export interface Figured {
  /** The file it is, with the prices it is looked at with. */
  readonly file: ScenarioFile
  readonly project: ProjectAnswer | undefined
  readonly trouble: Trouble | undefined
  readonly working: boolean
}

export interface Arc {
  readonly search: SearchState
  readonly own: Figured
  readonly best: Figured
  readonly shown: Figured
  /** The years of the plan shown, without it. */
  readonly without: ProjectAnswer | undefined
  /** The years of what is pinned, where something else is pinned than the scenario at hand. */
  readonly pinned: ProjectAnswer | undefined
  readonly hand: Handling
}

/** The file with its years reaching as far as the plan that is looked for. */
function reaching(file: ScenarioFile, through: number | undefined): ScenarioFile {
  if (through === undefined || through <= (file.assumptions?.horizon ?? 0)) return file
  return { ...file, assumptions: { ...file.assumptions, horizon: through } }
}

const bestFile = (file: ScenarioFile, answer: PlanAnswer): ScenarioFile =>
  withPrices(adopted(answer)(file), answer.prices)

export function useArc(): Arc {
  const { present, pinned } = useDocument()
  const { file, asOf } = present
  const search = useSearch()
  const { answer } = search
  const hand = useHand(answer)
  const own = useMemo(
    () => reaching(onPath(settled(hand.held?.file ?? file), asOf), answer?.through),
    [file, asOf, hand.held?.file, answer?.through],
  )
  const best = useMemo(() => (answer ? reaching(bestFile(file, answer), answer.through) : undefined), [file, answer])
  const compared = pinned && pinned.file !== file ? pinned.file : undefined
  const figuredOwn = useFigured(own)
  const figuredBest = useFigured(best)
  const shown = hand.shown === 'best' ? figuredBest : figuredOwn
  const last = shown.project?.years.at(-1)?.year
  const bare = useMemo(
    () => ({
      ...shown.file,
      plan: [],
      ...(last !== undefined && { assumptions: { ...shown.file.assumptions, horizon: last } }),
    }),
    [shown.file, last],
  )
  const before = useMemo(
    () => compared && reaching(onPath(compared, asOf), answer?.through),
    [compared, asOf, answer?.through],
  )
  return {
    ...{ search, hand, shown },
    own: figuredOwn,
    best: figuredBest,
    without: useFigured(bare).project,
    pinned: useFigured(before).project,
  }
}

/** All years of a file. While a newer plan is figured, or cannot be, the last that could be stands. */
function useFigured(file: ScenarioFile | undefined): Figured {
  const { answers, troubles, working } = useAnswers(file ? { project: true } : {}, undefined, file)
  const opened = useOpened()
  const kept = useRef<{ opened: string; stale: unknown; last: ProjectAnswer | undefined }>({
    ...{ opened, stale: null, last: undefined },
  })
  // Answers about what was open before still stand for a moment
  if (kept.current.opened !== opened) kept.current = { opened, stale: answers, last: undefined }
  if (!file) kept.current.last = undefined
  else if (answers.project && answers !== kept.current.stale) kept.current.last = answers.project
  return { file: file as ScenarioFile, project: kept.current.last, trouble: troubles.project, working }
}
