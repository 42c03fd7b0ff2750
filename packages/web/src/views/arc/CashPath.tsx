import type { CashTest, ProjectAnswer } from '@isoline/engine'
import { Announce } from '../../parts/Announce.tsx'
import { Banner } from '../../parts/Banner.tsx'
import classes from '../../parts/CashTest.module.css'
import { cashWordsOf } from './words.ts'

/** Whether the cash lasts through a plan that also sells: by its own payments, and beside that by the test which counts no later sale. */
export function CashPath({
  project,
  test,
}: {
  readonly project: ProjectAnswer | undefined
  readonly test: CashTest | undefined
}) {
  if (!project) return <div className={classes.place} />
  const { tone, title, rest } = cashWordsOf(project, test?.lacks?.most ?? null)
  return (
    <div className={classes.place}>
      <Banner tone={tone} title={title}>
        {rest}
      </Banner>
      <Announce words={tone === 'bad' ? title : ''} urgent />
    </div>
  )
}
