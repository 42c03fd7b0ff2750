/** What only the person can say: facts that a scenario needs and no file gave. Nothing is put in their place. */
import type { LotFact, Question } from './found.ts'
import type { Entry, Lists } from './scenarioObject.ts'

/** Of a grant, by key: what is asked, and what it changes. */
const grantAsks: readonly (readonly [string, string, string])[] = [
  [
    'kind',
    'Is it an ISO (iso) or a nonstatutory option (nso)? The file does not say; the grant agreement does',
    'whether the spread is AMT income or wages',
  ],
  ['on', 'When was it granted? Form 3921 box 1 has the day', 'the two years from the grant that a sale has to wait'],
  [
    'shares',
    'How many options were granted? The grant agreement has the number',
    'what is left to exercise, and the $100,000 limit',
  ],
  ['strike', 'What is its exercise price? Form 3921 box 3 has it', 'the spread and the regular basis'],
  [
    'fmvAtGrant',
    'What was a share worth on the day of the grant? The grant agreement or the 409A report of that time has it; for most ISOs it is the exercise price',
    'the $100,000 limit, which goes by the value at grant',
  ],
  [
    'expires',
    'What is its last day? The grant agreement has it; an ISO runs for ten years at most',
    'until when it can be exercised',
  ],
]

const lotAsks: readonly (readonly [string, string, string])[] = [
  [
    'grant',
    'Which grant was it exercised from? Two grants have the same day and price, or the file names none',
    'the holding period, and what is left of each grant',
  ],
  [
    'shares',
    'How many shares were exercised? Form 3921 box 5 has them',
    'the spread, both bases, and what is still held',
  ],
  [
    'fmvAtExercise',
    'What was a share worth on that day? Form 3921 box 4 has it; for a company that is not listed, the 409A value then in force',
    'AMT income (Form 6251 line 2i) and the AMT basis, and how much of a disqualifying sale is wages',
  ],
]

/** What is missing in the lists. `facts` are the exercises of the files by their entry: they may know part of an answer. */
export function questionsOf(lists: Lists, facts: ReadonlyMap<Entry | undefined, LotFact>): readonly Question[] {
  const grants = lists.grants.flatMap((grant, i) =>
    missing(grant, grantAsks, `grants[${i}]`, `Grant ${grant['id']}${grant['on'] ? ` of ${grant['on']}` : ''}`),
  )
  const lots = lists.lots.flatMap((lot, i) => {
    const hints = facts.get(lot)?.hints
    const stated = stateOf(lot, lists)
    return missing(lot, lotAsks, `lots[${i}]`, `The exercise of ${lot['exercised']} (${lot['id']})`, {
      ...hints,
      ...(hints?.fmvAtExercise === undefined && stated !== undefined && { fmvAtExercise: stated }),
    })
  })
  // A sale may leave out its lot (first in, first out) where the person wrote it; one from a file had a lot
  const sales = lists.plan.flatMap((entry, i) =>
    entry['sell'] !== undefined && entry['lot'] === undefined && entry['sources'] !== undefined
      ? [
          {
            path: `plan[${i}].lot`,
            message: `The sale of ${entry['on']}: which lot were the shares from? Several exercises of one day fit.`,
            changes: 'both bases and both clocks of the shares sold',
          },
        ]
      : [],
  )
  return [...grants, ...lots, ...sales]
}

function missing(
  entry: Entry,
  asks: readonly (readonly [string, string, string])[],
  path: string,
  about: string,
  hints: { readonly [key: string]: string | undefined } = {},
): Question[] {
  return asks
    .filter(([key]) => entry[key] === undefined)
    .map(([key, ask, changes]) => {
      const hint = hints[key]
      return { path: `${path}.${key}`, message: `${about}: ${ask}.${hint === undefined ? '' : ` ${hint}.`}`, changes }
    })
}

/** The last value that the scenario states before an exercise: it may have been that of the day, which the person knows. */
function stateOf(lot: Entry, { prices }: Lists): string | undefined {
  const before = prices
    .filter(({ on }) => String(on) <= String(lot['exercised']))
    .sort((one, other) => (String(one['on']) < String(other['on']) ? 1 : -1))
  return before[0] && `company.prices has ${before[0]['fmv']} from ${before[0]['on']} on`
}
