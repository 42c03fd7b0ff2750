import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/NumberInput.css'
import type { ScenarioFile } from '@isoline/engine'
import { NumberInput } from '@mantine/core'
import { edit } from '../../document/store.ts'
import { useDocument } from '../../document/useDocument.ts'
import { Card } from '../../parts/Card.tsx'
import classes from './ViewCard.module.css'

type Rate = 'growth' | 'volatility' | 'failure'

const rates: readonly {
  readonly name: Rate
  readonly label: string
  readonly says: string
  readonly least: number
  readonly most: number
}[] = [
  { name: 'growth', label: 'Growth a year, on average', says: 'of the mean over all futures', least: -99, most: 1000 },
  {
    name: 'volatility',
    label: 'Swing of the price a year',
    says: 'listed technology companies: mostly 35 to 70%',
    least: 0,
    most: 1000,
  },
  {
    name: 'failure',
    label: 'Chance a year that it fails',
    says: 'worth nothing for good; growth counts it',
    least: 0,
    most: 99,
  },
]

/** The file with another rate, or without one. */
function withRate(file: ScenarioFile, name: Rate, rate: number | null): ScenarioFile {
  const { [name]: _, ...others } = file.company?.view ?? {}
  const view = rate === null ? others : { ...others, [name]: rate }
  return { ...file, company: { ...file.company, view } } as ScenarioFile
}

/** What one thinks of the price: everything on this view follows from it. */
export function ViewCard() {
  const { present } = useDocument()
  const view = present.file.company?.view
  const outcomes = present.file.company?.outcomes ?? []
  const change = (name: Rate, value: number | string): void => {
    if (typeof value !== 'number' && value !== '') return
    edit(`view.${name}`, (file) => withRate(file, name, value === '' ? null : Number(value) / 100))
  }
  return (
    <Card title="What you think of the price" note="nobody knows it">
      <div className={classes.fields}>
        {rates.map(({ name, label, says, least, most }) => {
          const value = view?.[name]
          return (
            <NumberInput
              key={name}
              label={label}
              description={says}
              value={value === undefined ? '' : Math.round(value * 10_000) / 100}
              min={least}
              max={most}
              clampBehavior="strict"
              step={5}
              suffix="%"
              placeholder="not given"
              onChange={(next) => change(name, next)}
            />
          )
        })}
      </div>
      {outcomes.length > 0 && (
        <p className={classes.note}>
          The file names {outcomes.length} outcomes ({outcomes.map(({ name }) => name).join(', ')}): they take the place
          of growth and swing.
        </p>
      )}
    </Card>
  )
}
