import { useState } from 'react'
import type { FormSheet } from '../../ask/formSheets.ts'
import { useAnswers } from '../../ask/useAnswers.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Announce } from '../../parts/Announce.tsx'
import { Answer } from '../../parts/Answer.tsx'
import { Choice } from '../../parts/Choice.tsx'
import { TroubleNote } from '../../parts/TroubleNote.tsx'
import { yearOf } from '../../words/days.ts'
import { amountText } from '../explain/sentence.ts'
import { lineOf } from '../explain/story.ts'
import { checksOf } from './checks.ts'
import { Facsimile } from './Facsimile.tsx'
import { Checks, FiguresUsed } from './FormsSide.tsx'
import classes from './FormsView.module.css'
import { faceOf, tabOf, tabOrder, twinOf } from './faces.ts'
import { hasEntry } from './facsimile.ts'
import { Sales, type SalesForm } from './Sales.tsx'

/** Every form of every year, line by line, each with its AMT twin. */
export function FormsView() {
  const { present } = useDocument()
  const [form, show] = useState('form6251')
  const [picked, pick] = useState<number | null>(null)
  const { answers, troubles } = useAnswers({ project: { forms: true } })
  const years = answers.project?.years ?? []
  const year =
    years.find((each) => each.year === picked)?.year ??
    years.find((each) => each.year >= yearOf(present.asOf))?.year ??
    years.at(-1)?.year
  const asked = useAnswers({ formSheets: true }, year)
  const sheets = asked.answers.formSheets
  const trouble = troubles.project ?? asked.troubles.formSheets
  if (trouble) return <Untold words="The forms cannot be filled in." note={<TroubleNote trouble={trouble} />} />
  if (!answers.project || !sheets || year === undefined) return <Untold words={'\u00a0'} />
  const at = years.findIndex((each) => each.year === sheets.year)
  const projected = years[at]
  if (!projected) return <Untold words={'\u00a0'} />
  const sales = projected.forms as unknown as { form8949?: SalesForm; form8949Amt?: SalesForm } | undefined
  const tabs = tabsOf(sheets.sheets, sales?.form8949 !== undefined)
  const shown = tabs.find(({ value }) => value === form)?.value ?? 'form6251'
  const sheet = sheets.sheets.find(({ id }) => id === shown)
  const twin = sheets.sheets.find(({ id }) => id === twinOf[shown])
  const without = sheets.sheets.filter(({ id }) => !tabs.some(({ value }) => value === id) && !isTwin(id))
  const credit = answers.project.creditLog.find((each) => each.year === sheets.year)
  const checks = checksOf(shown, { year: projected, next: years[at + 1], lots: answers.project.lots, credit })
  const says = saysOf(sheet, shown === 'form8949' ? sales?.form8949 : undefined, sheets.year)
  return (
    <>
      <Announce words={says} />
      <Answer
        about={['Forms', 'every line, every year, with its AMT twin']}
        chips={
          <div className={classes.years}>
            <Choice
              label="Year"
              value={String(year)}
              options={years.map((each) => ({ value: String(each.year), words: each.year }))}
              onChange={(value) => pick(Number(value))}
            />
          </div>
        }
        sentence={says}
      />
      <div className={classes.switch}>
        <Choice label="Form" value={shown} options={tabs} onChange={show} />
      </div>
      <div className={classes.grid}>
        {shown === 'form8949' && sales?.form8949 ? (
          <Sales regular={sales.form8949} amt={sales.form8949Amt} year={sheets.year} />
        ) : (
          sheet && <Facsimile sheet={sheet} twin={twin} year={sheets.year} />
        )}
        <div className={classes.side}>
          <Checks checks={checks} />
          {sheet && <FiguresUsed sheet={sheet} year={sheets.year} />}
          {without.length > 0 && (
            <p className={classes.note}>
              No entry in {sheets.year}: {without.map(({ title }) => title).join(', ')}.
            </p>
          )}
        </div>
      </div>
    </>
  )
}

/** What the form says in its last line. */
function saysOf(sheet: FormSheet | undefined, sales: SalesForm | undefined, year: number): string {
  if (sales) {
    const gain = Object.values(sales.totals).reduce((sum, total) => sum + (total?.gain ?? 0), 0)
    return `Form 8949 for ${year} says ${amountText({ amount: gain, unit: 'dollars' })}.`
  }
  const { result } = faceOf(sheet?.id ?? '', '')
  const line = sheet?.lines.find((each) => lineOf(each) === result) ?? sheet?.lines.at(-1)
  return sheet && line ? `${sheet.title} for ${year} says ${amountText(line)}.` : '\u00a0'
}

const isTwin = (id: string): boolean => Object.values(twinOf).includes(id)

/** Forms with an entry, what matters to an exercise first; Form 6251 and 8801 always. */
function tabsOf(sheets: readonly FormSheet[], sales: boolean) {
  const always = ['form1040', 'form6251', 'form8801']
  const known = tabOrder as readonly string[]
  const entered = sheets.filter(
    (each) =>
      !isTwin(each.id) &&
      (always.includes(each.id) ||
        hasEntry(each) ||
        sheets.some(({ id, ...rest }) => id === twinOf[each.id] && hasEntry({ id, ...rest }))),
  )
  const all = entered.map(({ id, title }) => ({ value: id, words: tabOf(id, title) }))
  if (sales) all.push({ value: 'form8949', words: '8949' })
  const place = (id: string): number => (known.includes(id) ? known.indexOf(id) : known.length)
  return all.sort((one, other) => place(one.value) - place(other.value))
}

/** The view while its answers are on their way, and where there are none. */
const Untold = ({ words, note }: { readonly words: string; readonly note?: React.ReactNode }) => (
  <>
    <Answer about={['Forms', 'every line, every year, with its AMT twin']} sentence={words} />
    {note}
  </>
)
