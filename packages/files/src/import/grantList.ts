/** A list of option grants, one a row, as the securities ledger of Carta and other cap-table systems give it. */
import { refused } from '../read/limits.ts'
import { dollarsOnly, optionKind } from './draft.ts'
import { tableFormat } from './tableFormat.ts'

/** Grants of one person. A ledger of the whole company says nothing about whose scenario this is. */
export const grantList = tableFormat({
  name: 'Grant list (Carta and others)',
  columns: {
    grant: ['ID', 'Security ID', 'Grant ID', 'Grant Number', 'Label'],
    holder: ['Optionholder', 'Optionholder Email', 'Stakeholder Name', 'Holder', 'Participant Name'],
    kind: ['Type', 'Grant Type', 'Option Type', 'Award Type'],
    granted: ['Grant Date', 'Issue Date', 'Date Granted'],
    shares: ['Options Granted', 'Quantity Granted', 'Shares Granted', 'Quantity Issued', 'Granted'],
    strike: ['Exercise Price', 'Strike Price', 'Grant Price'],
    expires: ['Expiration Date', 'Expires', 'Expiry Date'],
    fmv: ['FMV on grant date', 'Fair market value on grant date', 'FMV at grant'],
    currency: ['Currency', 'Exercise Price Currency'],
  },
  needed: ['granted', 'shares', 'strike'],
  begin(draft) {
    let holder: string | undefined
    return {
      row(row) {
        const name = row.text('holder')
        holder ??= name
        if (name !== holder)
          throw refused(
            draft.file,
            'manyHolders',
            'has grants of several people. Keep the rows of one of them and give it again.',
          )
        dollarsOnly(row.text('currency'))
        const [id, kind] = [row.text('grant'), optionKind(row.text('kind'))]
        if (row.text('kind') !== '' && kind === undefined && !/option/i.test(row.text('kind'))) {
          draft.leaveOut(`${row.text('kind')} is no option`, row.row)
          return
        }
        const [expires, fmvAtGrant] = [row.date('expires'), row.dollars('fmv')]
        const fact = {
          ...(id !== '' && { id }),
          on: row.needed('granted', row.date('granted')),
          shares: row.needed('shares', row.shares('shares')),
          strike: row.needed('strike', row.dollars('strike')),
          ...(kind && { kind }),
          ...(expires !== undefined && { expires }),
          ...(fmvAtGrant !== undefined && { fmvAtGrant }),
        }
        draft.grant(fact, row.row)
      },
    }
  },
})
