/** Credit of earlier years that was never claimed: what each year could have used, and until when it can be claimed. */
import type { CreditAnswer } from '@isoline/engine'
import { dollars, sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { tableOf } from './table.ts'
import { listed, points } from './text.ts'

type Unused = NonNullable<CreditAnswer['unused']>
type Year = Unused['years'][number]

/** Whether the history says anything of credit not claimed. One year without it is there for Form 8801 alone. */
export const tellsOf = (unused: Unused | null): unused is Unused =>
  unused !== null && (unused.years.length > 1 || unused.years.some(({ refund }) => Math.abs(refund) >= 0.005))

export function leftBehindLines({ unused }: CreditAnswer, page: Page): string[] {
  if (!tellsOf(unused)) return []
  return [
    page.paint.bold('Left behind: the years of history, as they should have been'),
    ...yearTable(unused.years, page),
    '',
    ...points(meaning(unused), page.width),
  ]
}

function yearTable(years: readonly Year[], page: Page): string[] {
  const columns = [
    { head: '\nYear' },
    { head: 'AMT\npaid', align: 'right' as const },
    {
      head: 'AMT\ndue',
      align: 'right' as const,
      shown: years.some(({ amt, amtDue }) => Math.abs(amt - amtDue) >= 0.5),
    },
    { head: 'Could\nbe used', align: 'right' as const },
    { head: '\nClaimed', align: 'right' as const },
    { head: 'Carried\nout', align: 'right' as const },
    { head: '\nRefund', align: 'right' as const },
    { head: 'Claim\nuntil' },
    { head: '\n' },
  ]
  const rows = years.map((year) => [
    ...[String(year.year), sparseDollars(year.amt), sparseDollars(year.amtDue), sparseDollars(year.allowable)],
    year.claimed === null ? 'no form' : sparseDollars(year.claimed),
    ...[sparseDollars(year.carriedOut), sparseDollars(year.refund), year.claimUntil],
    year.open ? 'open' : 'closed',
  ])
  return tableOf(columns, rows, page)
}

function meaning({ years, claimable, lost, carriedOut, made }: Unused): string[] {
  const due = years.filter(({ open, refund }) => open && refund >= 0.005)
  const first = due.map(({ claimUntil }) => claimUntil).sort()[0]
  const named = listed(due.map(({ year }) => String(year)))
  const losses = years.filter(({ amtLossCarriedOut }) => amtLossCarriedOut >= 0.005)
  const too = years.filter(({ refund }) => refund <= -0.005)
  return [
    ...(first
      ? [
          `${dollars(claimable)} can still be claimed with amended returns of ${named} (Form 1040-X with Form 6251 and Form 8801), the first by ${first}.`,
        ]
      : ['Nothing is left to claim for these years.']),
    ...(lost >= 0.005
      ? [
          `${dollars(lost)} is lost: the year is closed (IRC §6511), and credit that a year could have used is gone from the balance, claimed or not (IRC §53(b)(2)).`,
        ]
      : []),
    ...too.map(
      ({ year, refund }) =>
        `The return of ${year} claimed ${dollars(-refund)} more than the year allows: tax would be due.`,
    ),
    ...losses.map(
      ({ year, amtLossCarriedOut }) =>
        `With the AMT basis, ${year} leaves a loss of ${dollars(amtLossCarriedOut)} for AMT alone: it belongs under carryforwards.amtCapitalLoss, less what later years have used.`,
    ),
    `Could be used: the smaller of the credit there was and the gap of the year, Form 8801 lines 21 and 24. ${handedOn(carriedOut, made)}`,
  ]
}

const handedOn = (carriedOut: number, made: number): string =>
  made === 0
    ? `So ${dollars(carriedOut)} is carried on.`
    : `So ${dollars(carriedOut)} is carried on, and the last year makes ${dollars(made)} more.`
