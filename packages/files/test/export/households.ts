/** The households of the export tests. What is expected of them is worked out by hand beside each test. */
import { type Case, parseScenario } from '@isoline/engine'

/**
 * Joint return of 2026, wages 232,200, standard deduction 32,200: regular tax 33,424 (10 % of 24,800, 12 % of 76,000, 22 % of 99,200).
 * 10,000 shares with a spread of 18: AMT income 412,200 less the exemption of 140,200 is 272,000; 26 % of 244,500 and 28 % of 27,500
 * are 71,270; less 33,424 is an AMT of 37,846, all of it credit.
 */
export const jointScenario = {
  isoline: 1,
  household: {
    status: 'mfj',
    people: [{ born: '1988-04-02' }, { born: '1990-09-15' }],
    residence: [{ from: '2019-06-01', state: 'TX' }],
    cash: 50_000,
  },
  incomes: { 2026: { wages: 232_200, withheld: 30_000 } },
  company: { name: 'Example', prices: [{ on: '2026-01-01', fmv: 20 }] },
  grants: [
    {
      ...{ id: 'G1', kind: 'iso', on: '2023-03-01', shares: 12_000, strike: 2, fmvAtGrant: 2 },
      expires: '2033-03-01',
    },
  ],
  plan: [{ on: '2026-01-15', exercise: 10_000, grant: 'G1' }],
}

/** The joint household, with other parts in place of its own. */
export const joint = (changes: object = {}): Case => parseScenario({ ...jointScenario, ...changes })

/** The day on which every test asks. */
export const asked = { asOf: '2026-01-15' } as const

/** Lived in California, which has an AMT of its own, until the end of 2027; exercised in 2026, and sold from Washington in 2028. */
export const californian = (): Case =>
  parseScenario({
    isoline: 1,
    household: {
      ...{ status: 'single', people: [{ born: '1988-03-09' }], cash: 160_000 },
      residence: [
        { from: '2016-09-01', state: 'CA' },
        { from: '2028-01-01', state: 'WA' },
      ],
    },
    incomes: {
      2026: { wages: 230_000, withheld: 46_000, state: { CA: 17_000 } },
      2027: { wages: 238_000, withheld: 48_000, state: { CA: 17_500 } },
    },
    company: { name: 'Halyard Maps', listed: true, prices: [{ on: '2026-01-02', fmv: 27.5 }] },
    grants: [
      {
        ...{ id: 'first', kind: 'iso', on: '2021-05-10', shares: 16_000, strike: 1.9, fmvAtGrant: 1.9 },
        expires: '2031-05-09',
      },
    ],
    lots: [{ id: 'old', grant: 'first', exercised: '2024-06-03', shares: 333, fmvAtExercise: 7.77 }],
    plan: [
      { on: '2026-06-02', exercise: 9000, grant: 'first', as: 'spring' },
      { on: '2028-03-01', sell: 7001, lot: 'spring', price: 34.03 },
    ],
    assumptions: { horizon: 2031 },
  })
