/** Form 3921 as a table: a row for each form, or the boxes of one form below each other. */
import { RowFault } from '../read/cells.ts'
import type { Draft } from './draft.ts'
import { tableFormat } from './tableFormat.ts'

/** The boxes of one Form 3921, under the names that FDX gives them. Dollars a share, as of the exercise. */
export interface Boxes3921 {
  /** Box 1. */
  readonly optionGrantDate: string
  /** Box 2. */
  readonly optionExerciseDate: string
  /** Box 3. */
  readonly exercisePrice: number
  /** Box 4. */
  readonly exerciseMarketValue: number
  /** Box 5. */
  readonly numberOfShares: number
  readonly accountNumber?: string
}

/**
 * A Form 3921 makes a lot of an ISO, and stays as a paper. The account number need not be that of a grant, so the grant
 * is known by its day and price.
 * @throws RowFault where the boxes contradict each other.
 */
export function take3921(draft: Draft, boxes: Boxes3921, row?: number, grantId?: string): void {
  const { optionGrantDate: on, optionExerciseDate: exercised, exercisePrice: strike } = boxes
  const { exerciseMarketValue: fmvAtExercise, numberOfShares: shares } = boxes
  if (exercised < on) throw new RowFault(`box 2, ${exercised}, is before box 1, ${on}`)
  if (!(Number.isInteger(shares) && shares > 0)) throw new RowFault(`box 5, ${shares}, is not a whole number of shares`)
  if (strike < 0 || fmvAtExercise < 0) throw new RowFault('a price is below zero')
  const grant = { ...(grantId !== undefined && { id: grantId }), on, strike }
  draft.grant({ ...grant, kind: 'iso' }, row)
  const name = boxes.accountNumber
  draft.lot({ grant, exercised, shares, strike, fmvAtExercise, ...(name !== undefined && { name }) }, row)
  draft.paper({ form: 'form3921', boxes: { ...boxes } }, row)
}

/** Form 3921, one row each. */
export const form3921 = tableFormat({
  name: 'Form 3921',
  columns: {
    granted: [
      'Date option granted',
      'optionGrantDate',
      'Box 1',
      'Box 1 Date option granted',
      '1 Date option granted',
      'Option grant date',
      'Grant date',
      'Date granted',
    ],
    exercised: [
      'Date option exercised',
      'optionExerciseDate',
      'Box 2',
      'Box 2 Date option exercised',
      '2 Date option exercised',
      'Option exercise date',
      'Exercise date',
      'Date exercised',
    ],
    strike: [
      'Exercise price per share',
      'exercisePrice',
      'Box 3',
      'Box 3 Exercise price per share',
      '3 Exercise price per share',
      'Exercise price paid per share',
    ],
    fmv: [
      'Fair market value per share on exercise date',
      'exerciseMarketValue',
      'Box 4',
      'Box 4 FMV per share on exercise date',
      'Box 4 Fair market value per share on exercise date',
      '4 Fair market value per share on exercise date',
      '4 FMV per share on exercise date',
      'FMV per share on exercise date',
    ],
    shares: [
      'Number of shares transferred',
      'numberOfShares',
      'Box 5',
      'Box 5 Number of shares transferred',
      '5 No. of shares transferred',
      '5 Number of shares transferred',
      'No. of shares transferred',
      'Shares transferred',
    ],
    account: ['Account number', 'accountNumber', 'Account number (see instructions)'],
    grant: ['Grant number', 'Grant ID', 'Option number'],
  },
  needed: ['granted', 'exercised', 'strike', 'fmv', 'shares'],
  begin: (draft) => ({
    row(row) {
      const account = row.text('account')
      const boxes = {
        optionGrantDate: row.needed('granted', row.date('granted')),
        optionExerciseDate: row.needed('exercised', row.date('exercised')),
        exercisePrice: row.needed('strike', row.dollars('strike')),
        exerciseMarketValue: row.needed('fmv', row.dollars('fmv')),
        numberOfShares: row.needed('shares', row.shares('shares')),
        ...(account !== '' && { accountNumber: account }),
      }
      take3921(draft, boxes, row.row, row.text('grant') || undefined)
    },
  }),
})
