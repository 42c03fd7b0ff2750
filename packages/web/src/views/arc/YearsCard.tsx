import type { ScenarioFile } from '@isoline/engine'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useWidth } from '../../charts/useWidth.ts'
import type { Present } from '../../document/document.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Announce } from '../../parts/Announce.tsx'
import { Card } from '../../parts/Card.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { Press } from '../../parts/Press.tsx'
import { yearOf } from '../../words/days.ts'
import { ActEditor } from './ActEditor.tsx'
import { ActionLane } from './ActionLane.tsx'
import { AddAction } from './AddAction.tsx'
import { actsOf } from './acts.ts'
import { actSentence } from './actWords.ts'
import { CreditLane } from './CreditLane.tsx'
import editor from './Editor.module.css'
import { creditStep, measures as measuresFor, taxStack } from './geometry.ts'
import { Legend } from './Legend.tsx'
import { PlanTrouble } from './PlanTrouble.tsx'
import { priceOn } from './pricePath.ts'
import { TaxLane } from './TaxLane.tsx'
import type { Arc } from './useArc.ts'
import { yearsReading } from './words.ts'
import classes from './Years.module.css'
import { YearTable } from './YearTable.tsx'

/** A plan year by year: what it does, and what follows in tax, credit and cash, all in the same columns. */
export function YearsCard({ arc: { shown, without, pinned, hand, search } }: { readonly arc: Arc }) {
  const { present } = useDocument()
  const [adding, add] = useState(false)
  const [ref, width] = useWidth<HTMLElement>()
  const { project } = shown
  const best = hand.shown === 'best'
  const years = project?.years.map(({ year }) => year) ?? []
  const measures = measuresFor(width, years.length)
  const plan = (best ? shown.file.plan : (hand.held?.file ?? present.file).plan) ?? []
  const acts = actsOf(plan, present.asOf, hand.held?.lines)
  const taken = hand.held && acts.find(({ lines }) => lines.includes(hand.held?.lines[0] ?? -1))
  const wrong = shown.trouble && <PlanTrouble trouble={shown.trouble} acts={acts} standing={project !== undefined} />
  const reading = project ? yearsReading(project, yearOf(present.asOf)) : ''
  return (
    <Card
      title={
        best
          ? `${search.answer?.best.proved ? 'The proved best' : 'The best plan'}, year by year`
          : 'Your plan, year by year'
      }
      note="drag an action to move it"
      tools={
        <div className={classes.head}>
          {search.answer && (
            <Choice
              label="Plan shown"
              value={hand.shown}
              options={[
                { value: 'best', words: 'Best' },
                { value: 'own', words: 'Yours' },
              ]}
              onChange={hand.show}
            />
          )}
          <Press small disabled={!best} onClick={hand.adopt}>
            Use this plan
          </Press>
        </div>
      }
    >
      <Legend />
      <p className="sr" id="arc-hint">
        Enter takes it up, arrows move it to another year, plus and minus resize it by 100, Shift with up and down by 1,
        Delete takes it out, Escape leaves it as it was.
      </p>
      {taken ? (
        <ActEditor act={taken} years={years} hand={hand} wrong={wrong} />
      ) : adding ? (
        <AddAction lots={project?.lots ?? []} hand={hand} close={() => add(false)} />
      ) : (
        <div className={editor.row}>
          {wrong ?? (
            <p className={editor.what}>
              {best
                ? 'Whatever you move here becomes your own plan; undo brings back the one you had.'
                : 'Choose an action to change it. Arrow keys move it, plus and minus resize it by 100, Shift with up and down by 1.'}
            </p>
          )}
          <Press small onClick={() => add(true)}>
            <IconPlus size={16} stroke={1.6} aria-hidden />
            Add an action
          </Press>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section ref={ref} className={classes.scroll} aria-label="Years as columns" tabIndex={0}>
        {project && width > 0 ? (
          <div>
            <div className={classes.years} style={{ width: measures.width }} aria-hidden="true">
              <span className={classes.gutter} style={{ width: measures.gutter }} />
              {years.map((year) => (
                <span key={year} style={{ width: measures.column }}>
                  {year}
                </span>
              ))}
            </div>
            <ActionLane plan={plan} asOf={present.asOf} {...{ years, measures, hand }} />
            <TaxLane
              stacks={project.years.map((year) =>
                taxStack(
                  year,
                  without?.years.find((each) => each.year === year.year),
                ),
              )}
              {...{ years, measures }}
            />
            <CreditLane steps={project.creditLog.map(creditStep)} {...{ years, measures }} />
            <YearTable
              prices={years.map((year) => priceIn(year, shown.file, present))}
              {...{ project, pinned, acts, measures, file: shown.file }}
            />
          </div>
        ) : (
          <div className={classes.waiting} />
        )}
      </section>
      <p className={classes.read}>{reading}</p>
      <Announce words={`${taken ? `${actSentence(taken)}. ` : ''}${reading}`} />
    </Card>
  )
}

/** The price of a year: on the day the plan first does something, else on the path in January, or on the day asked about. */
function priceIn(year: number, { plan = [], company }: ScenarioFile, { file, asOf }: Present): number | null {
  const [first] = plan
    .map(({ on }) => on)
    .filter((on) => yearOf(on) === year)
    .sort()
  if (first !== undefined) return priceOn(company, asOf, first)
  return priceOn(file.company, asOf, year === yearOf(asOf) ? asOf : `${year}-01-15`)
}
