/** Form 1099-B and W-2 as tables. Their rows stay papers: what they mean is seen when they are compared with the scenario. */
import type { Cell } from '../read/cells.ts'
import type { Paper } from './found.ts'
import { tableFormat } from './tableFormat.ts'

/** Boxes that hold something, under their names. */
const paper = (form: Paper['form'], boxes: { readonly [name: string]: Cell | undefined }): Paper => ({
  form,
  boxes: Object.fromEntries(
    Object.entries(boxes).filter(([, cell]) => cell !== undefined && cell !== ''),
  ) as Paper['boxes'],
})

/** Form 1099-B, a row for each sale, as brokers let one download it. Boxes under the names of FDX, in lower case. */
export const form1099B = tableFormat({
  name: 'Form 1099-B',
  columns: {
    saledescription: ['Description of property', 'Box 1a', '1a', 'Description', 'Security', 'Security name'],
    dateacquired: ['Date acquired', 'Box 1b', '1b', 'Acquired'],
    dateofsale: ['Date sold or disposed', 'Date sold', 'Box 1c', '1c', 'Date of sale', 'Sale date'],
    salesprice: ['Proceeds', 'Box 1d', '1d', 'Gross proceeds', 'Sales price'],
    costbasis: ['Cost or other basis', 'Box 1e', '1e', 'Cost basis', 'Cost'],
    accruedmarketdiscount: ['Accrued market discount', 'Box 1f', '1f'],
    washsalelossdisallowed: ['Wash sale loss disallowed', 'Box 1g', '1g', 'Wash sale'],
    longorshort: ['Type of gain or loss', 'Box 2', 'Term', 'Short-term or long-term', 'Type'],
    noncoveredsecurity: ['Noncovered security', 'Box 5', 'Covered', 'Noncovered'],
    basisreported: ['Basis reported to IRS', 'Box 12'],
    numberofshares: ['Quantity', 'Shares', 'Number of shares', 'Quantity sold'],
  },
  needed: ['saledescription', 'dateacquired', 'dateofsale', 'salesprice', 'costbasis'],
  begin: (draft) => ({
    row(row) {
      // Brokers write "Various" for the day where shares of several days are sold at once
      const acquired = /^various$/i.test(row.text('dateacquired')) ? 'Various' : row.date('dateacquired')
      const boxes = {
        saledescription: row.text('saledescription'),
        dateacquired: acquired,
        dateofsale: row.needed('dateofsale', row.date('dateofsale')),
        salesprice: row.needed('salesprice', row.dollars('salesprice')),
        costbasis: row.dollars('costbasis'),
        accruedmarketdiscount: row.dollars('accruedmarketdiscount'),
        washsalelossdisallowed: row.dollars('washsalelossdisallowed'),
        longorshort: row.text('longorshort'),
        noncoveredsecurity: row.text('noncoveredsecurity'),
        basisreported: row.text('basisreported'),
        numberofshares: row.shares('numberofshares'),
      }
      draft.paper(paper('form1099B', boxes), row.row)
    },
  }),
})

/** Form W-2, a row each. Boxes under the names of FDX, in lower case. */
export const formW2 = tableFormat({
  name: 'Form W-2',
  columns: {
    taxyear: ['Tax year', 'Year'],
    employername: ['Employer', 'Employer name', "Employer's name", 'Box c'],
    wages: ['Wages, tips, other compensation', 'Box 1', 'Wages'],
    federaltaxwithheld: ['Federal income tax withheld', 'Box 2', 'Federal tax withheld'],
    socialsecuritywages: ['Social security wages', 'Box 3'],
    medicarewages: ['Medicare wages and tips', 'Box 5', 'Medicare wages'],
    'codes.v': ['Box 12 V', 'Box 12 code V', '12V', 'Code V'],
    other: ['Other', 'Box 14'],
  },
  needed: ['wages', 'federaltaxwithheld', 'medicarewages'],
  begin: (draft) => ({
    row(row) {
      const boxes = {
        taxyear: row.text('taxyear'),
        employername: row.text('employername'),
        wages: row.needed('wages', row.dollars('wages')),
        federaltaxwithheld: row.dollars('federaltaxwithheld'),
        socialsecuritywages: row.dollars('socialsecuritywages'),
        medicarewages: row.dollars('medicarewages'),
        'codes.V': row.dollars('codes.v'),
        other: row.text('other'),
      }
      draft.paper(paper('formW2', boxes), row.row)
    },
  }),
})
