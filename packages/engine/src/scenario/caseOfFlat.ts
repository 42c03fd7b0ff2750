/** A flat case as a case of one year, so that every question can be asked of it. */
import { type Case, type Income, statedForm6251Lines } from '../case.ts'
import type { Rounding } from '../law/federal/law.ts'
import { federalTable } from '../law/federal/tables.ts'
import type { FlatCase } from './flatCase.ts'

/**
 * One year given as facts outright: no grants, lots, prices or plan. The spread stands in the facts, so room and curve are
 * in dollars only. `rounding` holds for a row that names none.
 */
export function caseOfFlat(flat: FlatCase, rounding: Rounding = 'exact'): Case {
  const { year, status, readings, facts } = flat
  const choice = { table: federalTable(year), status, rounding: flat.rounding ?? rounding, readings }
  return {
    household: {
      statuses: [{ from: year, status }],
      people: [],
      dependents: flat.dependents,
      residence: flat.state === null ? [] : [{ from: `${year}-01-01`, state: flat.state }],
      cash: null,
      netWorth: null,
    },
    incomes: [incomeOutline(flat)],
    company: { name: '', listed: false, prices: [], splits: [] },
    grants: [],
    lots: [],
    carryforwards: {
      minimumTaxCredit: 0,
      vehicleCreditUnallowed: 0,
      capitalLoss: { short: 0, long: 0 },
      amtCapitalLoss: { short: 0, long: 0 },
      charity: [],
    },
    history: [],
    plan: [],
    assumptions: { indexing: 0.025, discountRate: 0, wageGrowth: 0.03, horizon: year, readings },
    given: { facts, choice },
    assumed: [],
  }
}

/** What is said of the year's income beside the facts: nothing is withheld or paid. */
function incomeOutline({ year, facts }: FlatCase): Income {
  return {
    year,
    wages: facts.wages,
    interest: facts.interest,
    ordinaryDividends: facts.ordinaryDividends,
    qualifiedDividends: facts.qualifiedDividends,
    shortTermGain: facts.gains.short,
    longTermGain: facts.gains.long,
    collectiblesGain: facts.gains.collectibles,
    unrecaptured1250Gain: facts.gains.unrecaptured1250,
    otherIncome: facts.otherIncome,
    otherAmtAdjustment: facts.otherAmtAdjustment,
    otherAmtExclusion: facts.otherAmtExclusion,
    form6251: Object.fromEntries(statedForm6251Lines.map((line) => [line, facts[line]])) as Income['form6251'],
    itemized: null,
    credits: {
      childTaxCredit: facts.childTaxCredit,
      foreignTaxCredit: facts.foreignTaxCredit,
      amtForeignTaxCredit: facts.amtForeignTaxCredit,
      other: facts.otherCredits,
    },
    deductionChoice: facts.deductionChoice,
    withheld: 0,
    stateWithheld: {},
    estimatedPaid: [],
  }
}
