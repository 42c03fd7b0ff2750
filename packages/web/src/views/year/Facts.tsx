import type { EstimateAnswer } from '@isoline/engine'
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { Chip } from '../../parts/Chip.tsx'
import classes from './Facts.module.css'
import type { YearModel } from './useYear.ts'

/** What the answer rests on, as chips; each opens the list of it. */
export function Facts({ model, open }: { readonly model: YearModel; readonly open: () => void }) {
  const { answers, year } = model
  const { estimate, cashTest } = answers
  // The chips are as high as a finger needs, and their place is kept
  if (!estimate) return <span className={classes.place} />
  const missing = cashTest?.missing.length ?? 0
  return (
    <>
      {missing > 0 && (
        <Chip tone="missing" icon={<IconHelpCircle stroke={1.6} />} onClick={open}>
          {missing === 1 ? '1 fact missing' : `${missing} facts missing`}
        </Chip>
      )}
      {estimate.assumed.length > 0 && <Chip onClick={open}>{estimate.assumed.length} assumed</Chip>}
      <Law notices={estimate.notices} year={year} open={open} />
    </>
  )
}

function Law({
  notices,
  year,
  open,
}: {
  readonly notices: EstimateAnswer['notices']
  readonly year: number
  readonly open: () => void
}) {
  const has = (code: string): boolean => notices.some((each) => each.code === code)
  const warn = <IconAlertTriangle stroke={1.6} />
  if (has('notModelled'))
    return (
      <Chip tone="warn" icon={warn} onClick={open}>
        Not all modelled
      </Chip>
    )
  if (has('projected') || has('unconfirmed'))
    return (
      <Chip tone="warn" icon={warn} onClick={open}>
        {year} law {has('projected') ? 'projected' : 'unconfirmed'}
      </Chip>
    )
  return (
    <Chip tone="good" icon={<IconCircleCheck stroke={1.6} />}>
      {year} law confirmed
    </Chip>
  )
}
