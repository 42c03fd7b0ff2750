/** Pennsylvania a second time, the spread not taxed at exercise: 72 P.S. §7302, 7303. Losses of a class stay in it and its year. */
import { nets, type Taxpayer } from './taxpayer.ts'

export function pennsylvania({ agi, facts, section1202 }: Taxpayer): Record<string, number> {
  const ofYear = nets({ ...facts.gains, shortCarryover: 0, longCarryover: 0 })
  const classes = [
    facts.wages + facts.optionWages + facts.compensation + facts.compensationUnreported,
    facts.interest,
    facts.ordinaryDividends,
    ofYear.short + ofYear.long + section1202,
    facts.otherIncome,
  ]
  const taxableIncome = classes.filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0)
  return { agi, taxableIncome, tax: taxableIncome * 0.0307 }
}
