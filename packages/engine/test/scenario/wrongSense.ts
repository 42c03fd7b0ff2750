/** Files of the right shape that make no sense: what is done to the small scenario, and the one problem it is refused for. */
import type { Wrong } from './files.ts'

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
  ['a lot of no grant', { 'lots[0].grant': 'G2' }, 'lots[0].grant unknownReference'],
  ['a lot before its grant', { 'lots[0].exercised': '2023-02-28' }, 'lots[0].exercised conflict'],
  ['a lot after its end', { 'lots[0].exercised': '2033-03-01' }, 'lots[0].exercised conflict'],
  ['a lot beyond its grant', { 'lots[0].shares': 4801, plan: [] }, 'lots[0].shares tooManyShares'],
  [
    'two lots of one name',
    { 'lots[1]': { id: 'L1', grant: 'G1', exercised: '2025-04-10', shares: 1, fmvAtExercise: 9 } },
    'lots[1].id duplicate',
  ],
  ['an entry of two things', { 'plan[0].sell': 1 }, 'plan[0] conflict'],
  ['an exercise of an unknown grant', { 'plan[0].grant': 'G2' }, 'plan[0].grant unknownReference'],
  ['hold and sell', { 'plan[0].hold': true, 'plan[0].sellToCover': true }, 'plan[0] conflict'],
  ['a key of another kind', { 'plan[0].fees': 1 }, 'plan[0].fees conflict'],
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
    'a gift too old',
    { carryforwards: { charity: [{ category: 'cash', year: 2020, amount: 1 }] } },
    'carryforwards.charity[0].year outOfRange',
  ],
  [
    'a gift to come',
    { carryforwards: { charity: [{ category: 'cash', year: 2026, amount: 1 }] } },
    'carryforwards.charity[0].year outOfRange',
  ],
  ['history of another year', { history: { 2024: { totalTax: 1 } } }, 'history.2024 outOfRange'],
  [
    'history without law',
    { incomes: { 2023: { wages: 1 } }, history: { 2022: { totalTax: 1 } } },
    'history.2022 outOfRange',
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
