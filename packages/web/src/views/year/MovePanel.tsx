import { IconPin, IconPinnedOff } from '@tabler/icons-react'
import { memo } from 'react'
import { withCash, withValue, withWages } from '../../document/facts.ts'
import { withHeld } from '../../document/plan.ts'
import { edit, pin } from '../../document/store.ts'
import { AmountField } from '../../parts/AmountField.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Delta } from '../../parts/Delta.tsx'
import { PaintedSlider } from '../../parts/PaintedSlider.tsx'
import { count, exactMoney, money, shares as sharesOf } from '../../words/money.ts'
import { Ledger } from './Ledger.tsx'
import classes from './MovePanel.module.css'
import { cashRange, stepOf, useRange } from './ranges.ts'
import { sameIn } from './sameIn.ts'
import { handleText } from './sentences.ts'
import { CashTrack, RoomTrack, SharesTrack } from './tracks.tsx'
import type { YearModel } from './useYear.ts'

/** Four facts to move, each on a track that shows what comes of it, and what the plan takes. */
export function MovePanel({ model }: { readonly model: YearModel }) {
  const pinned = model.pinned !== null
  return (
    <Card
      title="Move any of these"
      tools={
        <Chip icon={pinned ? <IconPinnedOff stroke={1.6} /> : <IconPin stroke={1.6} />} onClick={() => pin(!pinned)}>
          {pinned ? 'Unpin' : 'Pin'}
        </Chip>
      }
    >
      <div>
        <Shares model={model} />
        <Wages model={model} />
        <Value model={model} />
        <Cash model={model} />
      </div>
      <Ledger model={model} />
    </Card>
  )
}

function Shares({ model }: { readonly model: YearModel }) {
  const { grant, year, on, shares, most, free, reach, line, figured, present, pinnedFacts } = model
  if (grant === null) return null
  const payable = reach?.payable ?? null
  const set = (value: number): void =>
    edit('shares', (file) => withHeld(file, grant, year, Math.min(Math.round(value), most), on))
  return (
    <PaintedSlider
      label="Shares to exercise"
      field={
        <>
          <Delta now={shares} before={pinnedFacts?.shares} as="shares" />
          <AmountField
            key={present.id}
            label="Shares to exercise, as a number"
            value={shares}
            words={count}
            onChange={set}
          />
        </>
      }
      value={shares}
      range={[0, most]}
      step={1}
      words={handleText(shares, figured?.summary.amt ?? 0, payable)}
      paint={(ground) => reach && <SharesTrack ground={ground} free={free} payable={payable} most={most} line={line} />}
      under={reach ? [`free to ${count(free)}`, payableWords(payable, most)] : ['', '']}
      onChange={set}
    />
  )
}

function payableWords(payable: number | null, most: number): string {
  if (payable === null) return 'cash not known'
  return payable >= most ? 'all can be paid' : `payable to ${count(payable)}`
}

const Wages = memo(
  function Wages({ model }: { readonly model: YearModel }) {
    const { year, wages, ofWages, byWages, ofGrant, pinnedFacts, answers } = model
    if (wages === null) return null
    const set = (value: number): void => edit('wages', (file) => withWages(file, year, value))
    return (
      <PaintedSlider
        label={`Wages in ${year}`}
        field={
          <>
            <Delta now={wages} before={pinnedFacts?.wages} />
            <AmountField label={`Wages in ${year}, as a number`} value={wages} words={money} onChange={set} />
          </>
        }
        value={wages}
        range={ofWages}
        step={stepOf(ofWages)}
        words={money(wages)}
        thick
        paint={(ground) => <RoomTrack ground={ground} sweep={byWages} by="room" />}
        under={[
          'painted: AMT-free room',
          <span key="here">
            <Here shares={ofGrant?.shares} room={answers.room?.room} />
            <Delta now={ofGrant?.shares} before={pinnedFacts?.free} as="shares" />
          </span>,
        ]}
        onChange={set}
      />
    )
  },
  sameIn('answers', 'year', 'wages', 'ofWages', 'byWages', 'ofGrant', 'pinnedFacts'),
)

const Here = ({ shares, room }: { readonly shares: number | undefined; readonly room: number | undefined }) =>
  shares === undefined ? (room === undefined ? '' : `${money(room)} here`) : `${count(shares)} here`

const Value = memo(
  function Value({ model }: { readonly model: YearModel }) {
    const { on, value, ofValue, byValue, ofGrant, file } = model
    if (value === null || model.grant === null) return null
    const set = (wanted: number): void => edit('value', (before) => withValue(before, on, wanted))
    return (
      <PaintedSlider
        label={file.company?.listed ? 'Price of a share' : 'Value of a share (409A)'}
        field={
          <>
            <Delta now={value} before={model.pinnedFacts?.value} as="cents" />
            <AmountField label="Value of a share, as a number" value={value} words={exactMoney} onChange={set} />
          </>
        }
        value={value}
        range={ofValue}
        step={stepOf(ofValue)}
        words={exactMoney(value)}
        thick
        paint={(ground) => <RoomTrack ground={ground} sweep={byValue} by="shares" />}
        under={['painted: AMT-free shares', ofGrant ? `${count(ofGrant.shares)} here` : '']}
        onChange={set}
      />
    )
  },
  sameIn('on', 'value', 'ofValue', 'byValue', 'ofGrant', 'pinnedFacts', 'grant'),
)

function Cash({ model }: { readonly model: YearModel }) {
  const { answers, file } = model
  const cash = file.household.cash ?? null
  const test = answers.cashTest
  const needed = test?.needed ?? 0
  const range = useRange(cash ?? 0, model.whose, () => cashRange(cash ?? 0, needed))
  const set = (value: number): void => edit('cash', (before) => withCash(before, value))
  return (
    <PaintedSlider
      label="Cash you can spend"
      field={
        <span className={classes.cash}>
          <Delta now={cash} before={model.pinnedFacts?.cash} />
          {cash === null && <Chip tone="missing">not known</Chip>}
          <AmountField
            label="Cash you can spend, as a number"
            value={cash}
            words={money}
            {...(cash === null && { placeholder: 'type it' })}
            onChange={set}
          />
        </span>
      }
      value={cash ?? 0}
      range={range}
      step={stepOf(range)}
      words={cash === null ? 'not known' : money(cash)}
      unknown={cash === null}
      paint={(ground) => test && cash !== null && <CashTrack ground={ground} needed={needed} />}
      under={test ? [`needs ${money(needed)}`, leftWords(cash, needed, model.shares)] : ['', '']}
      onChange={set}
    />
  )
}

function leftWords(cash: number | null, needed: number, planned: number): string {
  if (cash === null) return `${sharesOf(planned)} planned`
  return cash >= needed ? `${money(cash - needed)} left` : `short ${money(needed - cash)}`
}
