/** The sentences of the year, and its two lines of arithmetic, composed from answers. */
import type { CreditAnswer, CurveAnswer, EstimateAnswer, RoomAnswer, ScenarioFile } from '@isoline/engine'
import { expect, test } from 'vitest'
import { factsBySection, isAmount } from '../src/views/year/assumedFacts.ts'
import { lineOf } from '../src/views/year/line.ts'
import {
  creditSentence,
  dueDay,
  freeSentence,
  handleText,
  isLast,
  nextShareSentences,
  roomCreditSentence,
  troughSentences,
} from '../src/views/year/sentences.ts'
import { roomTerms, shortWaySentences } from '../src/views/year/whyLine.ts'

const grant = {
  ...{ grant: 'G1', spreadPerShare: 18, shares: 1694, sharesByRoom: 1694, exercisable: 41_000 },
  ...{ valuedOn: '2026-01-15', nextShareCosts: 4.68 },
}
const said = (...asked: Parameters<typeof freeSentence>): string => {
  const { before, marked, after } = freeSentence(...asked)
  return before + marked + after
}

test('what is free, in one sentence for every case', () => {
  expect(said(grant, 2026, true)).toBe('You can exercise 1,694 shares this year without AMT.')
  expect(said(grant, 2027, false)).toBe('You can exercise 1,694 shares in 2027 without AMT.')
  expect(said({ ...grant, shares: 1 }, 2026, true)).toBe('You can exercise 1 share this year without AMT.')
  expect(said({ ...grant, shares: 41_000 }, 2026, true)).toBe(
    'You can exercise all 41,000 shares of G1 this year without AMT.',
  )
  expect(said({ ...grant, shares: 0 }, 2026, true)).toBe('Every share you exercise this year adds AMT.')
  expect(said({ ...grant, spreadPerShare: 0 }, 2026, true)).toMatch(/no more than its strike/)
  expect(said({ ...grant, exercisable: 0 }, 2026, true)).toBe('No share of G1 can be exercised this year.')
  expect(said(undefined, 2026, true)).toMatch(/no incentive stock options/)
})

const estimate = (exclusionPart: number, generated: number) =>
  ({ credit: { exclusionPart, generated } }) as unknown as EstimateAnswer
const credit = (drainedIn: number | null) =>
  ({ ahead: { drainedIn, left: 4000, through: 2066 } }) as unknown as CreditAnswer

test('what becomes of the AMT', () => {
  expect(creditSentence(estimate(0, 19_528), credit(2029), true)).toBe(
    'All of it becomes credit; if you exercise nothing more, your income alone brings it back by 2029.',
  )
  expect(creditSentence(estimate(500, 19_000), credit(2029), false)).toBe(
    '$19,000 of the year’s AMT becomes credit; by your plan it is all back by 2029.',
  )
  expect(creditSentence(estimate(0, 100), credit(null), true)).toMatch(/\$4,000 of credit is still unused in 2066\.$/)
  expect(creditSentence(estimate(0, 100), undefined, true)).toBe('All of it becomes credit.')
  expect(creditSentence(estimate(100, 0), credit(2029), true)).toBe('')
})

test('room that costs credit says so', () => {
  const room = (lostByFillingRoom: number) => ({ credit: { lostByFillingRoom } }) as unknown as RoomAnswer
  expect(roomCreditSentence(room(0))).toBe('')
  expect(roomCreditSentence(room(4753))).toBe(
    ' Filling that room puts off $4,753 of credit that you would use in this year.',
  )
})

test('whether the plan ends with the year', () => {
  const file = { plan: [{ on: '2026-01-15' }, { on: '2028-01-15' }] } as unknown as ScenarioFile
  expect(isLast(file, 2026)).toBe(false)
  expect(isLast(file, 2028)).toBe(true)
})

const point = (spread: number, amt: number, rate: number, code = '') => ({
  ...{ spread, amt, amtRate: rate, costRate: rate, tentativeMinimumTax: 33_774 + 0.26 * spread },
  reasons: code ? [{ code, words: '' }] : [],
})
const curve = {
  room: 30_500,
  points: [point(0, 0, 0), point(30_500, 0, 0.26, 'crossover'), point(114_600, 21_866, 0.28, 'highRate')],
} as unknown as CurveAnswer
const line = lineOf(curve, 18, 0)

test('what the next share costs, and how far that holds', () => {
  expect(nextShareSentences(line, 5867).join('')).toBe(
    'The next share costs $4.68 of AMT, 26¢ on each dollar of its $18.00 spread. That holds until 6,366 shares, where the 28% rate begins.',
  )
  expect(nextShareSentences(line, 0).join('')).toBe(
    'The next share costs no AMT. That holds until 1,694 shares, where AMT begins.',
  )
  expect(nextShareSentences(line, 7000).join('')).toMatch(/\$5\.04 of AMT.* That holds for every share beyond\.$/)
})

test('what the handle stands for', () => {
  expect(handleText(5867, 19_527.56, 9974)).toBe('5,867 shares, AMT $19,528, cash covers it')
  expect(handleText(9975, 0, 9974)).toMatch(/cash does not cover it$/)
  expect(handleText(1, 0, null)).toBe('1 share, AMT $0, cash not known')
})

test('a due day with and without its year', () => {
  expect([dueDay('2027-04-15'), dueDay('2027-04-15', false)]).toEqual(['April 15, 2027', 'April 15'])
})

test('the trough, or where more wages lead without one', () => {
  const [low, most, high] = [
    { at: 100_000, shares: 2264 },
    { at: 420_000, shares: 4477 },
    { at: 500_000, shares: 3737 },
  ] as const
  expect(troughSentences({ at: 217_875, shares: 1667 }, low, most, high)).toBe(
    'A raise can take room away. It is least at $217,875 of wages, 1,667 shares. It is 2,264 at $100,000, 4,477 at $420,000 and 3,737 at $500,000.',
  )
  expect(troughSentences({ at: 217_875, shares: 1667 }, low, low, high)).toMatch(
    /It is 2,264 at \$100,000 and 3,737 at \$500,000\.$/,
  )
  expect(troughSentences(null, low, most, high)).toMatch(/^More wages bring more room up to about \$420,000/)
  expect(troughSentences(null, low, high, high)).toMatch(/bring more room/)
})

test('the arithmetic of the room, only where it adds up', () => {
  const whole = {
    withoutExercise: { regularTax: 41_704, tentativeMinimumTax: 33_774 },
  } as unknown as EstimateAnswer
  const room = { spread: { exercised: 0 } } as unknown as RoomAnswer
  // 41,704 − 33,774 = 7,930; 7,930 / 26 % = 30,500; / 18 = 1,694
  expect(roomTerms(whole, curve, room, 18, 1694)?.map((terms) => terms.map(({ amount }) => amount))).toEqual([
    [41_704, 33_774, 7930],
    [7930, expect.closeTo(0.26, 9), 30_500, 18, 1694],
  ])
  // With lots exercised before, what they take stands in it
  const exercised = { spread: { exercised: 5000 } } as unknown as RoomAnswer
  expect(roomTerms(whole, curve, exercised, 18, 1416)?.[1]?.map(({ sign }) => sign)).toEqual([
    '',
    '÷',
    '=',
    '−',
    '÷',
    '=',
  ])
  // 7,930 / 26 % is not 20,000
  expect(roomTerms(whole, { ...curve, room: 20_000 }, room, 18, 1111)).toBeNull()
})

test('the other answer is told where line 2a makes one', () => {
  const answer = (form: number, deductionTaken: string) =>
    ({
      ...{ math: { steps: [{ line: 'form6251.line2a', form }] }, summary: { deductionTaken } },
    }) as unknown as EstimateAnswer
  expect(shortWaySentences(answer(16_100, 'standard'), 2588, 1694)).toEqual({
    first: 'The other answer you may see is 2,588.',
    rest: ' It leaves out line 2a: the $16,100 standard deduction is added back for AMT. It would be right only for someone who itemizes the same amount with nothing added back. You take the standard deduction, so 1,694 is yours.',
  })
  expect(shortWaySentences(answer(40_400, 'itemized'), 1137, 399)?.rest).toMatch(/\$40,400 of taxes you deduct/)
  expect(shortWaySentences(answer(0, 'itemized'), 1137, 399)).toBeNull()
  expect(shortWaySentences(answer(16_100, 'standard'), null, 399)).toBeNull()
})

test('assumed facts: those of the year first, and plain amounts can be typed', () => {
  const assumed = ['lots[0].qsbs', 'incomes.2027.interest', 'incomes.2026.interest', 'history'].map((path) => ({
    ...{ path, value: '0', message: 'not given' },
  }))
  expect(factsBySection(assumed, 2026).map(({ title, facts }) => [title, facts.map(({ path }) => path)])).toEqual([
    ['Assumed for 2026', ['incomes.2026.interest']],
    ['Assumed for the years before', ['history']],
    ['Assumed for the shares', ['lots[0].qsbs']],
    ['Assumed for other years', ['incomes.2027.interest']],
  ])
  const paths = ['incomes.2026.interest', 'incomes.2026.itemized', 'carryforwards.capitalLoss.short', 'history']
  expect(paths.map(isAmount)).toEqual([true, false, true, false])
})
