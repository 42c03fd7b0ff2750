/**
 * Wash sales over these shares: a loss is not allowed on shares that an exercise within thirty days before or after the sale
 * replaces; it goes into the basis of the shares that replace them. IRC §§1091, 1223(3); Reg. §1.1091-1. Shares bought
 * outside the case are not seen. Shares exercised on the same day as those sold are one purchase with them and replace
 * nothing (Rev. Rul. 56-602, from memory); nor do shares that were sold before.
 */
import { federalStanding } from '../law/federal/standing.ts'
import type { GiveAction, SellAction } from './action.ts'
import { type Block, longTermDay, never } from './block.ts'
import { type Books, nextBlock, type Pending } from './books.ts'
import type { HeldLot, Step } from './prepared.ts'

/** How many of the shares sold (as of their exercise) are replaced. The earliest exercise replaces first. */
export function matchReplacements(books: Books, step: Step, sold: HeldLot, shares: number): number {
  const { prepared, made, terms, replacements } = books
  replacements.lots.length = 0
  replacements.shares.length = 0
  const { lots, lotDays } = prepared
  const days = federalStanding.washSaleDays.all
  const wanted = shares / sold.factor
  let matched = 0
  for (let i = firstFrom(lotDays, terms.day - days); i < lots.length && matched < wanted; i++) {
    const lot = lots[i] as HeldLot
    if (lot.day > terms.day + days) break
    if (lot.day === sold.day) continue
    const free = i < made ? staying(books, step, sold, shares, lot) : lot.shares - promised(replacements.pending, lot)
    const taken = Math.min(free / lot.factor, wanted - matched)
    if (taken <= 0) continue
    matched += taken
    replacements.lots.push(lot)
    replacements.shares.push(taken)
  }
  return matched >= wanted ? shares : matched * sold.factor
}

/** Shares of a lot that are there when the day is over: whatever the order of what happens on it, those gone replace nothing. */
function staying(books: Books, step: Step, sold: HeldLot, taken: number, lot: HeldLot): number {
  return held(lot) - takenInOrder(books, step, sold, taken, lot) - namedLaterToday(books.prepared.steps, books.at, lot)
}

/** What sales first in, first out will have taken from a lot when the day is over: the rest of this one, and those after it. */
function takenInOrder(
  { prepared, at, open, remaining }: Books,
  step: Step,
  sold: HeldLot,
  taken: number,
  lot: HeldLot,
): number {
  const own = step.lot === null ? remaining / step.factor : 0
  let rest = own + inOrderLaterToday(prepared.steps, at)
  if (rest === 0) return 0
  for (let i = open; i < lot.index && rest > 0; i++) {
    const between = prepared.lots[i] as HeldLot
    rest -= (vestedLeft(between, step.day) - (i === sold.index ? taken : 0)) / between.factor
  }
  return Math.max(0, Math.min(rest * lot.factor, vestedLeft(lot, step.day)))
}

/** Shares that later sales and gifts of the day take first in, first out, in shares of the beginning. */
function inOrderLaterToday(steps: readonly Step[], at: number): number {
  const { day } = steps[at] as Step
  let shares = 0
  for (let i = at + 1; i < steps.length; i++) {
    const { day: its, action, factor, lot, shares: count } = steps[i] as Step
    if (its !== day) break
    if (lot === null && takes(action)) shares += count / factor
  }
  return shares
}

/** Whether shares leave for good: not those of an exercise, nor what a spouse on the same return gets. */
const takes = (action: Step['action']): action is SellAction | GiveAction =>
  action?.kind === 'sell' || (action?.kind === 'give' && action.to !== 'spouse')

function vestedLeft({ blocks, used }: HeldLot, day: number): number {
  let shares = 0
  for (let j = 0; j < used; j++) {
    const block = blocks[j] as Block
    if (block.freeDay <= day) shares += block.left
  }
  return shares
}

/** The place of the first of ascending days not before `day`. */
function firstFrom(days: readonly number[], day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as number) < day) low = middle + 1
    else high = middle
  }
  return low
}

function held({ blocks, used }: HeldLot): number {
  let shares = 0
  for (let j = 0; j < used; j++) {
    const block = blocks[j] as Block
    if (block.replacement === 0) shares += block.left
  }
  return shares
}

/** Shares of a lot that later sales and gifts of the day name. */
function namedLaterToday(steps: readonly Step[], at: number, lot: HeldLot): number {
  const { day } = steps[at] as Step
  let shares = 0
  for (let i = at + 1; i < steps.length; i++) {
    const { day: its, action, factor, lot: named, shares: count } = steps[i] as Step
    if (its !== day) break
    if (named === lot && takes(action)) shares += (count * lot.factor) / factor
  }
  return shares
}

const promised = (pending: readonly Pending[], lot: HeldLot): number =>
  pending.reduce((sum, each) => (each.lot === lot ? sum + each.shares : sum), 0)

/** Puts the losses not allowed into the basis of the shares that replace those sold, share by share. */
export function attachDisallowed(
  { made, terms, replacements }: Books,
  block: Block,
  loss: number,
  amtLoss: number,
): void {
  const total = replacements.shares.reduce((sum, shares) => sum + shares, 0)
  replacements.lots.forEach((lot, i) => {
    const part = replacements.shares[i] as number
    const waits = {
      lot,
      shares: part * lot.factor,
      loss: (loss * part) / total,
      amtLoss: (amtLoss * part) / total,
      // Without a loss in a system its basis does not pass on, and neither does its holding period
      held: loss > 0 ? terms.day - block.acquiredDay : 0,
      amtHeld: amtLoss > 0 ? terms.day - block.amtAcquiredDay : 0,
    }
    if (lot.index < made) raiseBasis(waits)
    else replacements.pending.push(waits)
  })
}

/** Gives a lot just exercised the basis that waited for it. */
export function basisPending({ replacements }: Books, lot: HeldLot): void {
  for (const each of replacements.pending) if (each.lot === lot) raiseBasis(each)
}

/** Splits off the shares that replace, and gives them basis and the time that those sold were held. IRC §§1091(d), 1223(3). */
function raiseBasis({ lot, shares, loss, amtLoss, held: heldDays, amtHeld }: Pending): void {
  let wanted = shares
  // From the end: sales take from the beginning, and shares sold on the same day replace nothing
  for (let j = lot.used - 1; j >= 0 && wanted > 1e-9; j--) {
    const block = lot.blocks[j] as Block
    if (block.replacement === 1 || block.left <= 0) continue
    const taken = Math.min(block.left, wanted)
    wanted -= taken
    const replacing = taken < block.left ? splitOff(lot, block, taken) : block
    replacing.replacement = 1
    replacing.basis += loss / shares
    replacing.amtBasis += amtLoss / shares
    replacing.amtDifference += (amtLoss - loss) / shares
    if (replacing.acquiredDay < never) replacing.acquiredDay -= heldDays
    if (replacing.amtAcquiredDay < never) replacing.amtAcquiredDay -= amtHeld
    replacing.longTermDay = longTermDay(replacing.acquiredDay)
    replacing.amtLongTermDay = longTermDay(replacing.amtAcquiredDay)
  }
}

function splitOff(lot: HeldLot, block: Block, shares: number): Block {
  const other = Object.assign(nextBlock(lot), block)
  other.shares = shares
  other.left = shares
  other.kept = shares
  block.shares -= shares
  block.left -= shares
  block.kept -= shares
  return other
}
