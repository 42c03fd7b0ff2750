import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { FormSheet } from '../../ask/formSheets.ts'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { StatusChip } from '../../parts/StatusChip.tsx'
import { money } from '../../words/money.ts'
import { capital } from '../explain/story.ts'
import type { Check } from './checks.ts'
import classes from './FormsView.module.css'

/** What agrees with what. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <Card title="Checks">
      {checks.length === 0 ? (
        <p className={classes.note}>Nothing of this form stands on another one this year.</p>
      ) : (
        <ul className={classes.list}>
          {checks.map(({ words, agrees, amount }) => (
            <li key={words}>
              <span>
                {words}
                <br />
                <span className={classes.note}>{money(amount)}</span>
              </span>
              {agrees ? (
                <Chip tone="good" icon={<IconCircleCheck stroke={1.6} aria-hidden />}>
                  agrees
                </Chip>
              ) : (
                <Chip tone="bad" icon={<IconAlertTriangle stroke={1.6} aria-hidden />}>
                  differs
                </Chip>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The figures of the law that a form mentions, and how sure each is; those that are published together, as one. */
export function FiguresUsed({ sheet, year }: { readonly sheet: FormSheet; readonly year: number }) {
  const settled = sheet.figures.filter(({ status }) => status !== 'projected' && status !== 'unconfirmed')
  const open = sheet.figures.filter((each) => !settled.includes(each))
  const projected = open.filter(({ status }) => status === 'projected')
  const readings = open.filter(({ status }) => status === 'unconfirmed')
  if (sheet.figures.length === 0) return null
  return (
    <Card title="Figures used">
      <ul className={classes.list}>
        {settled.length > 0 && (
          <li>
            {counted(settled.length)} of {year}
            <StatusChip status="published" />
          </li>
        )}
        {projected.length > 0 && (
          <li>
            {counted(projected.length)} of {year}, not published yet
            <StatusChip status="projected" />
          </li>
        )}
        {readings.map(({ name, title }) => (
          <li key={name}>
            <span>
              {capital(title)}{' '}
              <Figure name={name} year={year}>
                why
              </Figure>
            </span>
            <StatusChip status="unconfirmed" />
          </li>
        ))}
      </ul>
    </Card>
  )
}

const counted = (n: number): string => `${n} ${n === 1 ? 'figure' : 'figures'}`
