/** The years of income of a case, `like` resolved. */
import { type Credits, type Household, type Income, type Itemized, statedForm6251Lines } from '../case.ts'
import { statesWithoutIncomeTax } from '../forms/states/withoutTax.ts'
import { statesIn } from '../residence.ts'
import { Defaults } from './defaults.ts'
import { type IncomeKey, type LikeYear, likeYears } from './like.ts'
import type { IncomeYear, ScenarioFile } from './schema.ts'
import { otherCreditNames } from './schemaIncome.ts'

const amounts = [
  ...(['wages', 'interest', 'ordinaryDividends', 'qualifiedDividends', 'shortTermGain', 'longTermGain'] as const),
  ...(['collectiblesGain', 'unrecaptured1250Gain', 'otherIncome', 'otherAmtAdjustment', 'otherAmtExclusion'] as const),
] as const

/** The years ascending, with what was copied and what was taken as zero noted. */
export const buildIncomes = (incomes: ScenarioFile['incomes'], household: Household, defaults: Defaults): Income[] =>
  likeYears<IncomeYear>(incomes).map((year) => buildYear(year, household, defaults))

function buildYear(
  { year, facts, copied, like }: LikeYear<IncomeYear>,
  household: Household,
  defaults: Defaults,
): Income {
  const path = `incomes.${year}`
  for (const key of copied) defaults.note(`${path}.${key}`, inShort(facts[key]), `as in ${like}`)
  // What is left out inside an object taken whole from another year is noted there
  const inside = (key: IncomeKey): Defaults => (copied.includes(key) ? new Defaults() : defaults)
  const { withheld, state } = withheldOf(facts)
  return {
    year,
    ...defaults.zeros(path, facts, amounts),
    form6251: form6251Of(facts.form6251, `${path}.form6251`, inside('form6251')),
    itemized: itemizedOf(facts.itemized, `${path}.itemized`, inside('itemized')),
    credits: creditsOf(facts.credits, `${path}.credits`, inside('credits')),
    deductionChoice: defaults.take(`${path}.deductionChoice`, facts.deductionChoice, 'lowestTax'),
    withheld: defaults.take(`${path}.withheld`, withheld, 0),
    stateWithheld: stateWithheldOf(state, statesIn({ household }, year), path, defaults),
    estimatedPaid: facts.estimatedPaid ?? noted([], defaults, `${path}.estimatedPaid`, '0', 'not given'),
  }
}

/** What is withheld for each state; of a state lived in that has no amount, none, which is noted. */
function stateWithheldOf(
  state: Income['stateWithheld'] | undefined,
  livedIn: readonly string[],
  path: string,
  defaults: Defaults,
): Income['stateWithheld'] {
  if (!state) return noted({}, defaults, `${path}.state`, '0', 'no state tax withheld is given')
  const missing = livedIn.filter((each) => !(Object.hasOwn(state, each) || statesWithoutIncomeTax.includes(each)))
  for (const each of missing) defaults.note(`${path}.state.${each}`, '0', 'no tax withheld for it is given')
  return state
}

function noted<Value>(value: Value, defaults: Defaults, path: string, shown: string, message: string): Value {
  defaults.note(path, shown, message)
  return value
}

const inShort = (fact: unknown): string => (typeof fact === 'object' ? JSON.stringify(fact) : String(fact))

function withheldOf({ withheld, state }: IncomeYear) {
  if (typeof withheld === 'number' || withheld === undefined) return { withheld, state: given(state) }
  return { withheld: withheld.federal, state: given(state ?? withheld.state) }
}

/** Amounts by state without the keys that hold none. */
function given(state: IncomeYear['state']): { readonly [state: string]: number } | undefined {
  return (
    state &&
    Object.fromEntries(Object.entries(state).filter((entry): entry is [string, number] => entry[1] !== undefined))
  )
}

function form6251Of(lines: IncomeYear['form6251'], path: string, defaults: Defaults): Income['form6251'] {
  const stated = Object.fromEntries(statedForm6251Lines.map((line) => [line, lines?.[line] ?? 0]))
  if (statedForm6251Lines.some((line) => lines?.[line] === undefined))
    defaults.note(path, '0', lines ? 'every other line that is not figured' : 'no line that is not figured is given')
  return stated as Income['form6251']
}

function itemizedOf(itemized: IncomeYear['itemized'], path: string, defaults: Defaults): Itemized | null {
  if (!itemized) return noted(null, defaults, path, 'none', 'not given: the standard deduction is the only one')
  const { stateAndLocalTaxes } = itemized
  return {
    stateAndLocalTaxes: defaults.take(`${path}.stateAndLocalTaxes`, stateAndLocalTaxes, 0),
    ...defaults.zeros(path, itemized, deductions),
  }
}

const deductions = [
  ...(['realEstateTaxes', 'mortgageInterest', 'charityCash', 'charityStock'] as const),
  ...(['charityOrdinary', 'charityPrivate', 'charityPrivateStock'] as const),
] as const

function creditsOf(credits: IncomeYear['credits'], path: string, defaults: Defaults): Credits {
  const none = { childTaxCredit: 0, foreignTaxCredit: 0, amtForeignTaxCredit: null, other: 0 }
  if (!credits) return noted(none, defaults, path, '0', 'no credits are given')
  const others = otherCreditNames.map((name) => credits[name]).filter((credit) => credit !== undefined)
  const { foreignTaxCredit = 0, amtForeignTaxCredit } = credits
  if (foreignTaxCredit > 0 && amtForeignTaxCredit === undefined)
    defaults.note(
      `${path}.amtForeignTaxCredit`,
      String(foreignTaxCredit),
      'the same as foreignTaxCredit, where the law lets that stand',
    )
  return {
    ...defaults.zeros(path, credits, ['childTaxCredit', 'foreignTaxCredit']),
    amtForeignTaxCredit: amtForeignTaxCredit ?? null,
    other: others.length > 0 ? sum(others) : defaults.take<number, 0>(`${path}.other`, undefined, 0),
  }
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
