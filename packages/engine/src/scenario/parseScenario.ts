/** From a value read out of a file to a case: shape, then sense, then defaults. */
import type { Case } from '../case.ts'
import { InputError } from '../errors.ts'
import { buildAssumptions, buildCarryforwards, buildHistory } from './buildEarlier.ts'
import { buildCompany, buildLot } from './buildEquity.ts'
import { buildGrant } from './buildGrant.ts'
import { buildHousehold } from './buildHousehold.ts'
import { buildIncomes } from './buildIncomes.ts'
import { buildAction } from './buildPlan.ts'
import { checkEarlier } from './checkEarlier.ts'
import { checkEquity } from './checkEquity.ts'
import { checkHoldings } from './checkHoldings.ts'
import { checkHousehold } from './checkHousehold.ts'
import { checkIncomes } from './checkIncomes.ts'
import { checkPlan } from './checkPlan.ts'
import { checkValues } from './checkValues.ts'
import { Defaults } from './defaults.ts'
import { Problems } from './problems.ts'
import { readShape } from './readShape.ts'
import type { ScenarioFile } from './schema.ts'

/**
 * A scenario file, read from YAML or JSON, as a case. Money is dollars, rates are fractions, dates are text. Every
 * default taken is in `assumed` with its path; the same value gives the same case.
 * @throws InputError with every problem found, each with its path, a code of `problemCodes`, and what to do.
 */
export function parseScenario(value: unknown): Case {
  const problems = new Problems()
  const { file, draft } = readShape(value, problems)
  const years = checkIncomes(draft.incomes, problems)
  checkHousehold(draft, years, problems)
  checkEquity(draft, problems)
  checkPlan(draft, problems)
  checkHoldings(draft, problems)
  checkValues(draft, problems)
  checkEarlier(draft, years, problems)
  if (!file || problems.found.length > 0) throw new InputError(problems.found)
  return buildCase(file, years)
}

function buildCase(file: ScenarioFile, years: readonly number[]): Case {
  const defaults = new Defaults()
  const [first, last] = [years.at(0) ?? 0, years.at(-1) ?? 0]
  const kinds = new Map(file.grants?.map(({ id, kind }) => [id, kind]))
  const listed = file.company?.listed === true
  const household = buildHousehold(file, years, defaults)
  return {
    household,
    incomes: buildIncomes(file.incomes, household, defaults),
    company: buildCompany(file.company, defaults),
    grants: (file.grants ?? []).map((grant, i) => buildGrant(grant, `grants[${i}]`, defaults)),
    lots: (file.lots ?? []).map((lot, i) => buildLot(lot, kinds.get(lot.grant), `lots[${i}]`, defaults)),
    carryforwards: buildCarryforwards(file.carryforwards, Object.keys(file.history ?? {}).length > 1, defaults),
    history: buildHistory(file.history, first, defaults),
    plan: (file.plan ?? []).map((entry, i) => buildAction(entry, listed, `plan[${i}]`, defaults)),
    assumptions: buildAssumptions(file.assumptions, last, defaults),
    assumed: defaults.assumed,
  }
}
