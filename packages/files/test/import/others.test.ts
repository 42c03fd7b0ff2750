import { expect, test } from 'vitest'
import { csv } from '../fixtures/tables.ts'
import { codes, facts, imported } from './read.ts'

const grant = { id: 'A1', on: '2021-03-01', strike: 2 }
const option = { AwardId: 'A1', SharesExercised: '100', AwardPrice: '$2.00', AwardType: 'ISO', AwardDate: '03/01/2021' }
const schwab = (transactions: unknown[]): string =>
  JSON.stringify({ FromDate: '', ToDate: '', Transactions: transactions })
const lower = (value: object): object =>
  Object.fromEntries(Object.entries(value).map(([key, each]) => [`${key[0]?.toLowerCase()}${key.slice(1)}`, each]))

test('Schwab: an exercise and hold has no value, in either case of letters', async () => {
  const transaction = {
    Date: '06/03/2024',
    Action: 'Exercise and Hold',
    Symbol: 'ACME',
    TransactionDetails: [{ Details: option }],
  }
  const small = { ...lower(transaction), transactionDetails: [{ details: lower(option) }] }
  for (const text of [schwab([transaction]), JSON.stringify({ transactions: [small] })]) {
    const read = await imported('s.json', text)
    expect(facts(read.grants)).toEqual([{ ...grant, kind: 'iso' }])
    expect(facts(read.lots)).toEqual([{ grant, exercised: '2024-06-03', shares: 100, strike: 2 }])
    expect([read.sales, read.unread]).toEqual([[], []])
    expect(read.lots[0]?.from).toEqual({ file: 's.json', item: 1, readOn: '2026-01-15' })
  }
})

test('Schwab: exercise and sell is both; a sale to cover without its shares is said; the rest is left out by name', async () => {
  const read = await imported(
    's.json',
    schwab([
      {
        Date: '06/03/2024',
        Action: 'Exercise and Sell',
        TransactionDetails: [{ Details: { ...option, SalePrice: '$25.00' } }],
      },
      { Date: '06/04/2024', Action: 'Sell to Cover', TransactionDetails: [{ Details: option }] },
      { Date: '06/05/2024', Action: 'Deposit', TransactionDetails: [] },
      {
        Date: '06/05/2024',
        Action: 'Sale',
        TransactionDetails: [{ Details: { Type: 'RS', Shares: '5', SalePrice: '$20' } }],
      },
      'not a transaction',
    ]),
  )
  expect(read.lots.map(({ fact }) => fact.exercised)).toEqual(['2024-06-03', '2024-06-04'])
  expect(facts(read.sales)).toEqual([
    { lot: { grant, exercised: '2024-06-03' }, on: '2024-06-03', shares: 100, price: 25 },
  ])
  expect(read.unread.map(({ from, reason }) => [from.item, reason.slice(0, 21)])).toEqual([
    [2, 'the exercise was read'],
    [5, 'it is not an object'],
  ])
  expect(read.leftOut.map(({ reason, rows }) => [reason.slice(0, 10), rows])).toEqual([
    ['"Deposit" ', [3]],
    ['sale of RS', [4]],
  ])
})

const own = [
  'Date',
  'Action',
  'Symbol',
  'Description',
  'Quantity',
  'FeesAndCommissions',
  'DisbursementElection',
  'Amount',
]
const exercised = ['06/03/2024', 'Exercise and Hold', 'ACME', 'Stock Option', '100', '', '', '']
const none = Array(8).fill('')

test('Schwab CSV: details in the row below, by columns of the table or of a block of their own', async () => {
  const wide = csv([
    [...own, 'AwardDate', 'AwardId', 'AwardPrice', 'AwardType', 'SharesExercised'],
    exercised,
    [...none, '03/01/2021', 'A1', '$2.00', 'ISO', '100'],
  ])
  const block = csv([
    own,
    exercised,
    ['', 'Award ID', 'Shares Exercised', 'Award Price', 'Award Type', 'Award Date', '', ''],
    ['', 'A1', '100', '$2.00', 'ISO', '03/01/2021', '', ''],
    ['', 'Exercise Cost', 'Taxes', 'Gross Proceeds', 'Net Proceeds', '', '', ''],
    ['', '$200.00', '$0.00', '$0.00', '$0.00', '', '', ''],
    ['06/04/2024', 'Wire Transfer', '', '', '', '', '', ''],
  ])
  for (const text of [wide, block]) {
    const read = await imported('s.csv', text)
    expect(facts(read.lots)).toEqual([{ grant, exercised: '2024-06-03', shares: 100, strike: 2 }])
    expect(read.unread).toEqual([])
  }
})

test('Schwab CSV: the headings of a block end with its transaction', async () => {
  const text = csv([
    [...own, 'AwardDate', 'AwardId', 'AwardPrice', 'AwardType', 'SharesExercised'],
    exercised,
    ['', 'Award ID', 'Shares Exercised', 'Award Price', 'Award Type', 'Award Date'],
    ['', 'A1', '100', '$2.00', 'ISO', '03/01/2021'],
    exercised,
    [...none, '03/01/2021', 'A1', '$2.00', 'ISO', '40'],
  ])
  const { lots, unread } = await imported('s.csv', text)
  expect([lots.map(({ fact }) => fact.shares), unread]).toEqual([[100, 40], []])
})

const issued = {
  ...{
    object_type: 'TX_EQUITY_COMPENSATION_ISSUANCE',
    security_id: 's-1',
    custom_id: 'A1',
    compensation_type: 'OPTION_ISO',
  },
  ...{
    date: '2021-03-01',
    quantity: '100',
    exercise_price: { amount: '2.00', currency: 'USD' },
    expiration_date: '2031-02-28',
  },
  vestings: [
    { date: '2022-03-01', amount: '40' },
    { date: '2023-03-01', amount: '60' },
  ],
}
const used = { object_type: 'TX_EQUITY_COMPENSATION_EXERCISE', security_id: 's-1', date: '2024-06-03', quantity: '70' }
const valued = {
  object_type: 'VALUATION',
  effective_date: '2024-01-01',
  price_per_share: { amount: '19.50', currency: 'USD' },
}

test('Open Cap Format: grants, exercises that come before them, valuations', async () => {
  const read = await imported(
    'c.ocf.json',
    JSON.stringify({ file_type: 'OCF_TRANSACTIONS_FILE', items: [used, issued, valued] }),
  )
  const vesting = [
    { on: '2022-03-01', shares: 40 },
    { on: '2023-03-01', shares: 60 },
  ]
  expect(facts(read.grants)).toEqual([{ ...grant, kind: 'iso', shares: 100, expires: '2031-02-28', vesting }])
  expect(facts(read.lots)).toEqual([{ grant, exercised: '2024-06-03', shares: 70 }])
  expect(facts(read.prices)).toEqual([{ on: '2024-01-01', fmv: 19.5 }])
})

test('Open Cap Format: another currency, an unknown grant and a split are said', async () => {
  const items = [
    { ...valued, price_per_share: { amount: '19.50', currency: 'EUR' } },
    { ...used, security_id: 's-9' },
    { object_type: 'TX_STOCK_CLASS_SPLIT', date: '2025-01-01' },
    issued,
    issued,
  ]
  const { unread, prices } = await imported('c.json', JSON.stringify({ items }))
  expect(prices).toEqual([])
  expect(unread.map(({ reason }) => reason)).toEqual([
    '"EUR" is another currency; give the amount in dollars',
    'two grants have the security_id s-1',
    'the grant it exercises, security_id s-9, is not in the file',
    'a split of 2025-01-01: add it under company.splits, it is not taken over by itself',
  ])
})

test('an exercise history by its usual names, and by names that the person gives', async () => {
  const lot = { grant, exercised: '2024-06-03', shares: 70, strike: 2, fmvAtExercise: 20 }
  const usual = [
    [
      'Grant ID',
      'Grant Type',
      'Grant Date',
      'Exercise Date',
      'Shares Exercised',
      'Exercise Price',
      'FMV on Exercise Date',
    ],
    ['A1', 'ISO', '03/01/2021', '06/03/2024', '70', '$2.00', '$20.00'],
  ]
  expect(facts((await imported('e.csv', csv(usual))).lots)).toEqual([lot])
  const foreign = [
    ['Zuteilung', 'Datum', 'Ausgeübt am', 'Stück', 'Basispreis', 'Kurs'],
    ['A1', '2021-03-01', '2024-06-03', '70', '2.00', '20.00'],
  ]
  expect(await codes(imported('e.csv', csv(foreign)))).toEqual(['unknownFormat'])
  const map = {
    grant: 'Zuteilung',
    granted: 'Datum',
    exercised: 'Ausgeübt am',
    shares: 'Stück',
    strike: 'Basispreis',
    fmvAtExercise: 'Kurs',
  }
  const read = await imported('e.csv', csv(foreign), map)
  expect(facts(read.lots)).toEqual([lot])
  expect(read.format.sure).toBe('mapped')
  expect(await codes(imported('e.csv', csv(foreign), { ...map, when: 'Datum' }))).toEqual(['unknownColumn'])
})

test('an exercise history: sales with it, and what cannot be', async () => {
  const headings = [
    'Exercise Date',
    'Shares Exercised',
    'Exercise Price',
    'Date Sold',
    'Shares Sold',
    'Sale Price',
    'Currency',
  ]
  const read = await imported(
    'e.csv',
    csv([
      headings,
      ['06/03/2024', '70', '2', '07/08/2025', '30', '25', 'USD'],
      ['06/03/2024', '70.5', '2', '', '', '', ''],
      ['06/03/2024', '70', '2', '05/08/2024', '30', '25', ''],
      ['06/03/2024', '70', '2', '07/08/2025', '', '25', ''],
      ['06/03/2024', '70', '2', '', '', '', 'GBP'],
    ]),
  )
  expect(facts(read.sales)).toEqual([
    { lot: { grant: { strike: 2 }, exercised: '2024-06-03' }, on: '2025-07-08', shares: 30, price: 25 },
  ])
  expect(read.lots).toHaveLength(1)
  expect(read.unread.map(({ reason }) => reason)).toEqual([
    '70.5 is not a whole number of shares',
    'sold on 2024-05-08, before the exercise of 2024-06-03',
    'of the sale its day or its shares are missing',
    '"GBP" is another currency; give the amount in dollars',
  ])
})

test('histories of accounts are known, and say what to give instead', async () => {
  const schwabAccount = csv([
    ['Date', 'Action', 'Symbol', 'Description', 'Quantity', 'Price', 'Fees & Comm', 'Amount'],
    ['03/18/2026 as of 03/16/2026', 'Sell', 'ACME', 'ACME CORP', '100', '$30', '', '$3,000'],
  ])
  const releases = csv([
    [
      'Vest Date',
      'Order Number',
      'Plan',
      'Type',
      'Status',
      'Price',
      'Quantity',
      'Net Cash Proceeds',
      'Net Share Proceeds',
      'Tax Payment Method',
    ],
    ['01-Apr-2021', '1', 'GSU Class C', 'Release', 'Complete', '$2,110.00', '2', '', '2', 'N/A'],
  ])
  for (const [text, name] of [
    [schwabAccount, 'Schwab brokerage history'],
    [releases, 'Morgan Stanley StockPlan Connect, releases or withdrawals'],
  ] as const) {
    const read = await imported('h.csv', text)
    expect(read.format.name).toBe(name)
    expect(read.leftOut[0]).toMatchObject({ reason: expect.stringContaining('Form 3921 has the exercises'), count: 1 })
    expect([read.lots, read.sales, read.unread]).toEqual([[], [], []])
  }
})

test('a list of grants; one of several people is refused', async () => {
  const headings = ['Optionholder', 'ID', 'Type', 'Grant Date', 'Options Granted', 'Exercise Price', 'Expiration Date']
  const mine = ['Me', 'A1', 'ISO', '03/01/2021', '4,000', '$2.00', '02/28/2031']
  const stock = ['Me', 'CS-1', 'Common', '03/01/2021', '10', '$2.00', '']
  const read = await imported('ledger.csv', csv([headings, mine, stock]))
  expect(facts(read.grants)).toEqual([{ ...grant, kind: 'iso', shares: 4_000, expires: '2031-02-28' }])
  expect(read.leftOut).toEqual([{ reason: 'Common is no option', rows: [3], count: 1 }])
  const two = csv([headings, mine, ['You', ...mine.slice(1)]])
  expect(await codes(imported('ledger.csv', two))).toEqual(['manyHolders'])
})

test('W-2 and 1099-B stay papers, from FDX and from CSV', async () => {
  const fdx = {
    taxW2: { wages: 200_000, codes: [{ code: 'V', amount: 1_500 }] },
    tax1099B: {
      securityDetails: [
        {
          saleDescription: '100 ACME',
          salesPrice: 3_000,
          costBasis: 200,
          dateAcquired: '2024-06-03',
          dateOfSale: '2025-07-08',
        },
      ],
    },
  }
  const read = await imported('t.json', JSON.stringify({ statements: [{ taxYear: 2025, forms: [fdx] }] }))
  expect(facts(read.papers)).toEqual([
    { form: 'formW2', boxes: { taxyear: 2025, wages: 200_000, 'codes.V': 1_500 } },
    {
      form: 'form1099B',
      boxes: {
        saledescription: '100 ACME',
        salesprice: 3_000,
        costbasis: 200,
        dateacquired: '2024-06-03',
        dateofsale: '2025-07-08',
      },
    },
  ])
  const broker = csv([
    ['Description of property', 'Date acquired', 'Date sold', 'Proceeds', 'Cost basis'],
    ['100 ACME', 'Various', '07/08/2025', '$3,000.00', '$200.00'],
  ])
  expect(facts((await imported('b.csv', broker)).papers)).toEqual([
    {
      form: 'form1099B',
      boxes: {
        saledescription: '100 ACME',
        dateacquired: 'Various',
        dateofsale: '2025-07-08',
        salesprice: 3_000,
        costbasis: 200,
      },
    },
  ])
  const employer = csv([
    ['Wages, tips, other compensation', 'Federal income tax withheld', 'Medicare wages and tips', 'Box 12 code V'],
    ['$200,000.00', '$40,000.00', '$210,000.00', ''],
  ])
  expect(facts((await imported('w.csv', employer)).papers)).toEqual([
    { form: 'formW2', boxes: { wages: 200_000, federaltaxwithheld: 40_000, medicarewages: 210_000 } },
  ])
})
