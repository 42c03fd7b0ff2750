import { type Facts, noFacts, noGains } from '../src/forms/facts.ts'
import type { FlatCase } from './statute/federalYear.ts'

/** The facts of a flat case of the vectors, put together apart from the parser of rows. */
export function factsOf(x: FlatCase): Facts {
  const facts = noFacts()
  const {
    foreignTaxCredit = 0,
    amtForeignTaxCredit = foreignTaxCredit,
    childTaxCredit = 0,
    ...others
  } = x.credits ?? {}
  const seniors = Number(x.age >= 65) + Number(x.status === 'mfj' && (x.spouseAge ?? 0) >= 65)
  const gains = {
    ...noGains,
    ...{ short: x.shortTermGain, long: x.longTermGain },
    ...{ collectibles: x.collectiblesGain ?? 0, unrecaptured1250: x.unrecaptured1250Gain ?? 0 },
    ...{ shortCarryover: x.capitalLoss?.short ?? 0, longCarryover: x.capitalLoss?.long ?? 0 },
  }
  Object.assign(facts, {
    ...{ wages: x.wages, interest: x.interest, isoSpread: x.isoSpread, otherAmtAdjustment: x.otherAmtAdjustment },
    ...{ ordinaryDividends: x.ordinaryDividends, qualifiedDividends: x.qualifiedDividends },
    ...{ seniors, agedOrBlindBoxes: seniors, gains },
    amtGains: {
      ...{ ...gains, long: gains.long + (x.amtGainDifference ?? 0) },
      ...{ shortCarryover: x.amtCapitalLoss?.short ?? 0, longCarryover: x.amtCapitalLoss?.long ?? 0 },
    },
    ...{ hasItemized: x.itemized !== undefined, deductionChoice: x.deductionChoice ?? 'lowestTax', ...x.itemized },
    ...{ foreignTaxCredit, amtForeignTaxCredit, childTaxCredit },
    otherCredits: Object.values(others).reduce((sum, credit) => sum + credit, 0),
    minimumTaxCredit: x.minimumTaxCreditCarriedIn ?? 0,
  })
  return facts
}
