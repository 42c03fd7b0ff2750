/** `isoline room`: how much can be exercised without AMT. */
import { type Asked, type RoomAnswer, roomAnswer, type SolveQuestion } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { cents, count, dollars, percent, wholeShares } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { listed, plural, points, wrapped } from '../print/text.ts'
import type { Subject } from '../subject.ts'
import { roomSolve } from './roomSolve.ts'

export { solveQuestion } from './roomSolve.ts'

/** The room of the year asked about; `margin` is the part of it kept back. With a question, the input that meets a target instead. */
export function room(subject: Subject, asked: Asked, margin: number, solve: SolveQuestion | null = null): Answered {
  if (solve) return roomSolve(subject, asked, solve)
  const answer = roomAnswer(subject.of, asked, margin)
  return { json: answer, lines: (page) => roomLines(answer, page) }
}

/** The room as people read it. */
export function roomLines(answer: RoomAnswer, page: Page): string[] {
  return [
    ...wrapped(headline(answer), page.width).map(page.paint.bold),
    ...grantTable(answer, page),
    '',
    ...points(meaning(answer), page.width),
    ...grounds(answer, page),
  ]
}

function headline({ year, room, margin, byGrant, spread }: RoomAnswer): string {
  const more = spread.exercised > 0 ? ' more' : ''
  if (room === 0)
    return `There is no AMT-free room${more ? ' left' : ''} in ${year}: the first dollar of${more} spread costs tax.`
  const kept = margin > 0 ? `, ${percent(margin)} of it kept back` : ''
  const some = byGrant.filter(({ shares }) => shares > 0)
  if (some.length === 0) return `In ${year} a spread of ${dollars(room)}${more} adds no AMT.`
  const shares = some.map(({ grant, shares }) => `${plural(count(shares), 'share')} of ${grant}`)
  const each = listed(shares, 'or')
  return `You can exercise ${more ? each.replace(/ share/, ' more share') : each} in ${year} without AMT (room ${dollars(room)}${kept}).`
}

function grantTable({ byGrant }: RoomAnswer, page: Page): string[] {
  if (byGrant.length === 0) return []
  const columns = [
    { head: 'Grant' },
    { head: 'Value less\nstrike', align: 'right' },
    { head: 'Shares\nwithout AMT', align: 'right' },
    { head: 'Can be\nexercised', align: 'right' },
    { head: 'One share\nmore costs', align: 'right' },
    { head: 'Valued on' },
  ] as const
  const rows = byGrant.map((each) => [
    each.grant,
    dollars(each.spreadPerShare),
    count(each.shares),
    count(each.exercisable),
    dollars(each.nextShareCosts),
    each.valuedOn,
  ])
  return ['', ...table(columns, rows, page)]
}

function meaning(answer: RoomAnswer): string[] {
  const parts = [states, credit, limits, shared, phaseout, already, moves]
  return parts.flatMap((part) => part(answer))
}

/** Where the AMT of a state begins, which may be long before the federal one. */
function states({ states, room, byGrant }: RoomAnswer): string[] {
  const first = byGrant.find(({ spreadPerShare }) => spreadPerShare > 0)
  return states.map(({ state, room: own }) => {
    const shares = first ? ` (${wholeShares(own, first.spreadPerShare)} shares of ${first.grant})` : ''
    const far =
      own < room
        ? `only ${dollars(own)}${shares} of spread is free of both`
        : own > room
          ? `it leaves ${dollars(own)}${shares} of spread free, more than the federal one`
          : 'it begins where the federal one does'
    return `${state} has an AMT of its own: ${far}.`
  })
}

/** Why fewer shares can be exercised than would fit. */
function limits({ byGrant }: RoomAnswer): string[] {
  return byGrant.flatMap(({ grant, shares, sharesByRoom, exercisable }) => {
    if (sharesByRoom === null && exercisable > 0)
      return [`${grant} has no spread: its ${count(exercisable)} shares use none of the room.`]
    if (exercisable === 0) return [`No share of ${grant} can be exercised by the end of the year.`]
    if (sharesByRoom === null || shares === sharesByRoom) return []
    return [
      `The room would hold ${count(sharesByRoom)} shares of ${grant}; only ${count(exercisable)} can be exercised by the end of the year.`,
    ]
  })
}

function shared({ byGrant }: RoomAnswer): string[] {
  const several = byGrant.filter(({ shares }) => shares > 0).length > 1
  return several ? ['The room is one for all grants: shares of one grant take it from the others.'] : []
}

function phaseout({ phaseout: { begins, ends, rateBefore, rateWithin }, byGrant }: RoomAnswer): string[] {
  const first = byGrant.find(({ spreadPerShare }) => spreadPerShare > 0)
  const at = (spread: number): string =>
    first
      ? `${dollars(spread)} (${wholeShares(spread, first.spreadPerShare)} shares of ${first.grant})`
      : dollars(spread)
  if (ends <= 0) return ['The income alone is past the point where the AMT exemption is gone.']
  if (begins <= 0)
    return [
      `The exemption is phasing out already: a dollar of spread costs ${cents(rateWithin)} until the exemption is gone at a spread of ${at(ends)}. Slow down, or split the exercise across years.`,
    ]
  const reach = byGrant.reduce((sum, { spreadPerShare, exercisable }) => sum + spreadPerShare * exercisable, 0)
  const far = byGrant.length > 0 && reach < begins ? 'All that can be exercised this year stays short of that.' : ''
  const warning = far || 'Slow down before that point, or split the exercise across years.'
  return [
    `From a spread of ${at(begins)} on the exemption phases out: a dollar costs ${cents(rateWithin)} instead of ${cents(rateBefore)}, until it is gone at ${at(ends)}. ${warning}`,
  ]
}

function credit({ credit: { usedWithoutExercise, lostByFillingRoom }, roomBeforeCreditShrinks }: RoomAnswer): string[] {
  if (usedWithoutExercise === 0) return []
  if (lostByFillingRoom <= 0)
    return [`The minimum tax credit of ${dollars(usedWithoutExercise)} used this year stays whole.`]
  const untouched =
    roomBeforeCreditShrinks > 0
      ? `Only the first ${dollars(roomBeforeCreditShrinks)} of spread leave the credit as it is.`
      : 'The credit shrinks from the first dollar of spread on.'
  return [
    `The room is not free: without an exercise ${dollars(usedWithoutExercise)} of minimum tax credit comes back this year, and filling the room puts off ${dollars(lostByFillingRoom)} of it to later years. ${untouched}`,
  ]
}

function already({ room, spread: { exercised, planned } }: RoomAnswer): string[] {
  const done =
    exercised > 0 ? [`A spread of ${dollars(exercised)} is exercised this year already; the room is on top of it.`] : []
  const plan =
    planned > 0
      ? [
          `The plan's own exercises this year are not taken off the room. Their spread is ${dollars(planned)}, ${against(planned, room)}.`,
        ]
      : []
  return [...done, ...plan]
}

const against = (planned: number, room: number): string =>
  planned > room
    ? `${dollars(planned - room)} more than the room: \`isoline estimate\` says what that costs`
    : `${dollars(room - planned)} less than the room`

function moves({ moves }: RoomAnswer): string[] {
  const texts = moves.map(({ what, by, room }) => {
    const change = `${dollars(Math.abs(by)).replace('.00', '')} ${by < 0 ? 'less' : 'more'} of`
    return `${dollars(room)} with ${change} ${what === 'longTermGain' ? 'long-term gain' : what}`
  })
  return texts.length === 0 ? [] : [`The room would be ${listed(texts)}.`]
}
