/** All that the year is drawn from: which year and grant, what is asked, and what was answered. */
import { useMemo, useState } from 'react'
import { useAnswers } from '../../ask/useAnswers.ts'
import { valueAt, wagesOf } from '../../document/facts.ts'
import { heldIn, lotOf, sharesHeldIn } from '../../document/plan.ts'
import { useDocument } from '../../document/useDocument.ts'
import { grantsOf, usualGrant, usualYear, yearsOf } from '../../document/years.ts'
import { yearOf } from '../../words/days.ts'
import { lineOf, whole } from './line.ts'
import { freeUntil } from './lineLayout.ts'
import { useRange, valueRange, wagesRange } from './ranges.ts'
import { usePinned, useSides } from './useSides.ts'

export type YearModel = ReturnType<typeof useYear>

type Pinned = {
  readonly estimate?: true
  readonly room?: string | true
  readonly cost?: true
  readonly curve?: string | true
}
const nothing: Pinned = {}

/** The year and the grant looked at: those chosen, where the scenario has them. */
function useChosen() {
  const { present, pinned } = useDocument()
  const { file, asOf } = present
  const [wanted, want] = useState<{ readonly year?: number; readonly grant?: string }>({})
  const years = yearsOf(file)
  const year = years.find((each) => each === wanted.year) ?? usualYear(file, asOf)
  const grants = grantsOf(file, year)
  const grant = grants.find(({ id }) => id === wanted.grant)?.id ?? usualGrant(file, year)
  return { present, pinned, file, asOf, years, year, grants, grant, want }
}

/** The first question of all views: what the plan of one year does. */
export function useYear() {
  const chosen = useChosen()
  const { pinned, file, asOf, year, grants, grant } = chosen
  const held = grant === null ? [] : heldIn(file, grant, year)
  // Shares are counted at the value of the day on which the plan exercises them
  const room = held[0]?.on ?? true
  const asking = { estimate: true, room, curve: grant ?? true, cost: true, cashTest: true, credit: true } as const
  const asPinned: Pinned = { estimate: true, room, cost: true, curve: grant ?? true }
  const { answers, troubles, working } = useAnswers(asking, year)
  const before = useAnswers(pinned ? asPinned : nothing, year, pinned?.file)
  const { estimate, curve } = answers
  const ofGrant = answers.room?.byGrant.find((each) => each.grant === grant)
  const on = held[0]?.on ?? ofGrant?.valuedOn ?? firstDay(year, asOf)
  const lots = new Set(held.map(lotOf))
  const planned = estimate?.exercises.filter(({ id, planned }) => planned && lots.has(id)) ?? []
  const first = planned[0]
  const spreadPerShare = first ? first.value - first.strike : (ofGrant?.spreadPerShare ?? 0)
  // To the cent, so that the line stays the same while it is
  const others = Math.round(100 * ((estimate?.spread ?? 0) - planned.reduce((sum, each) => sum + each.spread, 0))) / 100
  const line = useMemo(
    () => (curve && spreadPerShare > 0 ? lineOf(curve, spreadPerShare, others) : null),
    [curve, spreadPerShare, others],
  )
  const shares = grant === null ? 0 : sharesHeldIn(file, grant, year)
  const wages = wagesOf(file, year)
  const value = valueAt(file, on)
  const strike = grants.find(({ id }) => id === grant)?.strike ?? 0
  const whose = JSON.stringify([file.company?.name, year, grant])
  const ofWages = useRange(wages ?? 0, whose, () => wagesRange(wages ?? 0))
  const ofValue = useRange(value ?? 0, whose, () => valueRange(value ?? 0, first?.strike ?? strike))
  const { reach, byWages, byValue } = useSides({ file, year, grant, on, ofWages, ofValue })
  // Shares that can be set: those that are there, and those that are planned
  const most = Math.max(reach?.most ?? ofGrant?.exercisable ?? 0, shares)
  return {
    ...chosen,
    ...{ on, held, shares, wages, value, ofWages, ofValue },
    ...{ answers, troubles, working, before: before.answers, ofGrant, line, spreadPerShare },
    ...{ reach, byWages, byValue, whose, others },
    /** Whole shares up to which no AMT is added, after the other exercises of the year. */
    free: line ? whole(Math.min(freeUntil(line, most), most)) : Math.min(ofGrant?.shares ?? 0, most),
    most,
    /** Whether there is a line with shares to move on it. */
    moves: line !== null && ofGrant !== undefined && most > 0,
    /** Whether the plan sells shares of these exercises within the year: they are then not among those that are held. */
    sold: planned.some((each) => each.spread < 0.5 && each.shares * (each.value - each.strike) > 1),
    /** Whether the first answer is still on its way. */
    waiting: !answers.room && !troubles.room && !troubles.estimate,
    /** The same facts in the pinned case. */
    pinnedFacts: usePinned(pinned?.file, grant, year, on, before.answers.room),
    /** The AMT of the shares that are planned now, once it is figured: answers come after the hand. */
    figured: estimate && planned.reduce((sum, each) => sum + each.shares, 0) === shares ? estimate : undefined,
  }
}

const firstDay = (year: number, asOf: string): string => (yearOf(asOf) === year ? asOf : `${year}-01-01`)
