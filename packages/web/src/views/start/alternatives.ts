/** The example told otherwise: what each question could have been answered instead, to measure how far the answer moves. */
import type { ScenarioFile } from '@isoline/engine'
import { valueAt, wagesOf, withCash, withValue, withWages } from '../../document/facts.ts'
import { usualGrant, usualYear } from '../../document/years.ts'

export const questionNames = ['income', 'grant', 'value', 'cash', 'deduction'] as const
export type QuestionOf = (typeof questionNames)[number]

export type Alternatives = { readonly [question in QuestionOf]: readonly ScenarioFile[] }

/** Wages of most who hold such options. */
const wages = Array.from({ length: 21 }, (_, i) => 100_000 + i * 20_000)
const itemizing = [10_000, 20_000, 30_000, 40_000]

export function alternatives(file: ScenarioFile, asOf: string): Alternatives {
  const year = usualYear(file, asOf)
  const grant = usualGrant(file, year)
  const value = valueAt(file, asOf) ?? 0
  const cash = file.household.cash
  const income = file.incomes[year]
  return {
    income: [
      ...(wagesOf(file, year) === null ? [] : wages.map((each) => withWages(file, year, each))),
      ...(['single', 'mfj', 'hoh'] as const).map((status) => withStatus(file, status)),
    ],
    grant: grant === null ? [] : [0.1, 0.25, 0.5, 0.75].map((part) => withStrike(file, grant, cents(part * value))),
    value: [0.5, 0.75, 1.5, 2, 3].map((part) => withValue(file, asOf, cents(part * value))),
    cash: cash === undefined ? [] : [0.5, 2].map((part) => withCash(file, cents(part * cash))),
    deduction: income
      ? [
          withIncome(file, year, { ...income, itemized: undefined }),
          ...itemizing.map((stateAndLocalTaxes) =>
            withIncome(file, year, { ...income, itemized: { stateAndLocalTaxes } }),
          ),
          ...itemizing.map((mortgageInterest) => withIncome(file, year, { ...income, itemized: { mortgageInterest } })),
        ]
      : [],
  }
}

function withStatus(file: ScenarioFile, status: 'single' | 'mfj' | 'hoh'): ScenarioFile {
  const { household } = file
  const [first = { born: '1990-01-01' }, second = first] = household.people
  const people = status === 'mfj' ? [first, second] : [first]
  return { ...file, household: { ...household, status, people } }
}

const withStrike = (file: ScenarioFile, id: string, strike: number): ScenarioFile => ({
  ...file,
  grants: (file.grants ?? []).map((grant) =>
    grant.id === id ? { ...grant, strike, fmvAtGrant: Math.max(strike, grant.fmvAtGrant) } : grant,
  ),
})

const withIncome = (file: ScenarioFile, year: number, income: ScenarioFile['incomes'][string]): ScenarioFile => ({
  ...file,
  incomes: { ...file.incomes, [year]: income },
})

const cents = (amount: number): number => Math.round(amount * 100) / 100
