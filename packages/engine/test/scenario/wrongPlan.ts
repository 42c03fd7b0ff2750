/** Plans of the right shape that make no sense: what is done to the small scenario, and the one problem it is refused for. */
import type { Wrong } from './files.ts'

export const wrongPlan: readonly Wrong[] = [
  ['an entry of two things', { 'plan[0].sell': 1 }, 'plan[0] conflict'],
  ['an exercise of an unknown grant', { 'plan[0].grant': 'G2' }, 'plan[0].grant unknownReference'],
  ['hold and sell', { 'plan[0].hold': true, 'plan[0].sellToCover': true }, 'plan[0] conflict'],
  ['a key of another kind', { 'plan[0].relatedBuyer': true }, 'plan[0].relatedBuyer conflict'],
  [
    'a key of two other kinds',
    { 'plan[1]': { on: '2026-02-01', give: { cash: 1 }, reported: 'none' } },
    'plan[1].reported conflict',
  ],
  [
    'worthless, and at a price',
    { 'plan[1]': { on: '2026-02-01', worthless: 'L1', price: 1 } },
    'plan[1].price conflict',
  ],
  ['worthless and sold', { 'plan[1]': { on: '2026-02-01', worthless: 'L1', sell: 1 } }, 'plan[1] conflict'],
  ['a price without a sale', { 'plan[0].price': 21 }, 'plan[0].price conflict'],
  ['fees without a sale', { 'plan[0].fees': 1, 'plan[0].hold': true }, 'plan[0].fees conflict'],
  ['fees of a sale that is not', { 'plan[0].fees': 1, 'plan[0].sellToCover': false }, 'plan[0].fees conflict'],
  ['paid with shares and a sale', { 'plan[0].payWith': 'L1', 'plan[0].sameDaySale': true }, 'plan[0].payWith conflict'],
  [
    'paid with shares and by a sale',
    { 'plan[0].payWith': 'L1', 'plan[0].sellToCover': true },
    'plan[0].payWith conflict',
  ],
  ['a period over before it begins', { 'plan[0].section16bUntil': '2026-01-14' }, 'plan[0].section16bUntil conflict'],
  ['paid with an unknown lot', { 'plan[0].payWith': 'L2' }, 'plan[0].payWith unknownReference'],
  ['paid with itself', { 'plan[0].payWith': 'G1@2026-01-15' }, 'plan[0].payWith conflict'],
  ['paid with too little', { 'plan[0].payWith': 'L1', 'lots[0].shares': 9 }, 'plan[0].payWith tooManyShares'],
  ['paid with nothing', { 'plan[0].payWith': 'L1', 'company.prices[0].fmv': 0 }, 'plan[0].payWith conflict'],
  ['covered at no price', { 'plan[0].sellToCover': true, 'plan[0].price': 0 }, 'plan[0].price conflict'],
  ['covered by no value', { 'plan[0].sellToCover': true, 'company.prices[0].fmv': 0 }, 'plan[0].sellToCover conflict'],
  [
    'covered by more than all',
    { 'plan[0].sellToCover': true, 'plan[0].price': 1.99 },
    'plan[0].sellToCover tooManyShares',
  ],
  [
    'sold before it vests',
    { 'plan[0].sameDaySale': true, 'plan[0].exercise': 3800, 'grants[0].earlyExercise': true },
    'plan[0].sameDaySale tooManyShares',
  ],
  [
    'an exercise after the window',
    { 'grants[0].employmentEnds': '2025-12-31', 'grants[0].exercisableUntil': '2026-01-14' },
    'plan[0].on conflict',
  ],
  [
    'an exercise too early',
    { 'plan[0].on': '2023-02-01', 'company.prices[0].on': '2020-01-01' },
    'plan[0].on conflict',
  ],
  ['an exercise too late', { 'plan[0].on': '2033-03-01' }, 'plan[0].on conflict'],
  ['more than vested', { 'plan[0].exercise': 2401 }, 'plan[0].exercise tooManyShares'],
  ['a second lot of one name', { 'plan[1]': { on: '2026-01-15', exercise: 1, grant: 'G1' } }, 'plan[1].as duplicate'],
  ['a lot named as another', { 'plan[0].as': 'L1' }, 'plan[0].as duplicate'],
  ['a sale of an unknown lot', { 'plan[1]': { on: '2026-02-01', sell: 1, lot: 'L2' } }, 'plan[1].lot unknownReference'],
  [
    'a sale before the exercise',
    { 'plan[1]': { on: '2026-01-14', sell: 1, lot: 'G1@2026-01-15' } },
    'plan[1].lot conflict',
  ],
  ['a sale of more than held', { 'plan[1]': { on: '2026-02-01', sell: 1101 } }, 'plan[1].sell tooManyShares'],
  ['a sale of nothing', { 'plan[1]': { on: '2026-02-01', sell: 0 } }, 'plan[1].sell outOfRange'],
  [
    'a gift of more than held',
    { 'plan[1]': { on: '2026-02-01', give: { shares: 1001, lot: 'L1' } } },
    'plan[1].give.shares tooManyShares',
  ],
  [
    'a gift of shares to nobody known',
    { 'plan[1]': { on: '2026-02-01', give: { shares: 1 }, to: 'Red Cross' } },
    'plan[1].to notOneOf',
  ],
  [
    'a gift of cash to a slip of the pen',
    { 'plan[1]': { on: '2026-02-01', give: { cash: 1 }, to: 'spose' } },
    'plan[1].to notOneOf',
  ],
  [
    'worthless shares of no lot',
    { 'plan[1]': { on: '2026-02-01', worthless: 'L2' } },
    'plan[1].worthless unknownReference',
  ],
  [
    'worthless before the exercise',
    { 'plan[1]': { on: '2026-01-14', worthless: 'G1@2026-01-15' } },
    'plan[1].worthless conflict',
  ],
  [
    'worthless twice',
    { 'plan[1]': { on: '2026-02-01', worthless: 'L1' }, 'plan[2]': { on: '2026-02-01', worthless: 'L1' } },
    'plan[2].worthless tooManyShares',
  ],
  [
    'a forfeiture from an unknown lot',
    { 'plan[1]': { on: '2026-02-01', forfeit: 1, lot: 'L2' } },
    'plan[1].lot unknownReference',
  ],
  [
    'a forfeiture of vested shares',
    { 'plan[1]': { on: '2026-02-01', forfeit: 1, lot: 'L1' } },
    'plan[1].forfeit tooManyShares',
  ],
]
