import type { PlanAnswer } from '@isoline/engine'
import { prove, stop } from '../../ask/search.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Press } from '../../parts/Press.tsx'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { count, money } from '../../words/money.ts'
import classes from './Strategies.module.css'
import type { StrategyRow } from './strategyRows.ts'
import type { Arc } from './useArc.ts'
import { gapWords, inWords } from './words.ts'

/** How far the best plan may be from the best there is, and the search for the proof. */
export function Gap({
  answer,
  arc: { search },
  rows,
}: {
  readonly answer: PlanAnswer
  readonly arc: Arc
  readonly rows: readonly StrategyRow[]
}) {
  const { present } = useDocument()
  const { head, rest } = gapWords(answer)
  const higher = rows.filter(({ verdict, against }) => verdict === 'short' && (against ?? 0) > 0).length
  const { flat } = answer
  const own = rows.some(({ key }) => key === 'own')
  return (
    <div className={classes.foot}>
      <p className={classes.note}>
        <b>{head}</b> {rest}
        {higher > 0 &&
          ` Of the strategies, ${inWords(higher)} ${higher === 1 ? 'scores' : 'score'} higher and cannot be paid for.`}
        {flat && ` Should the price stay as it is, another plan is best, worth ${money(flat.valueIfFlat)} then.`}
        {own && ' Your own plan stands beside it by its AMT, credit and cash: the search puts no value on it.'}
      </p>
      <div className={classes.tools}>
        {search.doing === 'proving' ? (
          <>
            <span role="status">
              {search.now
                ? `${count(search.now.nodes)} branches, gap ${money(Math.max(0, Math.ceil(search.now.bound - search.now.value)))}`
                : 'Looking for the proof'}
            </span>
            <Press small onClick={stop}>
              Stop
            </Press>
          </>
        ) : (
          answer.best.bound !== null &&
          !answer.best.proved && (
            <Press
              small
              disabled={search.doing !== null}
              onClick={() => prove({ file: present.file, asOf: present.asOf })}
            >
              Prove it
            </Press>
          )
        )}
      </div>
      {search.trouble && <TroubleNote trouble={search.trouble} />}
    </div>
  )
}
