/** The five federal filing statuses: single, married filing jointly or separately, head of household, qualifying surviving spouse. */
export type FilingStatus = 'single' | 'mfj' | 'mfs' | 'hoh' | 'qss'

export const filingStatuses = ['single', 'mfj', 'mfs', 'hoh', 'qss'] as const satisfies readonly FilingStatus[]

/** How far a figure may be relied on: printed by the authority, projected by the Code's indexing rules, or a reading not yet confirmed. */
export type FigureStatus = 'published' | 'projected' | 'unconfirmed'

/** Where a figure comes from and how sure it is; of an open reading, `note` says what is open and `other` is the other reading. */
export interface Authority {
  readonly cite: string
  readonly source: string
  readonly status?: FigureStatus
  readonly note?: string
  readonly other?: number
}

/** One figure set by law: dollars, basis points or a plain number (the figure list says which), by filing status or one for all. */
export type Figure = Authority & ({ readonly all: number } | { readonly [Status in FilingStatus]: number })

/** What a figure is, in what unit, and how the Code moves it from year to year. Written once, whatever the number of years. */
export interface FigureMeaning {
  readonly means: string
  readonly unit: 'dollars' | 'rate' | 'count' | 'switch'
  /** How later years are projected; absent where the Code fixes the figure. */
  readonly indexing?: Indexing
}

/**
 * An indexing rule: the indexed amount goes down or to the nearest multiple of `to` dollars, of another multiple for the
 * statuses in `steps` (an amount that the Code makes half or twice another's moves by half or twice its step).
 */
export type Indexing =
  | {
      readonly by: 'prices' | 'wages'
      readonly to: number
      readonly round: 'down' | 'nearest'
      readonly steps?: { readonly [Status in FilingStatus]?: number }
    }
  | { readonly by: 'schedule' }

/** The amount of a figure for one filing status. */
export const amountFor = (figure: Figure, status: FilingStatus): number =>
  'all' in figure ? figure.all : figure[status]
