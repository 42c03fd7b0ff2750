/** What files say, before it becomes part of a scenario: facts, each with the place it was read at. */
import type { Cell } from '../read/cells.ts'

/** Where a fact was read, and on which day, `YYYY-MM-DD`. All count from 1: rows as a spreadsheet counts them. */
export interface Provenance {
  readonly file: string
  readonly sheet?: string
  readonly row?: number
  /** Of a PDF. */
  readonly page?: number
  /** Of JSON: the transaction or object, in the order of the file. */
  readonly item?: number
  readonly readOn: string
}

/** A fact and where it was read. */
export interface Found<Fact> {
  readonly fact: Fact
  readonly from: Provenance
}

/** By what a file tells one grant from another: its number, or the day and the exercise price (dollars a share). */
export interface GrantReference {
  readonly id?: string
  readonly on?: string
  readonly strike?: number
}

/** What a file says of an option grant. Shares and dollars a share as of the grant, unless the file restates them. */
export interface GrantFact extends GrantReference {
  readonly kind?: 'iso' | 'nso'
  readonly shares?: number
  readonly fmvAtGrant?: number
  readonly expires?: string
  readonly earlyExercise?: boolean
  readonly vesting?: readonly { readonly on: string; readonly shares: number }[]
}

/** What a file says of one exercise: a Form 3921, or a row that knows less. Shares and dollars a share as of that day. */
export interface LotFact {
  readonly grant: GrantReference
  readonly exercised: string
  readonly shares?: number
  readonly strike?: number
  readonly fmvAtExercise?: number
  readonly election83b?: boolean
  /** What the file calls the exercise, such as its account number: a name for a new lot. */
  readonly name?: string
  /** What the file knows of a figure that it does not give, by the figure's key: part of the question to the person. */
  readonly hints?: { readonly [key in 'shares' | 'fmvAtExercise']?: string }
}

/** What a file says of a sale of shares from an exercise. Price in dollars a share, fees in dollars. */
export interface SaleFact {
  readonly lot?: { readonly grant: GrantReference; readonly exercised: string }
  /** What was sold, where the file names no exercise: it may be another company's stock. */
  readonly security?: { readonly symbol: string; readonly description: string }
  readonly on: string
  readonly shares: number
  readonly price: number
  readonly fees?: number
}

/** The value of a share from a day on, dollars. */
export interface PriceFact {
  readonly on: string
  readonly fmv: number
}

/** A tax paper as it was read, box by box under the file's own names, to be compared with the scenario. */
export interface Paper {
  readonly form:
    | ('form3921' | 'formW2' | 'form1099B' | 'form1040' | 'form6251' | 'form8801' | 'scheduleD' | 'scheduleDAmt')
    | ('form540' | 'scheduleP540' | 'form3510')
  readonly boxes: { readonly [name: string]: Cell }
}

/** What only the person can say: which fact, why it is asked, and what it changes. `path` is its place in the scenario. */
export interface Question {
  readonly path: string
  readonly message: string
  readonly changes: string
}

/** A row that could not be read, as it stands in the file, and why. */
export interface Unread {
  readonly from: Provenance
  readonly cells: readonly string[]
  readonly reason: string
}

/** Rows that were read and are no part of a scenario of options, such as restricted stock, by reason. */
export interface LeftOut {
  readonly reason: string
  readonly rows: readonly number[]
  readonly count: number
}

/** A total that the file states, beside the sum of its rows. */
export interface Total {
  readonly what: string
  readonly stated: number
  readonly ours: number
  readonly agrees: boolean
}

/** One file, read. */
export interface Imported {
  readonly file: string
  readonly readOn: string
  /** What the file was taken for. `certain`: it has every column of the format; `likely`: those that are needed. */
  readonly format: { readonly name: string; readonly sure: 'certain' | 'likely' | 'mapped'; readonly why: string }
  readonly grants: readonly Found<GrantFact>[]
  readonly lots: readonly Found<LotFact>[]
  readonly sales: readonly Found<SaleFact>[]
  readonly prices: readonly Found<PriceFact>[]
  readonly papers: readonly Found<Paper>[]
  readonly unread: readonly Unread[]
  readonly leftOut: readonly LeftOut[]
  readonly totals: readonly Total[]
  /** What the person should know of how the file was read. */
  readonly notes: readonly string[]
}
