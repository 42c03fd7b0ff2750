/** What the figures rest on: notices, everything assumed, the version and the fingerprint of the law. */
import type { Dossier } from '../dossier.ts'
import { type Block, heading, note, paragraph, points, section, table } from './blocks.ts'

/** Nothing is left out here: a preparer has to see each default that stands for a fact. */
export const groundPages = ({ project, version, fingerprint, rounding, asOf }: Dossier): Block[] =>
  section([
    heading('Notices'),
    ...(project.notices.length === 0
      ? [paragraph('There are none.')]
      : points(project.notices.map(({ code, message }) => `${kinds[code]}: ${message}`))),
    heading('Assumptions'),
    ...(project.assumed.length === 0
      ? [paragraph('Nothing was assumed.')]
      : [
          table(
            [
              { head: 'Where', width: 40 },
              { head: 'Taken as', width: 28 },
              { head: 'Why', width: 32 },
            ],
            together(project.assumed).map(({ path, value, message }) => [path, value, message]),
          ),
        ]),
    heading('How these figures were made'),
    paragraph(
      `Isoline ${version}, as of ${asOf}, ${rounding === 'exact' ? 'in exact figures, rounded to the cent at output' : 'as filed, with the Tax Table under $100,000'}. Fingerprint of the tables of law: ${fingerprint}. The same scenario, version and fingerprint give the same figures.`,
    ),
    note('A plan to discuss with whoever prepares the return. It is not tax advice, and no return is filed by it.'),
  ])

const kinds: { readonly [Code in Dossier['project']['notices'][number]['code']]: string } = {
  projected: 'Projected',
  unconfirmed: 'Not confirmed',
  notModelled: 'Not modelled',
  law: 'Rule',
}

type Assumed = Dossier['project']['assumed'][number]

const yearOfIncomes = /^incomes\.(\d{4})\./

/** The same default of years that follow one another is said once, with the first and the last of them. */
function together(assumed: readonly Assumed[]): Assumed[] {
  const said: { of: Assumed; name: string; first: string; last: string }[] = []
  for (const each of assumed) {
    const [, year] = yearOfIncomes.exec(each.path) ?? []
    const name = `${each.path.replace(yearOfIncomes, 'incomes.')} ${each.value} ${each.message}`
    const before = year && said.find((one) => one.name === name && Number(one.last) + 1 === Number(year))
    if (before) before.last = year
    else said.push({ of: each, name, first: year ?? '', last: year ?? '' })
  }
  return said.map(({ of, first, last }) =>
    first === last ? of : { ...of, path: of.path.replace(`.${first}.`, `.${first} to ${last}.`) },
  )
}
