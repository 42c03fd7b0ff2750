/** Sentences about one's own plan, about outcomes, and about what a search rests on. */
import type { PlanAnswer, PlanTreeAnswer, ProjectAnswer, ScenarioFile } from '@isoline/engine'
import { expect, test } from 'vitest'
import type { Act } from '../src/views/arc/acts.ts'
import { actLabel, actRest, actSentence } from '../src/views/arc/actWords.ts'
import { outcomeWords } from '../src/views/arc/outcomeWords.ts'
import { ownLede, ownWords } from '../src/views/arc/ownWords.ts'
import { groundsOf, yearsReading } from '../src/views/arc/words.ts'

const log = (...left: number[]) =>
  left.map((intoNextYear, i) => ({
    year: 2026 + i,
    intoNextYear,
    used: i > 0 ? (left[i - 1] as number) - intoNextYear : 0,
  }))
const project = (left: number[], amts: number[]) =>
  ({
    creditLog: log(...left),
    years: amts.map((amt, i) => ({ year: 2026 + i, summary: { amt }, cash: { lowest: null } })),
  }) as unknown as ProjectAnswer
const said = ({ before, amount, after }: ReturnType<typeof ownWords>) => before + amount + after

test('one’s own plan: what it does and what it pays', () => {
  const plan = (...lines: object[]) => ({ plan: lines }) as unknown as ScenarioFile
  const none = project([0], [0])
  expect(said(ownWords(plan(), none))).toBe('Your plan does nothing yet.')
  expect(said(ownWords(plan({ sell: 30 }), none))).toBe('Your plan sells 30 shares and pays no AMT.')
  // 100 + 200 shares; 700 + 300 of AMT
  expect(said(ownWords(plan({ exercise: 100 }, { exercise: 200 }), project([0], [700, 300])))).toBe(
    'Your plan exercises 300 shares and pays $1,000 of AMT.',
  )
})

test('its credit: none, all back, or some left', () => {
  expect(ownLede(project([0, 0], []), undefined)).toBe('It makes no credit.')
  expect(ownLede(project([900, 400, 0], []), undefined)).toBe('All credit has come back by 2028.')
  expect(ownLede(project([900, 400], []), undefined)).toBe('$400 of credit is still unused after 2027.')
  const answer = { best: { value: 5000, years: [{ exercised: 10 }, { exercised: 20 }] } } as unknown as PlanAnswer
  expect(ownLede(project([0], []), answer)).toContain('exercises 30 shares and is worth $5,000 today')
})

test('the years in a sentence: the most AMT, and when its credit comes back', () => {
  expect(yearsReading(project([900, 400, 0], [900, 20, 0]), 2026)).toBe(
    'Most AMT falls in 2026: $900. Credit comes back from 2027 to 2028.',
  )
  expect(yearsReading(project([900, 400], [900, 0]), 2027)).toBe(
    'No year has AMT. Credit comes back in 2027. $400 is left after 2027.',
  )
})

test('outcomes: what is done whatever comes', () => {
  const tree = (plan: object[]) =>
    ({
      best: {
        ...{ plan, expected: 300, worst: -20 },
        outcomes: [{ known: '2029-06-29' }, { known: '2028-09-29' }],
      },
    }) as unknown as PlanTreeAnswer
  expect(outcomeWords(tree([{ on: '2026-01-15', exercise: 7, grant: 'G1' }]))).toBe(
    'Until Sep 29, 2028 no outcome is known. Whatever comes: exercise 7 shares of G1 on Jan 15, 2026. That is worth $300 on average and −$20 in the worst outcome.',
  )
  expect(outcomeWords(tree([]))).toContain('Until then, do nothing.')
})

test('what a search rests on, without the flags of the command line', () => {
  const answer = {
    notices: [{ message: 'The price is known.' }, { message: 'Use --objective expected.' }],
    assumed: [
      { path: 'incomes.2026.interest', value: '0', message: 'not given' },
      { path: '--save', value: '0', message: 'money set aside' },
      { path: '--december', value: 'false', message: 'one day a year' },
    ],
  } as unknown as PlanAnswer
  expect(groundsOf(answer)).toEqual(['The price is known.', 'Money set aside: 0.', 'One day a year.'])
})

test('a button and what it does not show make its sentence', () => {
  const act: Act = { key: 0, year: 2027, kind: 'exercise', lines: [0], shares: 1694, grant: 'G1', past: false }
  expect(actSentence(act)).toBe('Exercise 1,694 shares of G1 in 2027')
  expect(`${actLabel(act, false, false).join(' ')} ${actRest(act, false)}`).toBe(actSentence(act))
  expect(actLabel({ ...act, kind: 'exerciseSell' }, true, true)).toEqual(['Ex & sell', 'G1', '1,694'])
  expect(actLabel({ ...act, kind: 'exerciseSell' }, false, false)).toEqual(['Exercise, sell', '1,694'])
  expect(actSentence({ ...act, kind: 'give', shares: null, grant: null })).toBe('Give cash in 2027')
})
