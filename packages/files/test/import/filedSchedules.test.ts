import { parseScenario } from '@isoline/engine'
import { expect, test } from 'vitest'
import { lines, type Piece, pdf } from '../fixtures/pdf.ts'
import { bare, facts, imported, merged } from './read.ts'

const form1040 = (amounts: { readonly [line: string]: string }): Piece[] => [
  [40, 750, '1040 U.S. Individual Income Tax Return'],
  [300, 750, '2025'],
  ...lines(amounts),
]
const form6251 = (amounts: { readonly [line: string]: string }): Piece[] => [
  [170, 750, 'Alternative Minimum Tax - Individuals'],
  ...lines(amounts),
  [480, 40, 'Form 6251 (2025)'],
]
/** Both pages as one: line 21 has its brackets printed. */
const scheduleD = (amounts: { readonly [line: string]: string }, loss = '', also = ''): Piece[] => [
  [40, 750, 'SCHEDULE D'],
  [200, 750, 'Capital Gains and Losses'],
  [540, 750, '2025'],
  [40, 740, '(Form 1040)'],
  [200, 735, 'Attach to Form 1040, 1040-SR, or 1040-NR.'],
  [400, 740, also],
  ...lines(amounts),
  ...(
    [
      [480, 300, '21'],
      [500, 300, '('],
      [540, 300, loss],
      [590, 300, ')'],
    ] as Piece[]
  ).filter(([, , text]) => text),
  [480, 40, 'Schedule D (Form 1040) 2025'],
]
const losses = scheduleD({ '7': '(5,000)', '15': '-10,000', '16': '(15,000)' }, '3,000')
const rich = form1040({ '11b': '300,000', '14': '50,000', '15': '250,000' })
const read = async (...pages: Piece[][]) => imported('return.pdf', pdf(pages))
const carried = ({ scenario }: ReturnType<typeof merged>) => scenario['carryforwards']
const asked = (all: ReturnType<typeof merged>) => all.asked.map(({ path, message }) => [path, message])

test('Schedule D: its lines are a paper, and its loss is carried on as its worksheet has it', async () => {
  const file = await read(rich, losses)
  expect(file.unread).toEqual([])
  expect(facts(file.papers)).toContainEqual({
    form: 'scheduleD',
    boxes: { taxYear: 2025, line7: -5_000, line15: -10_000, line16: -15_000, line21: -3_000 },
  })
  const all = merged(bare, [file])
  // 3,000 comes out of the short-term loss: 5,000 - 3,000, and 10,000
  expect(carried(all)).toEqual({ capitalLoss: { short: 2_000, long: 10_000 } })
  expect(asked(all)).toEqual([['carryforwards.amtCapitalLoss', expect.stringContaining('for the AMT, which is kept')]])
  expect(parseScenario(all.scenario).carryforwards.capitalLoss).toEqual({ short: 2_000, long: 10_000 })
  expect(merged(all.scenario, [file]).changes).toEqual([])
  const other = merged({ ...bare, carryforwards: { capitalLoss: { short: 1, long: 10_000 } } }, [file])
  expect(other.contradictions.map(({ path }) => path)).toEqual(['carryforwards.capitalLoss.short'])
})

test('the Schedule D for the AMT has its own loss, and the forms may be in several files', async () => {
  const amt = scheduleD({ '7': '(5,000)', '15': '(40,000)', '16': '(45,000)' }, '3,000', 'Alternative Minimum Tax')
  const files = [await read(losses), await read(amt), await read(rich, form6251({ '4': '400,000' }))]
  const all = merged(bare, files)
  expect(carried(all)).toEqual({
    capitalLoss: { short: 2_000, long: 10_000 },
    amtCapitalLoss: { short: 2_000, long: 40_000 },
  })
  expect(all.asked).toEqual([])
  expect(
    asked(merged(bare, files.slice(0, 2))).map(([path, message]) => [path, message?.includes('not found')]),
  ).toEqual([
    ['carryforwards.capitalLoss', true],
    ['carryforwards.amtCapitalLoss', true],
  ])
})

test('gains of one term use losses of the other; income below zero leaves the loss whole', async () => {
  const mixed = scheduleD({ '7': '4,000', '15': '(10,000)', '16': '(6,000)' }, '3,000')
  // 10,000 - 4,000 - 3,000
  expect(carried(merged(bare, [await read(rich, mixed)]))).toEqual({ capitalLoss: { short: 0, long: 3_000 } })
  const poor = { '11b': '10,000', '14': '15,000', '15': '-0-' }
  // Line 1 is -5,000, and with 3,000 still below zero: the loss did no good
  expect(carried(merged(bare, [await read(form1040(poor), losses)]))).toEqual({
    capitalLoss: { short: 5_000, long: 10_000 },
  })
  const senior = merged(bare, [await read(form1040({ ...poor, '13b': '6,000' }), losses)])
  expect([carried(senior), senior.asked[0]?.path]).toEqual([undefined, 'carryforwards.capitalLoss'])
})

test('a gain carries nothing on, and what does not fit together is asked', async () => {
  const gain = scheduleD({ '7': '(5,000)', '15': '9,000', '16': '4,000' })
  const none = merged(bare, [await read(gain)])
  expect([carried(none), none.asked]).toEqual([{ capitalLoss: { short: 0, long: 0 } }, []])
  // The regular gain had a lower AMT basis beside it: AMT may have a loss
  expect(asked(merged(bare, [await read(gain, form6251({ '2k': '(8,000)' }))])).map(([path]) => path)).toEqual([
    'carryforwards.amtCapitalLoss',
  ])
  const faults: [Piece[], string][] = [
    [scheduleD({ '7': '(5,000)', '15': '(10,000)', '16': '(14,000)' }, '3,000'), 'do not make line 16'],
    [scheduleD({ '7': '(5,000)', '15': '(10,000)', '16': '(15,000)' }), 'Line 21'],
    [scheduleD({ '7': '(5,000)' }, '3,000'), 'not all were found'],
  ]
  for (const [form, message] of faults) {
    const all = merged(bare, [await read(rich, form)])
    expect(carried(all)).toBeUndefined()
    expect(all.asked[0]?.message).toContain(message)
  }
  expect(carried(merged({ ...bare, incomes: { 2027: {} } }, [await read(rich, losses)]))).toBeUndefined()
})

test('worksheets that name Schedule D, and Form 8949, are not it', async () => {
  const worksheet = losses.map(
    (piece): Piece => [piece[0], piece[1], piece[2].replace('Capital Gains and', 'Worksheet,')],
  )
  const form8949: Piece[] = [
    [40, 750, 'Form 8949 Sales and Other Dispositions of Capital Assets'],
    [40, 740, 'File with your Schedule D to list your transactions for lines 1b, 2, 3, 8b, 9, and 10 of Schedule D.'],
    ...lines({ '7': '1' }),
  ]
  const { papers } = await read(rich, worksheet, form8949)
  expect(papers.map(({ fact }) => fact.form)).toEqual(['form1040'])
})

/** Cents are printed on the form, and stay where no amount is. */
const cents: Piece[] = [
  [480, 500, '12'],
  [560, 500, '.00'],
]
const form540: Piece[] = [
  [40, 750, '2025 California Resident Income Tax Return'],
  [540, 750, '2025'],
  ...lines({ '19': '194,294', '31': '14,508', '35': '14,355' }),
  ...cents,
  [300, 40, 'Form 540 2025 Side 1'],
]
const scheduleP: Piece[] = [
  [40, 750, '2025 Alternative Minimum Tax and Credit Limitations - Residents'],
  ...lines({ '10': '180,000', '21': '380,000', '24': '20,671', '26': '6,163' }),
  [300, 40, 'Schedule P (540) 2025 Side 1'],
]
const side2: Piece[] = [
  [40, 750, 'Part III Credits that Reduce Tax'],
  [60, 740, 'Code: 188 Credit for prior year alternative minimum tax - individuals'],
  ...lines({ '1': '14,355', '26': '1' }),
  [300, 40, 'Schedule P (540) 2025 Side 2'],
]
const ftb3510: Piece[] = [
  [40, 750, 'Credit for Prior Year Alternative Minimum Tax - Individuals or Fiduciaries'],
  [60, 730, 'Combine the amounts from your 2024 Schedule P (540 or 540NR), line 15 through line 18'],
  ...lines({ '1': '200,000', '31': '1,800' }),
  [300, 40, 'FTB 3510 2025'],
]

test('California: lines as read, nothing put where it does not belong, the credit asked for', async () => {
  const file = await read(form540, scheduleP, side2, ftb3510)
  expect(facts(file.papers)).toEqual([
    { form: 'form540', boxes: { taxYear: 2025, line19: 194_294, line31: 14_508, line35: 14_355 } },
    { form: 'scheduleP540', boxes: { taxYear: 2025, line10: 180_000, line21: 380_000, line24: 20_671, line26: 6_163 } },
    { form: 'form3510', boxes: { taxYear: 2025, line1: 200_000, line31: 1_800 } },
  ])
  expect(file.notes).toContain(
    'Schedule P (540) of 2025, lines as read: 10: 180,000; 21: 380,000; 24: 20,671; 26: 6,163.',
  )
  const all = merged(bare, [file])
  expect(all.changes).toEqual([])
  expect(asked(all)).toEqual([
    ['carryforwards.state.CA.minimumTaxCredit', expect.stringMatching(/AMT of 6163; .* 1800 carried over/)],
  ])
  const known = { ...bare, carryforwards: { state: { CA: { minimumTaxCredit: 7_963 } } } }
  expect(merged(known, [file]).asked).toEqual([])
  expect(merged(bare, [await read(form540)]).asked).toEqual([])
})
