/** The logs a preparer keeps: the minimum tax credit, federal and of states, and both bases of every lot. */
import type { Dossier } from '../dossier.ts'
import { type Block, heading, note, paragraph, section, subheading, table } from './blocks.ts'
import { count, dollars } from './printable.ts'

type Project = Dossier['project']
const right = true as const

/** Credit and basis: what has to be known of earlier years to figure a later one. */
export const logPages = ({ project }: Dossier): Block[] =>
  section([
    heading('Credit log'),
    creditTable(project),
    note(
      'Into the next year = carried out + made, not below zero. Made is the AMT of the year less what exclusion items alone would have made of it; that part never comes back (IRC §53(d)(1)(B)).',
    ),
    ...(project.stateCreditLog.length > 0 ? [heading('Credit logs of states'), stateTable(project)] : []),
    heading('Basis log'),
    ...(project.lots.length === 0
      ? [paragraph('There are no lots.')]
      : [
          subheading('As bought'),
          acquiredTable(project),
          subheading('At the end of the last year'),
          heldTable(project),
        ]),
    note(
      'AMT basis is the strike and what AMT took in as income (IRC §56(b)(3)). Keep it until the last share is sold: each sale is figured twice.',
    ),
  ])

function creditTable({ creditLog }: Project): Block[] {
  const heads = ['AMT', 'Exclusion items', 'Made', 'Carried in', 'Used', 'Carried out', 'Into next year']
  return table(
    [{ head: 'Year', width: 7 }, ...heads.map((head) => ({ head, width: 13, right }))],
    creditLog.map((each) => [
      String(each.year),
      ...[each.amt, each.exclusionPart, each.generated, each.available, each.used].map(dollars),
      ...[each.carriedOut, each.intoNextYear].map(dollars),
    ]),
  )
}

function stateTable({ stateCreditLog }: Project): Block[] {
  const heads = ['AMT', 'Made', 'Carried in', 'Used', 'Into next year', 'Left behind']
  return table(
    [{ head: 'State', width: 6 }, { head: 'Year', width: 7 }, ...heads.map((head) => ({ head, width: 13, right }))],
    stateCreditLog.map((each) => [
      ...[each.state, String(each.year)],
      ...[each.amt, each.generated, each.available, each.used, each.intoNextYear, each.leftBehind].map(dollars),
    ]),
  )
}

const acquiredTable = ({ lots }: Project): Block[] =>
  table(
    [
      { head: 'Lot', width: 18 },
      { head: 'Exercised', width: 12 },
      ...['Shares', 'Regular basis', 'AMT basis'].map((head) => ({ head, width: 14, right })),
      { head: 'Qualifies from', width: 15, right },
      { head: 'Long-term from', width: 15, right },
    ],
    lots.map(({ id, exercised, acquired, qualifyingOn, longTermOn }) => [
      ...[id, exercised, count(acquired.shares), dollars(acquired.regularBasis), dollars(acquired.amtBasis)],
      ...[qualifyingOn ?? '', longTermOn ?? ''],
    ]),
  )

const heldTable = ({ lots }: Project): Block[] =>
  table(
    [
      { head: 'Lot', width: 30 },
      ...['Shares', 'Regular basis', 'AMT basis', 'Difference'].map((head) => ({ head, width: 17, right })),
    ],
    lots.map(({ id, shares, regularBasis, amtBasis }) => [
      ...[id, count(shares), dollars(regularBasis), dollars(amtBasis), dollars(amtBasis - regularBasis)],
    ]),
  )
