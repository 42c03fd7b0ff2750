/** What the plan does, day by day. */
import { amount, date, flag, maybe, object, perShare, someShares, text, wholeShares, words } from './schemaParts.ts'

const give = object('What is given: cash, or shares of a lot', {
  cash: maybe(amount('Cash given')),
  shares: maybe(someShares('Shares given')),
  lot: maybe(text('The lot the shares come from; first in, first out without it')),
})

/** The keys that belong to each kind of entry, beside `on`. */
export const planKeys = {
  exercise: ['grant', 'hold', 'sellToCover', 'sameDaySale', 'as'],
  sell: ['lot', 'price', 'fees'],
  give: ['to'],
} as const

/** An entry of the plan. Exactly one of `exercise`, `sell` and `give` says what it does. */
export const planEntry = object('Something the plan does on a day', {
  on: date('Day of it'),
  exercise: maybe(wholeShares('Options exercised')),
  grant: maybe(text('The grant they are exercised from, by id')),
  hold: maybe(flag('Keep all shares, as without the key')),
  sellToCover: maybe(flag('Sell just enough of the shares on the day to pay the strike')),
  sameDaySale: maybe(flag('Sell all of the shares on the day')),
  as: maybe(text('Name of the lot it makes; GRANT@DATE without it')),
  sell: maybe(someShares('Shares sold')),
  lot: maybe(text('The lot they are sold from; first in, first out without it')),
  price: maybe(perShare('Price of the sale; the value of the day without it')),
  fees: maybe(amount('Fees of the sale')),
  give: maybe(give),
  to: maybe(text('Who is given to: dafSponsor, or another public charity')),
}).register(words, {
  description: 'Something the plan does on a day: exercise, sell or give.',
  oneOf: [{ required: ['exercise', 'grant'] }, { required: ['sell'] }, { required: ['give'] }],
})
