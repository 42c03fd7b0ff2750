/** Files of the right shape that make no sense: what is done to the small scenario, and the one problem it is refused for. */
import type { Wrong } from './files.ts'

/** Years as filed without a gap, the first with AMT. */
const historyFrom = (first: number, last: number) =>
  Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, i) => [first + i, i === 0 ? { form6251: { line11: 5_000 } } : {}]),
  )

export const wrongSense: readonly Wrong[] = [
  ['two people, single', { 'household.people[1]': { born: '1990-01-01' } }, 'household.people conflict'],
  ['born too late', { 'household.people[0].born': '2030-01-01' }, 'household.people[0].born conflict'],
  [
    'two states in a day',
    { 'household.residence[1]': { from: '2020-01-01', state: 'CA' } },
    'household.residence[1].from duplicate',
  ],
  ['wages beyond reason', { 'incomes.2026.wages': 1e13 }, 'incomes.2026.wages outOfRange'],
  ['a year before the law', { 'incomes.2022': { wages: 1 } }, 'incomes.2022 outOfRange'],
  ['a year beyond the law', { incomes: { 2087: { wages: 1 } } }, `incomes.2087 outOfRange`],
  [
    'more qualified than ordinary',
    { 'incomes.2026.qualifiedDividends': 1 },
    'incomes.2026.qualifiedDividends conflict',
  ],
  [
    'a part above the whole',
    { 'incomes.2026': { wages: 1, longTermGain: 5, collectiblesGain: 6 } },
    'incomes.2026.collectiblesGain conflict',
  ],
  [
    'itemized without deductions',
    { 'incomes.2026.deductionChoice': 'itemized' },
    'incomes.2026.deductionChoice conflict',
  ],
  [
    'state tax twice',
    { 'incomes.2026': { wages: 1, state: { WA: 1 }, withheld: { state: { WA: 1 } } } },
    'incomes.2026.state conflict',
  ],
  ['a split by nothing', { 'company.splits': [{ on: '2026-01-01', ratio: 0 }] }, 'company.splits[0].ratio outOfRange'],
  [
    'two splits in a day',
    {
      'company.splits': [
        { on: '2026-01-01', ratio: 2 },
        { on: '2026-01-01', ratio: 3 },
      ],
    },
    'company.splits[1].on duplicate',
  ],
  [
    'a blackout backwards',
    { 'company.blackouts': [{ from: '2026-02-01', to: '2026-01-01' }] },
    'company.blackouts[0].to conflict',
  ],
  // Growth is not given and so 0: 1 / (1 - 0.95) is twentyfold a year for a company that survives.
  ['a mean no survivor can carry', { 'company.view': { failure: 0.95 } }, 'company.view.failure conflict'],
  ['certain failure', { 'company.view': { failure: 1 } }, 'company.view.failure outOfRange'],
  ['jumps of no size', { 'company.view': { jumps: { perYear: 1, mean: 0 } } }, 'company.view.jumps.volatility missing'],
  [
    'a jump a week',
    { 'company.view': { jumps: { perYear: 52, mean: 0, volatility: 0 } } },
    'company.view.jumps.perYear outOfRange',
  ],
  [
    'outcomes short of one',
    { 'company.outcomes': [{ name: 'a', kind: 'nothing', probability: 0.5, price: 0 }] },
    'company.outcomes conflict',
  ],
  [
    'sellable too early',
    {
      'company.outcomes': [
        { name: 'a', kind: 'ipo', probability: 1, price: 0, on: '2027-02-01', sellableFrom: '2027-01-01' },
      ],
    },
    'company.outcomes[0].sellableFrom conflict',
  ],
  [
    'a market by a down round',
    {
      'company.outcomes': [
        { name: 'a', kind: 'downRound', probability: 1, price: 3, on: '2027-02-01', sellableFrom: '2027-03-01' },
      ],
    },
    'company.outcomes[0].sellableFrom conflict',
  ],
  [
    'a tender that goes on',
    {
      'company.outcomes': [
        {
          ...{ name: 'a', kind: 'tender', probability: 1, price: 3, on: '2027-02-01', maxShares: 5 },
          sellableFrom: '2027-03-01',
        },
      ],
    },
    'company.outcomes[0].sellableFrom conflict',
  ],
  [
    'a cap on an offering',
    { 'company.outcomes': [{ name: 'a', kind: 'ipo', probability: 1, price: 3, on: '2027-02-01', maxShares: 5 }] },
    'company.outcomes[0].maxShares conflict',
  ],
  ['a grant that is over at once', { 'grants[0].expires': '2023-03-01' }, 'grants[0].expires conflict'],
  ['no shares', { 'grants[0].shares': 0 }, 'grants[0].shares outOfRange'],
  ['a cliff beyond the end', { 'grants[0].vesting.cliffMonths': 60 }, 'grants[0].vesting.cliffMonths conflict'],
  ['no months', { 'grants[0].vesting.months': 0 }, 'grants[0].vesting.months outOfRange'],
  [
    'vesting beyond the grant',
    { 'grants[0].vesting': [{ on: '2023-03-01', shares: 4801 }] },
    'grants[0].vesting conflict',
  ],
  [
    'left before the grant',
    { 'grants[0].employmentEnds': '2020-01-01', plan: [] },
    'grants[0].employmentEnds conflict',
  ],
  ['steps that do not fit', { 'grants[0].vesting.everyMonths': 5 }, 'grants[0].vesting.everyMonths conflict'],
  ['steps longer than all', { 'grants[0].vesting.everyMonths': 96 }, 'grants[0].vesting.everyMonths conflict'],
  [
    'accelerated before the grant',
    { 'grants[0].acceleration': { on: '2023-02-28' } },
    'grants[0].acceleration.on conflict',
  ],
  [
    'more accelerated than granted',
    { 'grants[0].acceleration': { on: '2023-03-01', shares: 4801 } },
    'grants[0].acceleration.shares conflict',
  ],
  ['an end that does not come', { 'grants[0].employmentEndsBy': 'death' }, 'grants[0].employmentEndsBy conflict'],
  [
    'an end ruled out',
    { 'grants[0].employmentEnds': null, 'grants[0].employmentEndsBy': 'leaving' },
    'grants[0].employmentEndsBy conflict',
  ],
  ['a window after no end', { 'grants[0].exercisableUntil': '2026-06-30' }, 'grants[0].exercisableUntil conflict'],
  [
    'a window that closes before the end',
    { 'grants[0].employmentEnds': '2026-06-30', 'grants[0].exercisableUntil': '2026-06-29' },
    'grants[0].exercisableUntil conflict',
  ],
  [
    'a lot after the window',
    { 'grants[0].employmentEnds': '2025-01-01', 'grants[0].exercisableUntil': '2025-03-09', plan: [] },
    'lots[0].exercised conflict',
  ],
  ['more nonstatutory than all', { 'lots[0].nsoShares': 1001 }, 'lots[0].nsoShares conflict'],
  [
    'nonstatutory shares of a nonstatutory option',
    { 'grants[0].kind': 'nso', 'lots[0].nsoShares': 1000 },
    'lots[0].nsoShares conflict',
  ],
  [
    'a period over before the exercise',
    { 'lots[0].section16bUntil': '2025-03-09' },
    'lots[0].section16bUntil conflict',
  ],
  ['a lot of no grant', { 'lots[0].grant': 'G2' }, 'lots[0].grant unknownReference'],
  ['a lot before its grant', { 'lots[0].exercised': '2023-02-28' }, 'lots[0].exercised conflict'],
  ['a lot after its end', { 'lots[0].exercised': '2033-03-01' }, 'lots[0].exercised conflict'],
  ['a lot beyond its grant', { 'lots[0].shares': 4801, plan: [] }, 'lots[0].shares tooManyShares'],
  [
    'two lots of one name',
    { 'lots[1]': { id: 'L1', grant: 'G1', exercised: '2025-04-10', shares: 1, fmvAtExercise: 9 } },
    'lots[1].id duplicate',
  ],
  [
    'a gift too old',
    { carryforwards: { charity: [{ category: 'cash', year: 2020, amount: 1 }] } },
    'carryforwards.charity[0].year outOfRange',
  ],
  [
    'a gift to come',
    { carryforwards: { charity: [{ category: 'cash', year: 2026, amount: 1 }] } },
    'carryforwards.charity[0].year outOfRange',
  ],
  ['history with a gap', { history: { 2024: { totalTax: 1 } } }, 'history.2024 missing'],
  ['history of a year of incomes', { history: { 2026: { totalTax: 1 } } }, 'history.2026 outOfRange'],
  [
    'AMT of a year whose law is not held',
    { incomes: { 2023: { wages: 1 } }, history: historyFrom(2017, 2022) },
    'history.2017 missing',
  ],
  [
    'two first lines',
    { history: { 2025: { form6251: { line1: 1, line1b: 2 } } } },
    'history.2025.form6251.line1 conflict',
  ],
  [
    'a status twice',
    { history: { 2025: { status: 'mfj', form6251: { status: 'mfj' } } } },
    'history.2025.form6251.status duplicate',
  ],
  ['a horizon before the end', { assumptions: { horizon: 2025 } }, 'assumptions.horizon conflict'],
  ['growth beyond reason', { assumptions: { indexing: 0.6 } }, 'assumptions.indexing outOfRange'],
  ['shrinking beyond reason', { assumptions: { discountRate: -0.6 } }, 'assumptions.discountRate outOfRange'],
]
