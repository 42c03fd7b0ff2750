import { count, delta } from '../words/money.ts'
import classes from './Delta.module.css'

const words = {
  money: delta,
  shares: (amount: number): string => (amount > 0 ? `+${count(amount)}` : count(amount)),
  cents: (amount: number): string => `${amount > 0 ? '+' : '−'}$${Math.abs(amount).toFixed(2)}`,
}

/** How far a number is from the pinned case; nothing where nothing is pinned, or it is the same. */
export function Delta({
  now,
  before,
  as = 'money',
}: {
  readonly now: number | null | undefined
  readonly before: number | null | undefined
  readonly as?: keyof typeof words
}) {
  if (now === null || now === undefined || before === null || before === undefined) return null
  if (Math.abs(now - before) < 0.005) return null
  return (
    <small className={classes.delta}>
      {words[as](now - before)}
      <span className="sr"> against the pinned case</span>
    </small>
  )
}
