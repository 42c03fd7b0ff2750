/** The company: its values over time, its splits, and what may become of it. */
import { outcomeKinds } from '../case.ts'
import { date, flag, list, maybe, object, oneOf, perShare, ratio, sources, text, wholeShares } from './schemaParts.ts'

const outcome = object('One branch of what may become of the company', {
  name: text('Name of the branch'),
  kind: oneOf(
    outcomeKinds,
    'What happens. cash and stock: the company is bought; tender: shares are bought once; downRound: a lower value and no market; fails: it falls back to the price, 0 where the company ends',
  ),
  probability: ratio(0, 1, 'Probability; those of all branches add up to 1'),
  on: maybe(date('Day on which it happens')),
  price: perShare('Price of a share then'),
  sellableFrom: maybe(date('First day on which shares can be sold')),
  maxShares: maybe(wholeShares('Of a tender: the most that is bought from you')),
})

const jumps = object('Sudden moves beside the volatility; growth counts them', {
  perYear: ratio(0, 12, 'How many come in a year on average'),
  mean: ratio(-3, 3, 'Mean of one move, of the logarithm of the price: -0.4 is a fall by a third'),
  volatility: ratio(0, 3, 'Standard deviation of one move, of the logarithm of the price'),
})

/** The company whose shares these are. */
export const company = object('The company whose shares these are', {
  name: maybe(text('Name of the company')),
  listed: maybe(flag('Whether the shares trade on an exchange')),
  prices: maybe(
    list(
      'Value of a share from a day on, until the next is stated; the 409A value of a company that is not listed',
      object('A value of one share', {
        on: date('First day of the value'),
        fmv: perShare('Fair market value'),
        sources: sources(),
      }),
    ),
  ),
  splits: maybe(
    list(
      'Share splits',
      object('A split', {
        on: date('Day at whose start it acts'),
        ratio: ratio(1e-6, 1e6, 'New shares for one old: 4, or 0.1 for a reverse split'),
        kind: maybe(
          oneOf(
            ['split', 'substitution'],
            "A split, or the acquirer's shares and options put in place of the company's",
          ),
        ),
      }),
    ),
  ),
  view: maybe(
    object('How the value is expected to move', {
      growth: maybe(ratio(-1, 10, 'Expected growth a year, a fraction')),
      volatility: maybe(ratio(0, 10, 'Volatility a year, a fraction')),
      liquidityOn: maybe(date('Day on which shares can first be sold')),
      jumps: maybe(jumps),
      failure: maybe(
        ratio(
          0,
          0.99,
          'Chance a year that the company fails and its shares are worth nothing for good; growth counts it',
        ),
      ),
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
  outcomes: maybe(
    list('What may become of the company, in place of the growth, volatility, jumps and failure of the view', outcome),
  ),
})
