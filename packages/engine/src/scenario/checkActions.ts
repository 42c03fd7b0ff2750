/** What must hold within an entry of the plan whose kind is clear. */
import { recipients } from '../equity/action.ts'
import { nearest } from '../nearest.ts'
import type { DraftEntry } from './planEntry.ts'
import type { Problems } from './problems.ts'
import { notOneOfMessage } from './shown.ts'

/** Notes what an exercise lacks, and what does not go together in it. */
export function checkExercise(entry: DraftEntry, path: string, problems: Problems): void {
  const { on, grant, payWith, section16bUntil } = entry
  if (grant === undefined) problems.add(`${path}.grant`, 'missing', 'is missing. Name the grant that is exercised.')
  const ways = (['hold', 'sellToCover', 'sameDaySale'] as const).filter((way) => entry[way])
  if (ways.length > 1) problems.add(path, 'conflict', `says ${ways.join(' and ')} at once. Give one of them.`)
  const sale = ways.find((way) => way !== 'hold')
  const add = (key: string, message: string) => problems.add(`${path}.${key}`, 'conflict', message)
  if (payWith !== undefined && sale)
    add('payWith', `pays the strike with shares, and ${sale} with the proceeds of a sale. Remove one of them.`)
  const unsure = problems.touch(`${path}.sellToCover`) || problems.touch(`${path}.sameDaySale`)
  for (const key of ['price', 'fees'] as const)
    if (entry[key] !== undefined && !sale && !unsure)
      add(key, 'is of a sale, and this exercise sells nothing. Remove it, or add sellToCover or sameDaySale: true.')
  if (on !== undefined && typeof section16bUntil === 'string' && section16bUntil < on)
    add('section16bUntil', `is ${section16bUntil}, before the exercise of ${on}. Correct one of them, or remove it.`)
}

/** Notes a gift of nothing, and one to nobody known. */
export function checkGift({ give, to }: DraftEntry, path: string, problems: Problems): void {
  if (!give || problems.touch(`${path}.give`)) return
  if (!give.cash && give.shares === undefined)
    problems.add(`${path}.give`, 'missing', 'gives nothing. Give cash: an amount, or shares: a number.')
  if (give.lot !== undefined && give.shares === undefined)
    problems.add(`${path}.give.shares`, 'missing', 'is missing. Say how many shares of the lot are given.')
  if (to === undefined || isRecipient(to)) return
  // Cash once went to a public charity by any name
  if (give.shares !== undefined || nearest(to, recipients) !== undefined)
    problems.add(`${path}.to`, 'notOneOf', notOneOfMessage(to, recipients))
}

const isRecipient = (to: string): boolean => recipients.some((each) => each === to)

/** Notes a forfeiture from no lot. */
export function checkForfeit({ lot }: DraftEntry, path: string, problems: Problems): void {
  if (lot === undefined)
    problems.add(`${path}.lot`, 'missing', 'is missing. Name the lot whose shares go back to the company.')
}
