/** `isoline reconcile`: typed papers and FDX against the household of `scenarios.ts`. */
import { expect, test } from 'vitest'
import { file, flowing, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

/** 1,000 of the 10,000 shares are sold in November, too early: 18,000 of compensation, and 5,000 of gain at 25. */
const scenario = file(
  'sold.yaml',
  joint({
    'exercise: 10000, grant: G1 }': 'exercise: 10000, grant: G1 }\n  - { on: 2026-11-02, sell: 1000, price: 25 }',
  }),
)
const typed = (text: string) => file('papers.yaml', `papers: 1\n${text}`)
const sale = (basis: number) =>
  `sales:\n  - { shares: 1000, sold: 2026-11-02, proceeds: 25000, basis: ${basis}, basisReported: true }\n`
const late = ['--as-of', '2027-05-01']

test('what is wrong, what to put where, what it costs, and until when', async () => {
  const { code, out } = await isoline('reconcile', scenario, typed(sale(2_000)), ...late)
  expect(code).toBe(0)
  expect(flowing(out)).toMatch(
    /^1 thing to put right, of 0 Forms 3921, 0 Forms W-2, 1 line of Form 1099-B and 0 years as filed\. /,
  )
  expect(flowing(out)).toContain('an amended one can claim tax back until 2030-04-15.')
  expect(flowing(out)).toContain('Box A: (d) $25,000.00, (e) $2,000.00, (f) B, (g) -$18,000.00, (h) $5,000.00.')
  // AMT of the other shares is due, so that 18,000 more of gain costs 28 %, 5,040, and 3.8 %, 684
  expect(flowing(out)).toContain("Left so, the year's federal tax is $5,724.00 too high.")
  expect(out.split('\n').every((line) => line.length <= 80)).toBe(true)
})

test('nothing to say, and a return that is not due yet', async () => {
  expect((await isoline('reconcile', scenario, typed(sale(20_000)), ...late)).out).toMatch(
    /^The papers agree with the scenario/,
  )
  const soon = await isoline('reconcile', scenario, typed(sale(2_000)), '--as-of', '2027-02-01')
  expect(flowing(soon.out)).toContain('2026: put it right on the return, due by 2027-04-15.')
})

test('tax papers of the Financial Data Exchange, several files together', async () => {
  const fdx = file(
    'fdx.json',
    JSON.stringify({
      forms: [
        {
          tax3921: {
            ...{ optionGrantDate: '2023-03-01', optionExerciseDate: '2026-01-15', exercisePrice: 2 },
            ...{ exerciseMarketValue: 21, numberOfShares: 10_000 },
          },
        },
        {
          tax1099B: {
            securityDetails: [
              {
                ...{ saleDescription: '1000 sh.', numberOfShares: 1_000, dateAcquired: '2026-01-15' },
                ...{ dateOfSale: '2026-11-02', salesPrice: 25_000, costBasis: 2_000, basisReported: true },
              },
            ],
          },
        },
        {
          taxW2: {
            taxYear: 2026,
            wages: 250_200,
            codes: [{ code: 'V', amount: 18_000 }],
            other: [{ description: 'ISO', amount: 18_000 }],
          },
        },
      ],
    }),
  )
  const answer = await json(
    'reconcile',
    scenario,
    fdx,
    typed('filed:\n  - { year: 2026, form6251: { line2i: 0 } }\n'),
    ...late,
  )
  expect(answer.compared).toEqual({ forms3921: 1, formsW2: 1, sales: 1, filed: 1 })
  expect(answer.findings.map(({ code }: { code: string }) => code)).toEqual([
    ...['valueDiffers', 'compensationUnderCodeV', 'basisWithoutCompensation', 'spreadMissed'],
  ])
  expect(answer.unread).toEqual([])
})

test('papers as tables, and rows that cannot be read are shown', async () => {
  const rows = [
    'Description,Date acquired,Date sold,Proceeds,Cost basis,Noncovered security,Quantity',
    '1000 sh. Co,Various,11/02/2026,"$25,000.00",,Noncovered,1000',
    'other,01/15/2026,99/99/2026,1,1,Covered,1',
  ]
  const { out } = await isoline('reconcile', scenario, file('1099b.csv', `${rows.join('\n')}\n`), ...late)
  expect(flowing(out)).toContain('The broker reported no basis to the IRS; it is $20,000.00.')
  expect(flowing(out)).toContain('Form 8949 box B: $20,000.00 in column (e).')
  expect(out).toContain('Not read\n')
})

test('files that hold no papers, boxes that are none, and a flat case', async () => {
  const failing = async (...words: string[]) => (await isoline('reconcile', ...words, ...late)).err
  expect(await failing(scenario, file('other.yaml', 'a: 1\n'))).toContain('[noPapers]')
  const wrong = await failing(scenario, typed('formsW2:\n  - { year: 2026, wages: high, box99: 1 }\n'))
  expect(wrong).toContain('formsW2[0].wages')
  expect(wrong).toContain('formsW2[0].box99')
  expect(
    await failing(scenario, file('w2.csv', 'Tax year,Wages,Federal tax withheld,Medicare wages\n,5,1,5\n')),
  ).toContain('no tax year')
  expect(await failing(scenario, 'nowhere.json')).toContain('there is no such file')
  expect(await failing(file('flat.json', JSON.stringify(jointFlat)), typed(''))).toContain('[needsScenario]')
})
