/** What the plan does, day by day. */
import * as z from 'zod/mini'
import {
  amount,
  date,
  flag,
  maybe,
  object,
  oneOf,
  perShare,
  someShares,
  sources,
  text,
  wholeShares,
  words,
} from './schemaParts.ts'

const give = object('What is given: cash, or shares of a lot', {
  cash: maybe(amount('Cash given')),
  shares: maybe(someShares('Shares given')),
  lot: maybe(text('The lot the shares come from; first in, first out without it')),
})

/** The kinds of entry, each with the keys that belong to it beside `on`. A key may belong to several. */
export const planKeys = {
  exercise: [
    ...(['grant', 'hold', 'sellToCover', 'sameDaySale', 'as', 'election83b', 'section16bUntil', 'qsbs'] as const),
    ...(['payWith', 'price', 'fees', 'inW2', 'reported', 'sources'] as const),
  ],
  sell: ['lot', 'price', 'fees', 'relatedBuyer', 'inW2', 'reported', 'sources'],
  give: ['to', 'inW2'],
  worthless: [],
  forfeit: ['lot', 'price'],
} as const

/** An entry of the plan. Exactly one of the kinds of `planKeys` says what it does. */
export const planEntry = object('Something the plan does on a day', {
  on: date('Day of it'),
  exercise: maybe(wholeShares('Options exercised')),
  grant: maybe(text('The grant they are exercised from, by id')),
  hold: maybe(flag('Keep all shares, as without the key')),
  sellToCover: maybe(flag('Sell just enough of the shares on the day to pay the strike and the fees')),
  sameDaySale: maybe(flag('Sell all of the shares on the day')),
  payWith: maybe(text('The lot whose shares pay the strike; cash without it')),
  as: maybe(text('Name of the lot it makes; GRANT@DATE without it')),
  election83b: maybe(flag('Whether an election under section 83(b) is made for shares not yet vested')),
  section16bUntil: maybe(z.nullable(date('Last day on which a sale at a profit falls under section 16(b)'))),
  qsbs: maybe(flag('Whether the shares are qualified small business stock when exercised')),
  sell: maybe(someShares('Shares sold')),
  worthless: maybe(text('The lot whose shares became worthless, all that are held of it')),
  forfeit: maybe(someShares('Shares not vested that go back to the company')),
  lot: maybe(text('The lot they are sold or forfeited from; sold first in, first out without it')),
  price: maybe(
    perShare(
      'Price of the sale, the value of the day without it; or what the company gives for a forfeited share, what was paid for it without it',
    ),
  ),
  fees: maybe(amount('Fees of the sale')),
  relatedBuyer: maybe(flag('Whether the buyer is related, so that no loss is recognized')),
  give: maybe(give),
  to: maybe(
    text(
      'Who is given to: publicCharity as without the key, dafSponsor, privateFoundation, person, spouse or heirs; any other text, for cash, is a public charity',
    ),
  ),
  inW2: maybe(flag("Whether the employer's Form W-2 holds the wages it makes, as without the key")),
  reported: maybe(
    oneOf(
      ['basis', 'proceeds', 'none'],
      'What Form 1099-B tells the IRS of the sale: basis and proceeds, as without the key if the company is listed, proceeds alone, or none',
    ),
  ),
  sources: sources(),
}).register(words, {
  description: 'Something the plan does on a day: exercise, sell, give, worthless or forfeit.',
  oneOf: [
    { required: ['exercise', 'grant'] },
    { required: ['sell'] },
    { required: ['give'] },
    { required: ['worthless'] },
    { required: ['forfeit', 'lot'] },
  ],
})
