/** E*TRADE (Morgan Stanley at Work): the option sheet of `BenefitHistory`, with grants, vesting and exercises. */
import { RowFault } from '../read/cells.ts'
import type { NamedRow } from '../read/headings.ts'
import { type Draft, optionKind } from './draft.ts'
import type { GrantFact } from './found.ts'
import { type TableReading, tableFormat } from './tableFormat.ts'

type Key =
  | ('record' | 'granted' | 'shares' | 'strike' | 'grant' | 'expires' | 'type')
  | ('vestOn' | 'vesting' | 'event' | 'eventOn' | 'eventShares')

/** Benefit history of options. A Grant row is followed by the rows of its vesting and of what happened to it. */
export const etradeOptions = tableFormat<Key>({
  name: 'E*TRADE Benefit History, options',
  columns: {
    record: ['Record Type'],
    granted: ['Grant Date'],
    shares: ['Granted Qty.', 'Granted Quantity'],
    strike: ['Exercise Price', 'Grant Price'],
    grant: ['Grant Number'],
    expires: ['Expiration Date'],
    type: ['Type', 'Option Type', 'Grant Type'],
    vestOn: ['Vest Date'],
    vesting: ['Vesting Qty.', 'Vesting Quantity'],
    event: ['Event Type'],
    eventOn: ['Date', 'Event Date'],
    eventShares: ['Qty. or Amount', 'Event Qty.'],
  },
  needed: ['record', 'granted', 'shares', 'strike', 'grant'],
  repeats: true,
  begin: (draft) => new OptionsReading(draft),
})

interface OpenGrant {
  readonly fact: GrantFact & { readonly on: string; readonly strike: number; readonly shares: number }
  readonly row: number
  readonly steps: { on: string; shares: number }[]
}

class OptionsReading implements TableReading<Key> {
  readonly #draft: Draft
  #open: OpenGrant | undefined
  /** Whether rows follow a grant that could not be read. */
  #lost = false

  constructor(draft: Draft) {
    this.#draft = draft
  }

  row = (row: NamedRow<Key>): void => {
    const record = row.text('record').toLowerCase()
    if (record === 'grant') {
      this.end()
      this.#lost = true
      this.#open = openGrant(row)
      this.#lost = false
    } else if (record === 'summary' || record === 'totals')
      this.#draft.leaveOut(`Record Type ${row.text('record')}`, row.row)
    else if (this.#lost || !this.#open) throw new RowFault('it belongs to a grant that is not read')
    else if (/vest/.test(record)) vestingStep(row, this.#open)
    else if (/event/.test(record)) this.#event(row, this.#open)
    else throw new RowFault(`Record Type ${row.text('record') || 'is empty'}`)
  }

  /** A grant is complete when the next begins: only then are all of its vesting steps known. */
  end = (): void => {
    if (!this.#open) return
    const { fact, row, steps } = this.#open
    const vesting = steps.sort((one, other) => (one.on < other.on ? -1 : 1))
    const whole = vesting.reduce((sum, step) => sum + step.shares, 0) === fact.shares
    if (steps.length > 0 && !whole)
      this.#draft.notes.push(
        `${fact.id}: its vesting rows do not add up to the ${fact.shares} options granted, so the vesting was not taken over.`,
      )
    this.#draft.grant({ ...fact, ...(steps.length > 0 && whole && { vesting }) }, row)
    this.#open = undefined
  }

  #event(row: NamedRow<Key>, { fact }: OpenGrant): void {
    const event = row.text('event')
    if (!/exercise/i.test(event)) {
      const sold = /sold|sale/i.test(event) ? ': it has no price; G&L Expanded has it' : ''
      this.#draft.leaveOut(`event "${event}"${sold}`, row.row)
      return
    }
    const exercised = row.needed('eventOn', row.date('eventOn'))
    const shares = row.needed('eventShares', row.shares('eventShares'))
    const { id, on, strike } = fact
    this.#draft.lot({ grant: { ...(id !== undefined && { id }), on, strike }, exercised, shares, strike }, row.row)
  }
}

function openGrant(row: NamedRow<Key>): OpenGrant {
  const [kind, expires] = [optionKind(row.text('type')), row.date('expires')]
  const id = row.needed('grant', row.text('grant') || undefined)
  const fact = {
    ...{ id, on: row.needed('granted', row.date('granted')), shares: row.needed('shares', row.shares('shares')) },
    strike: row.needed('strike', row.dollars('strike')),
    ...(kind && { kind }),
    ...(expires !== undefined && { expires }),
  }
  return { fact, row: row.row, steps: [] }
}

function vestingStep(row: NamedRow<Key>, { steps }: OpenGrant): void {
  const on = row.needed('vestOn', row.date('vestOn'))
  const shares = row.needed('vesting', row.shares('vesting'))
  if (shares > 0) steps.push({ on, shares })
}
