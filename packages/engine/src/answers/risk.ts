/** Should one hold at all: the cash first, then how much is at stake, what holding may bring, what may go wrong, and what may still be undone. */
import type { Assumed, Case } from '../case.ts'
import { type CashTest, cashTest } from './cashTest.ts'
import type { Asked } from './common.ts'
import { type Concentration, concentration } from './concentration.ts'
import { type HoldOrSell, holdOrSell } from './holdOrSell.ts'
import type { MissingFact } from './missingFact.ts'
import { type EscapeQuestion, type RiskEscape, riskEscape } from './riskEscape.ts'
import { type PreIpoAnswer, riskPreIpo } from './riskPreIpo.ts'
import { riskStress, type StressAnswer } from './riskStress.ts'
import type { RiskQuestion } from './riskTerms.ts'

export interface RiskAnswer extends HoldOrSell {
  readonly cashTest: CashTest
  readonly concentration: Concentration
  readonly stress: StressAnswer
  readonly escape: RiskEscape
  /** Null for a company that is listed, and where no options are left. */
  readonly preIpo: PreIpoAnswer | null
}

/**
 * @param blocks what `riskStudy` gave for its first blocks, in their order; left out, they are figured here
 * @throws InputError where nothing has a value or the plan cannot be followed; NotModelled for what the law applies to and is not figured.
 */
export function riskAnswer(
  of: Case,
  asked: Asked,
  question: RiskQuestion,
  blocks?: readonly Float64Array[],
): RiskAnswer {
  const test = cashTest(of, asked)
  const { asOf, missing, assumed, ...study } = holdOrSell(of, asked, question, blocks)
  const own = { ...asked, asOf }
  const stake = concentration(of, asked, test)
  const [hatch, preIpo] = [riskEscape(of, own, escapeQuestion(question)), riskPreIpo(of, own)]
  const grounds: readonly Grounding[] = [test, stake, { missing, assumed }, hatch, preIpo ?? {}]
  return {
    ...{ asOf, cashTest: test, concentration: stake, ...study, stress: riskStress(of, own), escape: hatch, preIpo },
    missing: distinct(
      grounds,
      (each) => each.missing,
      ({ path }) => path,
    ),
    assumed: distinct(
      grounds,
      (each) => each.assumed,
      ({ path }) => path,
    ),
  }
}

/** The same view of the price, and the same aversions beside indifference. */
const escapeQuestion = ({ growth, volatility, failure, aversions }: RiskQuestion): EscapeQuestion => ({
  ...(growth !== undefined && { growth }),
  ...(volatility !== undefined && { volatility }),
  ...(failure !== undefined && { failure }),
  ...(aversions !== undefined && { aversions: [0, ...aversions.filter((each) => each !== 0)] }),
})

/** What a part may rest on by itself. Notices stay with their part. */
interface Grounding {
  readonly missing?: readonly MissingFact[]
  readonly assumed?: readonly Assumed[]
}

/** The first of each, as parts rest on much the same. */
function distinct<T>(
  all: readonly Grounding[],
  list: (of: Grounding) => readonly T[] | undefined,
  by: (each: T) => string,
): T[] {
  const found = new Map<string, T>()
  for (const each of all.flatMap((of) => list(of) ?? [])) if (!found.has(by(each))) found.set(by(each), each)
  return [...found.values()]
}
