/** What lies beside the present case: how far shares go, the room at other wages and values, and the pinned case. */
import type { RoomAnswer, ScenarioFile } from '@isoline/engine'
import { useMemo } from 'react'
import type { ReachQuestion } from '../../ask/reach.ts'
import { useAnswers } from '../../ask/useAnswers.ts'
import { useRested } from '../../ask/useRested.ts'
import { valueAt, wagesOf, withValue, withWages } from '../../document/facts.ts'
import { heldIn, lotOf, sharesHeldIn } from '../../document/plan.ts'
import { placesIn, type Range } from './ranges.ts'

interface Sides {
  readonly file: ScenarioFile
  readonly year: number
  readonly grant: string | null
  readonly on: string
  readonly ofWages: Range
  readonly ofValue: Range
}

/** How far shares go, and the room at other wages and values. None of it depends on the shares planned, so it is not asked while they move. */
export function useSides({ file, year, grant, on, ofWages, ofValue }: Sides) {
  const apart = useMemo(() => (grant === null ? file : withoutShares(file, grant, year)), [file, grant, year])
  const about = JSON.stringify([year, grant, on])
  const far: { readonly reach?: ReachQuestion } = grant === null ? {} : { reach: { grant, year, on } }
  const reach = useRested({ file, year, wanted: far }, keyOf(apart, about))
  const byWages = useRested(
    { file, year, wanted: { sweep: { fact: 'wages', grant, year, on, at: placesIn(ofWages, 40) } as const } },
    keyOf(withWages(apart, year, 0), about, ofWages),
  )
  const byValue = useRested(
    { file, year, wanted: { sweep: { fact: 'value', grant, year, on, at: placesIn(ofValue, 24) } as const } },
    keyOf(withValue(apart, on, 0), about, ofValue),
  )
  return {
    reach: useAnswers(reach.wanted, reach.year, reach.file).answers.reach,
    byWages: useAnswers(byWages.wanted, byWages.year, byWages.file).answers.sweep,
    byValue: useAnswers(byValue.wanted, byValue.year, byValue.file).answers.sweep,
  }
}

const keyOf = (...parts: unknown[]): string => JSON.stringify(parts)

/** The file as it is whatever number of shares is planned; only to be compared. */
function withoutShares(file: ScenarioFile, grant: string, year: number): ScenarioFile {
  const held = new Set(heldIn(file, grant, year))
  const lots = new Set([...held].map(lotOf))
  const plan = (file.plan ?? []).filter((line) => !held.has(line) && !(line.lot !== undefined && lots.has(line.lot)))
  return { ...file, plan }
}

/** The facts that can be moved, as they are in the pinned case. */
export function usePinned(
  file: ScenarioFile | undefined,
  grant: string | null,
  year: number,
  on: string,
  room: RoomAnswer | undefined,
) {
  return useMemo(
    () =>
      file && {
        shares: grant === null ? 0 : sharesHeldIn(file, grant, year),
        wages: wagesOf(file, year),
        value: valueAt(file, on),
        cash: file.household.cash ?? null,
        free: room?.byGrant.find((each) => each.grant === grant)?.shares,
      },
    [file, grant, year, on, room],
  )
}
