import type { RoomAnswer, ScenarioFile, SellAnswer } from '@isoline/engine'
import { useMemo } from 'react'
import { useAnswers } from '../../ask/useAnswers.ts'
import { yearOf } from '../../words/days.ts'
import type { MovedRoom } from './Waiting.tsx'

/** What the last branch of a fork does to the AMT-free room of its year; null where it does nothing, or cannot be figured. */
export function useMovedRoom(file: ScenarioFile, sell: SellAnswer | undefined): MovedRoom | null {
  const later = sell?.branches.at(-1)
  const sold = useMemo(() => (sell && later ? withSale(file, sell) : file), [file, sell, later])
  const year = later && yearOf(later.on)
  const before = useAnswers({ room: true }, year).answers.room
  const after = useAnswers({ room: true }, year, sold).answers.room
  return sold === file || before?.year !== year ? null : movedRoom(before, after)
}

function withSale(file: ScenarioFile, { sells, branches }: SellAnswer): ScenarioFile {
  const later = branches.at(-1)
  if (!later) return file
  const sales = sells.map(({ lot, shares }) => ({ on: later.on, sell: shares, lot, price: later.price }))
  return { ...file, plan: [...(file.plan ?? []), ...sales] }
}

/** The grant with the most room, where the room changes by a share or more. */
function movedRoom(before: RoomAnswer | undefined, after: RoomAnswer | undefined): MovedRoom | null {
  if (!before || !after || before.year !== after.year) return null
  const moved = before.byGrant.flatMap(({ grant, sharesByRoom }) => {
    const then = after.byGrant.find((each) => each.grant === grant)?.sharesByRoom
    return typeof then === 'number' && typeof sharesByRoom === 'number' && then !== sharesByRoom && sharesByRoom > 0
      ? [{ year: before.year, grant, before: sharesByRoom, after: then }]
      : []
  })
  return moved.sort((one, other) => other.before - one.before)[0] ?? null
}
