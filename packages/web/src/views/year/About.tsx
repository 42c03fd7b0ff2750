import { statesWithoutIncomeTax } from '@isoline/engine'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { exactMoney } from '../../words/money.ts'
import { listed, stateName, statusName } from '../../words/states.ts'
import classes from './About.module.css'
import type { YearModel } from './useYear.ts'

/** What the answer is about: the year and grant, which can be switched, and whose they are. */
export function About({ model }: { readonly model: YearModel }): ReactNode[] {
  const { file, year, years, grants, grant, want } = model
  const { company } = file
  const name = company?.name ? `${company.name}, ` : ''
  const strikeOf = (id: string): string => exactMoney(grants.find((each) => each.id === id)?.strike ?? 0)
  const switched = (change: { readonly year?: number; readonly grant?: string }): void =>
    want((before) => ({ ...before, ...change }))
  return [
    <Switch
      key="year"
      label="Tax year"
      strong
      value={String(year)}
      options={years.map((each) => [String(each), String(each)])}
      onChange={(value) => switched({ year: Number(value) })}
    />,
    ...(company ? [`${name}${company.listed ? 'listed' : 'not listed'}`] : []),
    statusName[statusIn(file.household.status, year)] ?? '',
    stateWords(model),
    ...(grant === null
      ? []
      : [
          <Switch
            key="grant"
            label="Grant"
            value={grant}
            options={grants.map(({ id }) => [id, `grant ${id} at ${strikeOf(id)}`])}
            onChange={(value) => switched({ grant: value })}
          />,
        ]),
  ]
}

/** The status of a year: that of the last year named. */
function statusIn(status: YearModel['file']['household']['status'], year: number): string {
  if (typeof status === 'string') return status
  const named = Object.keys(status).map(Number)
  const from = named.filter((each) => each <= year).sort((one, other) => one - other)
  return status[String(from.at(-1) ?? Math.min(...named))] ?? ''
}

function stateWords({ answers, file, year }: YearModel): string {
  const states = answers.estimate?.states ?? []
  if (states.length === 0) {
    const last = file.household.residence.filter(({ from }) => from <= `${year}-12-31`).at(-1)
    return last ? stateName(last.state) : ''
  }
  const untaxed = states.every(({ state }) => statesWithoutIncomeTax.includes(state))
  const names = listed([...new Set(states.map(({ state }) => stateName(state)))])
  return untaxed ? `${names}, no state income tax` : names
}

/** A choice that reads as a word of its line; plain text where there is nothing to choose. */
function Switch({
  label,
  value,
  options,
  strong = false,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly strong?: boolean
  readonly onChange: (value: string) => void
}) {
  if (options.length < 2) return options[0]?.[1] ?? value
  return (
    <span className={strong ? `${classes.switch} ${classes.strong}` : classes.switch}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      <IconChevronDown size={13} stroke={1.6} aria-hidden />
    </span>
  )
}
