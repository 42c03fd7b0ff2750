/** What paying after the due date costs beside interest. Rates are basis points. */
import type { Figure } from '../law.ts'

const code = 'Internal Revenue Code'

export const latePayment = {
  /** Of the tax unpaid, for each month or part of one; in all at most `most`. An extension to file is none to pay. */
  aMonth: { cite: 'IRC §6651(a)(2)', source: code, all: 50 },
  most: { cite: 'IRC §6651(a)(2)', source: code, all: 2_500 },
  /** For each month in which an agreement to pay in installments is in force, where the return was filed in time. */
  aMonthInInstallments: { cite: 'IRC §6651(h)', source: code, all: 25 },
} as const satisfies Record<string, Figure>
