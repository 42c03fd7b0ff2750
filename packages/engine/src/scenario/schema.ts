/** The scenario file, version 1: every key, its kind and its meaning. The published JSON Schema is made from it. */
import * as z from 'zod/mini'
import { openFigures } from '../law/federal/law.ts'
import { federalTables, yearsWithLaw } from '../law/federal/tables.ts'
import { company } from './schemaCompany.ts'
import { carryforwards, history } from './schemaEarlier.ts'
import { grant, lot } from './schemaEquity.ts'
import { incomeYear } from './schemaIncome.ts'
import {
  amount,
  byYear,
  count,
  date,
  filingStatus,
  flag,
  list,
  maybe,
  object,
  ratio,
  signedAmount,
  usState,
  words,
  yearlyRate,
} from './schemaParts.ts'
import { planEntry } from './schemaPlan.ts'

/** The figures of which some published year knows two readings. */
const openReadings: readonly string[] = [...new Set(federalTables.flatMap(openFigures))]

const household = object('Who files', {
  status: z
    .union([
      filingStatus('Filing status'),
      byYear('Filing status by year', filingStatus('Filing status from that year on')),
    ])
    .register(words, {
      description: 'Filing status: single, mfj, mfs, hoh or qss; or by year, { 2026: single, 2028: mfj }.',
    }),
  people: list(
    'The filer, then the spouse',
    object('A person', { born: date('Date of birth'), blind: maybe(flag('Whether blind at the end of the year')) }),
  ),
  dependents: maybe(count(0, 99, 'Number of dependents; it makes no credit by itself')),
  residence: list(
    'The state of residence from a day on',
    object('A residence', { from: date('First day of residence'), state: usState('The state') }),
  ),
  cash: maybe(amount('Money that may pay strike and tax without selling these shares')),
  netWorth: maybe(signedAmount('Everything owned less everything owed, these shares included')),
  borrowed: maybe(
    object('Money that could be borrowed for strike and tax; cash is what there is without it', {
      amount: amount('The most that can be borrowed'),
      rate: ratio(0, 1, 'Interest a year, compounded yearly; a fraction: 0.08 is 8 %'),
      due: date('Day on which it is paid back with all interest'),
      recourse: maybe(flag('Whether all one owns answers for it, and not the shares alone')),
    }),
  ),
})

const assumptions = object('How years without facts are made', {
  indexing: maybe(yearlyRate(0.5, 'Growth of the figures set by law')),
  discountRate: maybe(yearlyRate(1, 'Rate at which later dollars are discounted')),
  wageGrowth: maybe(yearlyRate(0.5, 'Growth of wages after the last year given')),
  horizon: maybe(count(yearsWithLaw.first, yearsWithLaw.last, 'Last year looked at')),
  readings: maybe(
    z
      .partialRecord(z.enum(openReadings), ratio(-1e12, 1e12, 'The amount of the figure'))
      .register(words, { description: 'Readings of open law, by the name of the figure.' }),
  ),
})

/** The scenario file. */
export const scenarioFile = object('An Isoline scenario', {
  $schema: maybe(z.string().register(words, { description: 'Where this schema is, for editors.' })),
  isoline: z.literal(1).register(words, { description: 'Version of this format: 1.' }),
  household,
  incomes: byYear('Income by year, without a gap', incomeYear),
  company: maybe(company),
  grants: maybe(list('Option grants', grant)),
  lots: maybe(list('Shares already exercised', lot)),
  carryforwards: maybe(carryforwards),
  history: maybe(history),
  plan: maybe(list('What is planned', planEntry)),
  assumptions: maybe(assumptions),
})

/** A scenario file of the right shape. */
export type ScenarioFile = z.infer<typeof scenarioFile>

/** One year of `incomes` as written. */
export type IncomeYear = ScenarioFile['incomes'][string]

/** A part of a scenario in which whatever was at fault is left out. */
export type Draft<Whole> = Whole extends readonly (infer Element)[]
  ? readonly Draft<Element>[]
  : Whole extends object
    ? { readonly [Key in keyof Whole]?: Draft<Whole[Key]> | undefined }
    : Whole
