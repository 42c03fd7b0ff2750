/** The cash: every payment by date, with a running total. */
import type { WorkSheet } from '@e965/xlsx'
import type { Dossier } from '../dossier.ts'
import { type Cell, date, dollars, live, sheetOf, text, total } from './cells.ts'

/** Every payment by date with the running total of what is paid less what comes in. */
export function cashSheet({ years }: Dossier['project']): WorkSheet {
  const payments = years
    .flatMap(({ cash }) => cash.payments)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  let running = 0
  const rows = payments.map(({ on, what, amount }, i): Cell[] => {
    const row = i + 2
    running += amount
    return [
      ...[date(on), text(`${what.charAt(0).toUpperCase()}${what.slice(1)}`)],
      ...[amount < 0 ? null : dollars(amount), amount < 0 ? dollars(-amount) : null],
      live(running, `${i === 0 ? '' : `E${row - 1}+`}C${row}-D${row}`, running),
    ]
  })
  const [paid, received] = [
    payments.map(({ amount }) => Math.max(0, amount)),
    payments.map(({ amount }) => Math.max(0, -amount)),
  ]
  const totals = [text('Total'), null, total(2, 2, paid), total(3, 2, received)]
  const columns = [
    ['On', 12],
    ['What', 34],
    ['Paid', 16],
    ['Received', 16],
    ['Paid less received, so far', 26],
  ] as const
  return sheetOf(columns, payments.length === 0 ? [] : [...rows, totals])
}
