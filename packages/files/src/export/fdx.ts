/** Tax papers in the JSON of the Financial Data Exchange (FDX, US Tax API): what tax programs import. */
import { type Asked, type Case, type LotRow, lotsAnswer, sharesOf } from '@isoline/engine'
import { dossierOf, type SaleRow } from './dossier.ts'

/** Form 3921 as FDX names its boxes 1 to 5. Dollars a share as of the exercise. */
interface Tax3921 {
  readonly taxYear: number
  readonly taxFormType: 'Tax3921'
  readonly accountNumber: string
  readonly optionGrantDate: string
  readonly optionExerciseDate: string
  readonly exercisePrice: number
  readonly exerciseMarketValue: number
  readonly numberOfShares: number
}

/** A sale as a broker reports it. Boxes 1a to 1e, 2, 5 and 12 of Form 1099-B. */
interface SecurityDetail {
  readonly checkboxOnForm8949: string
  readonly securityName: string
  readonly numberOfShares: number
  readonly saleDescription: string
  readonly dateAcquired: string
  readonly dateOfSale: string
  readonly salesPrice: number
  readonly costBasis?: number
  readonly longOrShort: 'LONG' | 'SHORT'
  readonly noncoveredSecurity: boolean
  readonly basisReported: boolean
}

type TaxData =
  | { readonly tax3921: Tax3921 }
  | {
      readonly tax1099B: {
        readonly taxYear: number
        readonly taxFormType: 'Tax1099B'
        readonly securityDetails: readonly SecurityDetail[]
      }
    }

/**
 * The papers of what has happened by the day asked: a Form 3921 for each exercise of ISO shares, a Form 1099-B for each year's sales
 * that a broker reports. What is only planned has no paper. As a list of statements, one a tax year.
 * @throws InputError, NotModelled where a year cannot be figured.
 */
export function exportFdx(of: Case, asked: Omit<Asked, 'year'>): string {
  const papers = [...forms3921(of, asked.asOf), ...forms1099B(of, asked)]
  const years = [...new Set(papers.map(({ year }) => year))].sort((one, other) => one - other)
  const statements = years.map((taxYear) => ({
    ...{ taxYear, taxDataType: 'JSON' },
    forms: papers.filter(({ year }) => year === taxYear).map(({ form }) => form),
  }))
  return `${JSON.stringify({ statements }, null, 2)}\n`
}

interface PaperOfYear {
  readonly year: number
  readonly form: TaxData
}

const yearOf = (on: string): number => Number(on.slice(0, 4))

function forms3921(of: Case, asOf: string): PaperOfYear[] {
  const held = new Map(sharesOf(of).books.prepared.lots.map((lot) => [lot.id, lot]))
  return lotsAnswer(of, asOf).lots.flatMap(({ id, exercised, nsoShares }: LotRow): PaperOfYear[] => {
    const lot = held.get(id)
    const shares = lot ? lot.shares - nsoShares : 0
    if (!lot || exercised > asOf || shares <= 0) return []
    const { grant } = lot.grant
    const year = yearOf(exercised)
    const tax3921: Tax3921 = {
      ...{ taxYear: year, taxFormType: 'Tax3921', accountNumber: id },
      ...{ optionGrantDate: grant.on, optionExerciseDate: exercised },
      ...{ exercisePrice: lot.strike, exerciseMarketValue: lot.value, numberOfShares: shares },
    }
    return [{ year, form: { tax3921 } }]
  })
}

/** Boxes of Form 8949 whose sales no Form 1099-B reports. */
const unreported = ['C', 'F']

function forms1099B(of: Case, asked: Omit<Asked, 'year'>): PaperOfYear[] {
  if (!of.plan.some(({ on }) => on <= asked.asOf)) return []
  const { sales } = dossierOf(of, asked)
  const own = sales.filter(
    ({ system, sold, box }) => system === 'regular' && sold <= asked.asOf && !unreported.includes(box),
  )
  const years = [...new Set(own.map(({ year }) => year))]
  return years.map((year) => {
    const securityDetails = own.filter((sale) => sale.year === year).map((sale) => detailOf(sale, of.company.name))
    return { year, form: { tax1099B: { taxYear: year, taxFormType: 'Tax1099B', securityDetails } } }
  })
}

/** What a broker reports: where the basis is reported it is the price paid alone. Code B on Form 8949 puts that right. */
function detailOf(sale: SaleRow, company: string): SecurityDetail {
  const basisReported = sale.box === 'A' || sale.box === 'D'
  return {
    ...{ checkboxOnForm8949: sale.box, securityName: company, numberOfShares: sale.shares },
    ...{ saleDescription: sale.description, dateAcquired: sale.acquired, dateOfSale: sale.sold },
    salesPrice: sale.proceeds,
    ...(basisReported && { costBasis: sale.basis }),
    longOrShort: sale.box >= 'D' ? 'LONG' : 'SHORT',
    ...{ noncoveredSecurity: !basisReported, basisReported },
  }
}
