/** What the reader of a risk answer should know: what was set aside, what is taken for a sale, what the futures are. */
import type { Case } from '../case.ts'
import type { Notice } from '../explain/notices.ts'
import type { Study } from '../risk/study.ts'
import type { RiskTerms } from './riskTerms.ts'

const law = (message: string): Notice => ({ code: 'law', message })

/** @param blocks how many blocks of futures there are: fewer than the study has where it was stopped */
export function riskNotices(
  of: Case,
  { study: terms, prices, movedTo }: RiskTerms,
  study: Study | null,
  blocks: number,
): Notice[] {
  const { from } = terms
  const notices: Notice[] = []
  if (movedTo) notices.push(law(`Counted from ${movedTo}: no value of a share is stated before.`))
  if (!study) return notices
  if (blocks < study.blocks)
    notices.push(
      law(
        `Stopped early: ${blocks * study.perBlock} of ${study.blocks * study.perBlock} futures were figured. They stand for all, less closely.`,
      ),
    )
  const later = of.company.prices.filter(({ on }) => on > from).length
  const stated = of.plan.filter((action) => 'price' in action && action.price !== null && action.on > from).length
  if (later > 0 || stated > 0)
    notices.push(
      law(
        `Values and prices that the file states for days after ${from} are set aside: ${prices?.kind === 'outcomes' ? 'the outcomes decide' : 'they are what is drawn'}.`,
      ),
    )
  if (study.courses[0]?.held.some(({ exit }) => exit === 'end'))
    notices.push(
      law(
        `Nobody is known to buy some of these shares: they are taken at their value on the last weekday of ${terms.through}, as if sold. That is a hope, not a market.`,
      ),
    )
  if (of.plan.some((action) => action.kind === 'exercise' && action.on > from))
    notices.push(
      law(
        'Exercises still to come are made only in futures in which a share is then worth more than its strike. What an option not exercised is worth later is not counted.',
      ),
    )
  if (prices?.kind === 'view')
    notices.push(
      law(
        'Growth is that of the mean over all futures; the middle one grows less, the more so the more the price swings. The view is yours: no one knows the price.',
      ),
    )
  for (const message of study.notices) notices.push({ code: 'notModelled', message })
  return notices
}
