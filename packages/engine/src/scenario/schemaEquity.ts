/** The grants, and the shares already exercised. */
import * as z from 'zod/mini'
import {
  count,
  date,
  flag,
  list,
  maybe,
  noneOrWholeShares,
  object,
  oneOf,
  perShare,
  sources,
  text,
  wholeShares,
  words,
} from './schemaParts.ts'

const vesting = z
  .union([
    object('Vesting in equal steps of whole months', {
      from: date('Day from which months are counted'),
      months: count(1, 1200, 'Months until every share is vested'),
      cliffMonths: maybe(count(0, 1200, 'Months before which none is vested')),
      everyMonths: maybe(
        count(1, 120, 'Months from one step to the next: 1 as without the key, 3 quarterly, 12 yearly'),
      ),
    }),
    list(
      'Vesting by date',
      object('A step of vesting', { on: date('Day of vesting'), shares: wholeShares('Shares that vest on it') }),
    ),
  ])
  .register(words, {
    description: 'Vesting by months, { from, months, cliffMonths, everyMonths }, or by date, [{ on, shares }].',
  })

const acceleration = object('Vesting ahead of the schedule, the next shares to vest first', {
  on: date('Day on which the shares vest'),
  shares: maybe(wholeShares('Shares that vest on it; all that are not vested without it')),
})

/** An option grant; share counts, strike and value are as of the grant date. */
export const grant = object('An option grant, in shares and dollars a share of the grant date', {
  id: text('Name by which lots and the plan refer to the grant'),
  kind: oneOf(['iso', 'nso'], 'Incentive or nonstatutory stock option'),
  on: date('Day of the grant'),
  shares: wholeShares('Options granted'),
  strike: perShare('Exercise price'),
  fmvAtGrant: perShare('Fair market value on the day of the grant'),
  expires: date('Last day on which the options can be exercised'),
  vesting: maybe(z.nullable(vesting)),
  earlyExercise: maybe(flag('Whether options can be exercised before they vest')),
  acceleration: maybe(z.nullable(acceleration)),
  employmentEnds: maybe(z.nullable(date('Day on which employment ends'))),
  employmentEndsBy: maybe(oneOf(['leaving', 'disability', 'death'], 'How employment ends; leaving without the key')),
  exercisableUntil: maybe(
    z.nullable(date('Last day on which the plan lets the options be exercised after employment')),
  ),
  tenPercentOwner: maybe(flag('Whether the holder owned more than 10 % of the voting power at grant')),
  sources: sources(),
})

/** Shares exercised already: one Form 3921. */
export const lot = object('Shares already exercised, one Form 3921 each, in shares and dollars of the exercise', {
  id: text('Name of the lot'),
  grant: text('The grant it was exercised from, by id'),
  exercised: date('Day of the exercise, Form 3921 box 2'),
  shares: wholeShares('Shares exercised, Form 3921 box 5'),
  strike: maybe(perShare("Exercise price paid, Form 3921 box 3; the grant's, restated for splits, without it")),
  fmvAtExercise: perShare('Fair market value on that day, Form 3921 box 4'),
  vestedOn: maybe(z.nullable(date('Day on which the shares vested, if after the exercise'))),
  election83b: maybe(flag('Whether an election under section 83(b) was made')),
  nsoShares: maybe(noneOrWholeShares('Shares of the lot that the employer treated as nonstatutory, beyond Form 3921')),
  section16bUntil: maybe(z.nullable(date('Last day on which a sale at a profit falls under section 16(b)'))),
  qsbs: maybe(flag('Whether the shares were qualified small business stock when exercised')),
  sources: sources(),
})
