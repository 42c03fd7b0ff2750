/**
 * The papers of option stock as issued: what the company, the employer, the broker and the filed return say, box by box.
 * Importers fill them in and nothing is figured here. Dollars, dates `YYYY-MM-DD`; null: the paper leaves the box empty.
 */
import type { PlainDate } from './date.ts'

/** Form 3921, Exercise of an Incentive Stock Option. IRC §6039(a)(1). Dollars a share, as of the exercise. */
export interface Form3921 {
  /** Box 1, 2: when the option was granted and exercised. */
  readonly granted: PlainDate
  readonly exercised: PlainDate
  /** Box 3, 4: exercise price and fair market value of a share. */
  readonly strike: number
  readonly value: number
  /** Box 5. */
  readonly shares: number
}

/** Form W-2 of one employer. */
export interface FormW2 {
  readonly year: number
  /** Box 1. */
  readonly wages: number
  /** Box 12 code V: income from nonstatutory options, part of box 1; a disqualifying disposition belongs in box 14 or nowhere. */
  readonly box12V: number | null
  /** Box 14, as labelled by the employer. */
  readonly box14: readonly { readonly label: string; readonly amount: number }[]
}

/** One sale of Form 1099-B, or a line of it. */
export interface BrokerSale {
  /** Box 1a: the security and how many shares of it; `shares` null where the text does not say. */
  readonly description: string
  readonly shares: number | null
  /** Box 1b, 1c; acquired null: various or empty. */
  readonly acquired: PlainDate | null
  readonly sold: PlainDate
  /** Box 1d, 1e and 1g: proceeds, cost or other basis, wash sale loss disallowed. */
  readonly proceeds: number
  readonly basis: number | null
  readonly washSaleLoss: number | null
  /** Box 12: basis reported to the IRS. */
  readonly basisReported: boolean
}

/** Lines of forms as filed with one year's return, by name: `line2i`, `line11`. An absent form is not at hand; an absent line of one that is here was left blank, or does not matter where its result is right. */
export interface FiledForms {
  readonly year: number
  readonly form6251?: { readonly [line: string]: number }
  readonly form8801?: { readonly [line: string]: number }
}

/** All the papers of one household. */
export interface Papers {
  readonly forms3921: readonly Form3921[]
  readonly formsW2: readonly FormW2[]
  readonly sales: readonly BrokerSale[]
  readonly filed: readonly FiledForms[]
}
