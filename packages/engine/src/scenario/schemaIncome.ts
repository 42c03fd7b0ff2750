/** One year's income, deductions and credits apart from these shares. */
import * as z from 'zod/mini'
import { statedForm6251Lines } from '../case.ts'
import { amount, byState, count, date, list, maybe, object, oneOf, signedAmount, words } from './schemaParts.ts'

const itemized = object('Itemized deductions; without them the standard deduction is the only one', {
  stateAndLocalTaxes: maybe(
    z
      .union([
        amount('State and local income taxes paid'),
        z.literal('auto').register(words, { description: 'The state tax as figured.' }),
      ])
      .register(words, {
        description: 'State and local income taxes paid, in dollars; auto: the state tax as figured.',
      }),
  ),
  realEstateTaxes: maybe(amount('Real estate taxes paid')),
  mortgageInterest: maybe(amount('Deductible home mortgage interest')),
  charityCash: maybe(amount('Cash given to public charities')),
  charityStock: maybe(amount('Value of appreciated stock, held for more than a year, given to public charities')),
  charityOrdinary: maybe(amount('Other property given to public charities')),
  charityPrivate: maybe(amount('Cash and other property given to private foundations')),
  charityPrivateStock: maybe(amount('Value of appreciated stock given to private foundations')),
})

/** The usual nonrefundable credits that Isoline needs only as a sum; each adds to `other`. */
export const otherCreditNames = [
  ...(['other', 'childAndDependentCare', 'education', 'retirementSavings', 'residentialEnergy'] as const),
] as const

const creditsShape = {
  childTaxCredit: maybe(amount('Child tax credit and credit for other dependents, the nonrefundable part')),
  foreignTaxCredit: maybe(amount('Foreign tax credit')),
  amtForeignTaxCredit: maybe(amount('Foreign tax credit of the alternative minimum tax')),
  other: maybe(amount('Other nonrefundable credits that come before the minimum tax credit')),
  childAndDependentCare: maybe(amount('Credit for child and dependent care; adds to other')),
  education: maybe(amount('Nonrefundable education credits; adds to other')),
  retirementSavings: maybe(amount('Credit for retirement savings contributions; adds to other')),
  residentialEnergy: maybe(amount('Residential energy credits; adds to other')),
}

/** Every credit by name. */
export const creditNames = Object.keys(creditsShape) as readonly (keyof typeof creditsShape)[]

/** What to call an amount that is not a whole line of Form 6251. */
const otherThanLine: { readonly [name: string]: string } = {
  line2kForm4797: 'Form 6251 line 2k, the part from Form 4797',
  line2kCasualty: 'Form 6251 line 2k, the part from casualties of business property',
  minimumTaxCreditNol: 'Form 8801 line 3 of the following year, zero or negative',
}

const form6251 = object(
  'Lines of Form 6251 that Isoline does not figure, as printed on the form',
  Object.fromEntries(
    statedForm6251Lines.map((line) => [
      line,
      maybe(signedAmount(otherThanLine[line] ?? `Form 6251 line ${line.slice(4)}`)),
    ]),
  ) as { [Line in (typeof statedForm6251Lines)[number]]: z.ZodMiniOptional<ReturnType<typeof signedAmount>> },
)

const withheld = z
  .union([
    amount('Federal income tax withheld'),
    object('Income tax withheld', {
      federal: maybe(amount('Federal income tax withheld')),
      state: maybe(byState('State income tax withheld', amount('Withheld for the state'))),
    }),
  ])
  .register(words, { description: 'Federal income tax withheld, in dollars; or { federal, state: { CA: … } }.' })

/** One year of `incomes`. `wages` or `like` is needed; what is left out is zero, or as in the year `like` names. */
export const incomeYear = object('Income, deductions and credits of one year, apart from these shares', {
  like: maybe(count(1900, 2200, 'Another year of incomes from which every fact not named here is taken')),
  wages: maybe(amount('Wages, Form W-2 box 5, without income from the sale of these shares')),
  interest: maybe(amount('Taxable interest')),
  ordinaryDividends: maybe(amount('Ordinary dividends, Form 1040 line 3b')),
  qualifiedDividends: maybe(amount('Qualified dividends, Form 1040 line 3a, a part of the ordinary ones')),
  shortTermGain: maybe(signedAmount('Net short-term capital gain, these shares aside')),
  longTermGain: maybe(signedAmount('Net long-term capital gain, these shares aside')),
  collectiblesGain: maybe(signedAmount('Part of longTermGain that is collectibles gain')),
  unrecaptured1250Gain: maybe(amount('Part of longTermGain that is unrecaptured section 1250 gain')),
  otherIncome: maybe(amount('Other income')),
  otherAmtAdjustment: maybe(signedAmount('Form 6251 adjustments not modelled that are a matter of timing')),
  otherAmtExclusion: maybe(signedAmount('Form 6251 adjustments not modelled that never come back as credit')),
  form6251: maybe(form6251),
  itemized: maybe(itemized),
  credits: maybe(object('Nonrefundable credits already worked out', creditsShape)),
  deductionChoice: maybe(
    oneOf(['lowestTax', 'larger', 'standard', 'itemized'], 'Which deduction to take; lowestTax unless said'),
  ),
  withheld: maybe(withheld),
  state: maybe(byState('State income tax withheld, as under withheld', amount('Withheld for the state'))),
  estimatedPaid: maybe(
    list(
      'Federal estimated tax payments',
      object('An estimated tax payment', { on: date('Day of the payment'), amount: amount('Amount paid') }),
    ),
  ),
})
