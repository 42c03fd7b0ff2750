import { expect, test } from 'vitest'
import { bare, facts, imported, merged } from './read.ts'

const headings =
  'Run Date,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),Accrued Interest ($),Amount ($),Cash Balance ($),Settlement Date'
const foot =
  '\n\n"The data and information in this spreadsheet is provided to you solely for your use and is not for distribution."'
/** A file as it is downloaded: a mark, blank lines, the table, a disclaimer. */
const history = (...rows: string[]): string => `\uFEFF\n\n${headings}\n${rows.join('\n')}${foot}`
const sold =
  '07/08/2025,YOU SOLD ACME CORP (ACME) (Cash),ACME,ACME CORP COM,Cash,30,-100,4.95,0.05,,2995,2995,07/09/2025'
const fund = '07/08/2025,YOU SOLD ACME HOTELS (AHT) (Cash),AHT,ACME HOTELS INC,Cash,10,-5,,,,50,50,07/09/2025'
const dividend = '07/01/2025,DIVIDEND RECEIVED,ACME,ACME CORP COM,Cash,,,,,,12,12,'

const grant = { id: 'G', kind: 'iso', on: '2021-03-01', shares: 4_000, strike: 2, fmvAtGrant: 2, expires: '2031-02-28' }
const lot = (id: string, exercised: string) => ({ id, grant: 'G', exercised, shares: 400, fmvAtExercise: 20 })
const company = { name: 'Acme Corp.' }
const held = { ...bare, company, grants: [grant], lots: [lot('L1', '2024-06-03')] }
const read = async (...rows: string[]) => imported('History_for_Account_1.csv', history(...rows))
const paths = ({ asked }: ReturnType<typeof merged>) => asked.map(({ path }) => path)

test('sales are read with price and fees; other rows are counted', async () => {
  const file = await read(sold, dividend, fund)
  expect(file.format.name).toBe('Fidelity account history')
  // 100 at 30 less fees of 5 is 2,995
  expect(facts(file.sales)[0]).toEqual({
    ...{
      security: { symbol: 'ACME', description: 'ACME CORP COM' },
      on: '2025-07-08',
      shares: 100,
      price: 30,
      fees: 5,
    },
  })
  expect(file.leftOut).toMatchObject([
    { reason: 'entries of the account that are no sales', rows: [5] },
    { reason: 'text below the table', count: 1 },
  ])
  expect([file.unread, file.notes[0]?.slice(0, 23)]).toEqual([[], 'Sold: ACME (1), AHT (1)'])
})

test('columns may stand in any order; figures that do not fit, and what is missing, are said', async () => {
  const swapped = headings.replace('Price ($),Quantity', 'Quantity,Price ($)').replace('Run Date', 'Run Date,Account')
  const text = `${swapped}\n${sold.replace('30,-100', '-100,30').replace(',YOU', ',X1,YOU')}`
  expect(facts((await imported('a.csv', text)).sales)).toMatchObject([{ shares: 100, price: 30 }])
  const late = sold.replace('(Cash)', 'as of 07/03/2025')
  const file = await read(
    late,
    sold.replace('30,-100', '-100,30'),
    sold.replace('2995', '2500'),
    sold.replace(',ACME,', ',,'),
  )
  expect(facts(file.sales)).toMatchObject([{ on: '2025-07-03' }])
  expect(file.unread.map(({ reason }) => reason)).toEqual([
    'no shares are sold',
    '100 shares at 30, less fees of 5, are not the amount of 2500',
    '"Symbol" is empty',
  ])
})

test('a sale goes to the one exercise before it, once, and other companies stay out', async () => {
  const file = await read(sold, fund)
  const later = { ...held, lots: [lot('L1', '2024-06-03'), lot('L2', '2025-07-09')] }
  const all = merged(later, [file])
  expect(all.scenario['plan']).toEqual([
    {
      ...{ on: '2025-07-08', sell: 100, lot: 'L1', price: 30, fees: 5 },
      sources: ['History_for_Account_1.csv, row 4, read 2026-01-15'],
    },
  ])
  expect(all.asked).toEqual([])
  expect(merged(all.scenario, [file, file]).changes).toEqual([])
})

test('of several exercises it is asked; without one, or without the company, nothing is taken', async () => {
  const file = await read(sold, sold)
  const two = { ...held, lots: [lot('L1', '2024-06-03'), lot('L2', '2025-01-09')] }
  const all = merged(two, [file])
  expect(all.scenario['plan']).toMatchObject([
    { sell: 100, price: 30 },
    { sell: 100, price: 30 },
  ])
  expect((all.scenario['plan'] as { lot?: string }[]).map((each) => each.lot)).toEqual([undefined, undefined])
  expect(paths(all)).toEqual(['plan[0].lot', 'plan[1].lot'])
  const none = merged({ ...held, lots: [] }, [file])
  expect([none.added.sales, paths(none)]).toEqual([0, ['lots', 'lots']])
  const unnamed = merged({ ...held, company: {} }, [file])
  expect([unnamed.added.sales, paths(unnamed)]).toEqual([0, ['company.name']])
  expect(merged({ ...held, company: { name: 'acme' } }, [file]).added.sales).toBe(2)
  // Part of a name is another company
  expect(merged({ ...held, company: { name: 'Acme Hotels Group' } }, [await read(fund)]).added.sales).toBe(0)
})

test('what a statement by lot has of the day is the same sale; another number of shares contradicts', async () => {
  const lots = [lot('L1', '2024-06-03'), lot('L2', '2025-01-09')]
  const sell = (shares: number, from: string) => ({ on: '2025-07-08', sell: shares, lot: from, price: 30 })
  const file = await read(sold)
  const same = merged({ ...held, lots, plan: [sell(60, 'L1'), sell(40, 'L2')] }, [file])
  expect([same.added.sales, same.contradictions, same.known]).toEqual([0, [], 1])
  const fewer = merged({ ...held, lots, plan: [sell(60, 'L1')] }, [file])
  expect([fewer.added.sales, fewer.contradictions]).toMatchObject([0, [{ scenario: 60, found: 100 }]])
})
