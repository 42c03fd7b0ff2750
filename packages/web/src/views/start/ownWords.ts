/** What the questions say of themselves: what each moves, measured at the example, and what the answer still waits for. */
import type { RoomAnswer } from '@isoline/engine'
import { money, shares } from '../../words/money.ts'
import { freeSentence } from '../year/sentences.ts'
import type { QuestionOf } from './alternatives.ts'
import type { Told } from './ownFile.ts'

const before: { readonly [question in QuestionOf]: string } = {
  income: 'Brackets, exemption and the tax you owe anyway make the room.',
  grant: 'Value less strike is the spread, which the AMT counts.',
  value: 'It turns the room into shares.',
  cash: 'It does not move the line: it moves how many shares you can pay for.',
  deduction: 'The AMT takes the standard deduction and state taxes back. Your state’s own tax comes on top.',
}

/** Why a question matters. */
export const whyWords = (question: QuestionOf): string => before[question]

/** @param moved shares by which other answers move the example's; nothing is said until it is measured, or where it cannot be */
export function movesWords(question: QuestionOf, moved: number | null | undefined): string {
  if (!moved) return '\u00a0'
  return question === 'cash'
    ? `Half or twice the cash changes that by up to ${shares(moved)} in the example.`
    : `It moves the answer of the example by up to ${shares(moved)}.`
}

/** The answer so far, in one sentence. */
export function soFar(told: Told, room: RoomAnswer | undefined): string {
  if (told.wages === undefined) return 'Your wages are enough to begin with.'
  if (!room) return '\u00a0'
  const [grant] = room.byGrant
  if (grant) {
    const { before, marked, after } = freeSentence(grant, room.year, true)
    return before + marked + after
  }
  return `${money(room.room)} of spread is free of AMT this year.`
}

/** What the next answer would add. */
export function nextWanted({ wages, strike, options, value, cash }: Told): string {
  if (wages === undefined) return 'Everything below can be left open; the answer then says what it assumes.'
  if (strike === undefined || options === undefined || value === undefined)
    return 'Strike, options and the value of a share turn dollars of spread into shares.'
  if (cash === undefined) return 'With your cash, the page also says how many of them you can pay for.'
  return 'The page below is yours now. Close the questions, or change any answer.'
}

/** What stands in for facts that a scenario must have and that were not told. */
export const standIns = ({ state }: Told): string =>
  `Until a file says more, a birth in 1990${state ? '' : ', a state without income tax'} and options that vested over the last four years stand in. Nothing leaves this device.`
