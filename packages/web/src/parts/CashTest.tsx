import type { CashTest as Test } from '@isoline/engine'
import { memo } from 'react'
import { withPayable } from '../document/plan.ts'
import { edit } from '../document/store.ts'
import { yearOf } from '../words/days.ts'
import { shares } from '../words/money.ts'
import { Announce } from './Announce.tsx'
import { Banner } from './Banner.tsx'
import classes from './CashTest.module.css'
import { bodyWords, titleWords } from './cashTestWords.ts'
import { Press } from './Press.tsx'

const tones = { passes: 'good', fails: 'bad', unknown: 'warn', nothingDue: 'good' } as const

/** Whether strike and tax can be paid from money that is not these shares: directly under the answer, with one thing to do where they cannot. */
export const CashTest = memo(function CashTest({ test }: { readonly test: Test | undefined }) {
  // Its place is kept, so that nothing moves when it comes
  if (!test) return <div className={classes.place} />
  const title = titleWords(test)
  const fails = test.verdict === 'fails'
  return (
    <div className={classes.place}>
      <Banner tone={tones[test.verdict]} title={title} action={fails && <SetToPayable test={test} />}>
        {bodyWords(test)}
      </Banner>
      <Announce words={fails ? title : ''} urgent />
      <Announce words={fails ? '' : title} />
    </div>
  )
})

/** Cuts the exercises down to what the cash pays for. */
function SetToPayable({ test: { payable, year } }: { readonly test: Test }) {
  const cut = payable?.filter((each) => each.shares < each.planned) ?? []
  const [only] = cut
  if (!payable || !only) return null
  const later = yearOf(only.on) !== year
  return (
    <Press small onClick={() => edit('payable', (file) => withPayable(file, payable))}>
      {cut.length > 1
        ? 'Set to what can be paid'
        : `Set${later ? ` ${yearOf(only.on)}` : ''} to ${shares(only.shares)}`}
    </Press>
  )
}
