/** Shares that go: sold, given, surrendered, worthless or forfeited. None may go that is not held. */
import type { PlainDate } from '../date.ts'
import { tolerance } from './grantLedger.ts'
import type { Part } from './holdings.ts'
import { mayGuess } from './names.ts'
import type { DraftEntry } from './planEntry.ts'
import { counted, nearestAmong } from './shown.ts'
import type { Walk } from './walk.ts'

/** Notes more shares sold, given, worthless or forfeited than are held, and takes them. */
export function disposeInPlan(walk: Walk, entry: DraftEntry, path: string): void {
  const { on, lot, sell, give, worthless, forfeit } = entry
  if (on === undefined) return
  if (sell !== undefined)
    takeShares(walk, { on, lot, shares: sell, part: 'vested', lotPath: `${path}.lot`, path: `${path}.sell` })
  else if (give?.shares !== undefined) giveShares(walk, entry, on, give.shares, path)
  else if (worthless !== undefined) loseAll(walk, on, worthless, `${path}.worthless`)
  else if (forfeit !== undefined && lot !== undefined)
    takeShares(walk, { on, lot, shares: forfeit, part: 'unvested', lotPath: `${path}.lot`, path: `${path}.forfeit` })
}

/** So many shares of a part, of the lot named or first in, first out; and where the file says so. */
interface Taking {
  readonly on: PlainDate
  readonly lot: string | undefined
  readonly shares: number
  readonly part: Part
  readonly lotPath: string
  readonly path: string
  /** Whether they stay in the household, so that they only have to be there. */
  readonly stay?: boolean
}

const ofPart: { readonly [Each in Part]: string } = {
  vested: 'held and vested',
  unvested: 'held and not vested',
  all: 'held',
}

/** Takes shares, and notes when there are fewer. */
export function takeShares(walk: Walk, { on, lot, shares, part, lotPath, path, stay = false }: Taking): void {
  if (!isHeld(walk, on, lot, lotPath)) return
  const { holdings } = walk
  const free = stay ? holdings.free(on, lot, part, shares) : holdings.take(on, lot, part, shares)
  if (shares > free + tolerance) {
    const what = lot === undefined ? 'shares' : `shares of ${lot}`
    const takes = path === lotPath ? `takes ${counted(shares)} shares` : `is ${counted(shares)}`
    const message = `${takes}, and on ${on} only ${counted(free)} ${what} are ${ofPart[part]}. Choose fewer, or another day.`
    walk.problems.add(path, 'tooManyShares', message)
  }
}

/** Whether a lot that is named is held by then, in whatever number; if not, that is noted. */
function isHeld(
  { problems, holdings, lotNames, isLot, lotsUnsure }: Walk,
  on: PlainDate,
  lot: string | undefined,
  path: string,
): boolean {
  if (lot === undefined || holdings.has(lot)) return true
  if (isLot(lot)) {
    const message = `is ${lot}, which is exercised only after this entry of ${on}. Choose a later day or another lot.`
    problems.add(path, 'conflict', message)
  } else if (!lotsUnsure) {
    const message = `is ${lot}, and there is no such lot.${nearestAmong(lot, lotNames, mayGuess(problems))}`
    problems.add(path, 'unknownReference', message)
  }
  return false
}

/** A gift. A spouse or an heir may be left shares that are not vested; what a spouse on the same return has, stays. */
function giveShares(walk: Walk, { give, to }: DraftEntry, on: PlainDate, given: number, path: string): void {
  const status = to === 'spouse' ? walk.statusOn(on) : undefined
  const unknown = walk.problems.touch(`${path}.to`) || (to === 'spouse' && status === undefined)
  takeShares(walk, {
    on,
    lot: give?.lot,
    shares: unknown ? Number.NaN : given,
    part: to === 'spouse' || to === 'heirs' ? 'all' : 'vested',
    lotPath: `${path}.give.lot`,
    path: `${path}.give.shares`,
    stay: status === 'mfj',
  })
}

/** All that is held of a lot becomes worthless: there must be some of it. */
function loseAll(walk: Walk, on: PlainDate, lot: string, path: string): void {
  if (!isHeld(walk, on, lot, path)) return
  const held = walk.holdings.free(on, lot, 'all')
  if (held <= tolerance) {
    const message = `is ${lot}, of which nothing is held on ${on}. Choose an earlier day or another lot.`
    walk.problems.add(path, 'tooManyShares', message)
  }
  walk.holdings.take(on, lot, 'all', held)
}
