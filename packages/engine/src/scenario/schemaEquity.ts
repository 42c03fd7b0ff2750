/** The company, the grants, and the shares already exercised. */
import * as z from 'zod/mini'
import {
  count,
  date,
  flag,
  list,
  maybe,
  object,
  oneOf,
  perShare,
  ratio,
  text,
  wholeShares,
  words,
} from './schemaParts.ts'

const outcome = object('One branch of what may become of the company', {
  name: text('Name of the branch'),
  kind: oneOf(['ipo', 'cash', 'stock', 'fails', 'nothing'], 'What happens'),
  probability: ratio(0, 1, 'Probability; those of all branches add up to 1'),
  on: maybe(date('Day on which it happens')),
  price: perShare('Price of a share then'),
  sellableFrom: maybe(date('First day on which shares can be sold')),
})

/** The company whose shares these are. */
export const company = object('The company whose shares these are', {
  name: maybe(text('Name of the company')),
  listed: maybe(flag('Whether the shares trade on an exchange')),
  prices: maybe(
    list(
      'Value of a share from a day on, until the next is stated; the 409A value of a company that is not listed',
      object('A value of one share', { on: date('First day of the value'), fmv: perShare('Fair market value') }),
    ),
  ),
  splits: maybe(
    list(
      'Share splits',
      object('A split', {
        on: date('Day at whose start it acts'),
        ratio: ratio(1e-6, 1e6, 'New shares for one old: 4, or 0.1 for a reverse split'),
      }),
    ),
  ),
  view: maybe(
    object('How the value is expected to move', {
      growth: maybe(ratio(-1, 10, 'Expected growth a year, a fraction')),
      volatility: maybe(ratio(0, 10, 'Volatility a year, a fraction')),
      liquidityOn: maybe(date('Day on which shares can first be sold')),
    }),
  ),
  tenders: maybe(
    list(
      'Chances to sell shares that are not listed',
      object('A tender offer', {
        on: date('Day of the sale'),
        price: perShare('Price offered'),
        maxShares: wholeShares('Most that will be bought'),
      }),
    ),
  ),
  blackouts: maybe(
    list(
      'Times in which shares may not be sold',
      object('A blackout', { from: date('First day'), to: date('Last day') }),
    ),
  ),
  outcomes: maybe(list('What may become of the company, in place of view.growth and view.volatility', outcome)),
})

const vesting = z
  .union([
    object('Vesting in equal monthly steps', {
      from: date('Day from which months are counted'),
      months: count(1, 1200, 'Months until every share is vested'),
      cliffMonths: maybe(count(0, 1200, 'Months before which none is vested')),
    }),
    list(
      'Vesting by date',
      object('A step of vesting', { on: date('Day of vesting'), shares: wholeShares('Shares that vest on it') }),
    ),
  ])
  .register(words, { description: 'Vesting by months, { from, months, cliffMonths }, or by date, [{ on, shares }].' })

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
  employmentEnds: maybe(z.nullable(date('Day on which employment ends'))),
})

/** Shares exercised already: one Form 3921. */
export const lot = object('Shares already exercised, one Form 3921 each, in shares and dollars of the exercise', {
  id: text('Name of the lot'),
  grant: text('The grant it was exercised from, by id'),
  exercised: date('Day of the exercise, Form 3921 box 2'),
  shares: wholeShares('Shares exercised, Form 3921 box 5'),
  fmvAtExercise: perShare('Fair market value on that day, Form 3921 box 4'),
  vestedOn: maybe(z.nullable(date('Day on which the shares vested, if after the exercise'))),
  election83b: maybe(flag('Whether an election under section 83(b) was made')),
})
