import type { Problem, SellAnswer } from '@isoline/engine'
import { Field, SelectField } from '../../parts/Field.tsx'
import { amountIn } from '../../words/typed.ts'
import classes from './Fork.module.css'

/** What is to be sold; a price or number that is not given is the value of the day, and all of the lot. */
export interface Terms {
  readonly lot: string
  readonly on: string
  readonly price?: number
  readonly shares?: number
}

/** The lot, the day, the price and how many: each changed where it stands, with its error below it. */
export function SaleTerms({
  lots,
  terms,
  sell,
  wrong,
  change,
}: {
  readonly lots: readonly string[]
  readonly terms: Terms
  readonly sell: SellAnswer | undefined
  readonly wrong: readonly Problem[]
  readonly change: (terms: Terms) => void
}) {
  const at = (path: string) => wrong.find((each) => each.path === path)?.message.replace(/^is /, 'This is ')
  // Fields that nobody has filled show what was answered, anew for each lot.
  const answered = sell?.sells[0]?.lot
  const { price, shares, ...rest } = terms
  return (
    <div className={classes.terms}>
      <SelectField
        label="Lot"
        wrong={at('--lot')}
        value={terms.lot}
        onChange={({ currentTarget }) => change({ lot: currentTarget.value, on: terms.on })}
      >
        {lots.map((lot) => (
          <option key={lot}>{lot}</option>
        ))}
      </SelectField>
      <Field
        label="Day of the sale"
        type="date"
        wrong={at('--on')}
        defaultValue={terms.on}
        onChange={({ currentTarget }) =>
          /^[12]\d{3}-\d\d-\d\d$/.test(currentTarget.value) && change({ ...terms, on: currentTarget.value })
        }
      />
      <Field
        key={`price ${answered}`}
        label="Price of a share"
        inputMode="decimal"
        wrong={at('--price')}
        defaultValue={price ?? sell?.price}
        onChange={({ currentTarget }) => {
          const amount = amountIn(currentTarget.value)
          change({ ...rest, ...(shares !== undefined && { shares }), ...(amount !== null && { price: amount }) })
        }}
      />
      <Field
        key={`shares ${answered}`}
        label="Shares"
        inputMode="numeric"
        wrong={at('--shares')}
        defaultValue={shares ?? sell?.shares}
        onChange={({ currentTarget }) => {
          const amount = amountIn(currentTarget.value)
          change({
            ...rest,
            ...(price !== undefined && { price }),
            ...(amount !== null && amount > 0 && { shares: Math.floor(amount) }),
          })
        }}
      />
    </div>
  )
}
