/** The household of a case. */
import type { Household } from '../case.ts'
import { statusesOf } from './checkHousehold.ts'
import type { Defaults } from './defaults.ts'
import type { ScenarioFile } from './schema.ts'

/** The household as written, its defaults noted. `years` are those of `incomes`, ascending. */
export function buildHousehold(file: ScenarioFile, years: readonly number[], defaults: Defaults): Household {
  const { household } = file
  const first = years[0] ?? 0
  const built: Household = {
    statuses: statusesOf(household.status, first),
    people: household.people.map(({ born, blind }, i) => ({
      born,
      blind: defaults.take(`household.people[${i}].blind`, blind, false),
    })),
    dependents: defaults.take('household.dependents', household.dependents, 0),
    residence: [...household.residence].sort((one, other) => (one.from < other.from ? -1 : 1)),
    cash: defaults.take('household.cash', household.cash, null, 'not given: whether cash suffices cannot be told'),
    netWorth: defaults.take(
      'household.netWorth',
      household.netWorth,
      null,
      'not given: the part held in these shares cannot be told',
    ),
    ...borrowedOf(household.borrowed, defaults),
  }
  noteReadings(built, first, defaults)
  return built
}

/** A loan, where there is one. */
function borrowedOf(loan: ScenarioFile['household']['borrowed'], defaults: Defaults): Pick<Household, 'borrowed'> {
  if (!loan) return {}
  const { amount, rate, due } = loan
  const recourse = defaults.take(
    'household.borrowed.recourse',
    loan.recourse,
    true,
    'not given: everything you own answers for the loan, not the shares alone',
  )
  return { borrowed: { amount, rate, due, recourse } }
}

/** What is taken for granted about who files and where. */
function noteReadings({ statuses, people, residence }: Household, first: number, defaults: Defaults): void {
  const named = statuses.map(({ status }) => status)
  if (named.includes('mfs'))
    defaults.note(
      'household.status',
      'mfs',
      'the file is of one spouse; both itemize deductions or neither does (IRC §63(c)(6)(A))',
    )
  if (named.includes('mfj') && people.length === 1)
    defaults.note('household.people[1]', 'under 65, not blind', 'the spouse is not given')
  if (people.length === 2 && named.some((status) => status !== 'mfj'))
    defaults.note('household.people', 'the first', 'the filer in years that are not filed jointly')
  const earliest = residence[0]
  if (earliest && earliest.from > `${first}-01-01`)
    defaults.note(
      'household.residence[0].from',
      `${first}-01-01`,
      `${earliest.state} is taken before ${earliest.from} too`,
    )
}
