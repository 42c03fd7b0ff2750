/** docs/answers.md names exactly the keys that the commands give. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { file, fileNamed, json } from './isoline.ts'
import { joint } from './scenarios.ts'

const page = readFileSync(new URL('../../../docs/answers.md', import.meta.url), 'utf8')
const scenario = 'examples/first-exercise.yaml'
const twelve = 'examples/twelve-years.yaml'
const staging = 'examples/staging.yaml'
/** Two years, one grant, on the simplified law of instance files. */
const instances = file(
  'instances.json',
  JSON.stringify({
    instances: [
      {
        id: 'a',
        instance: {
          ...{ T: 2, tail: 2, status: 'single', wages: [150_000], price: [20, 22], r: 0.05, indexing: 0, credit0: 0 },
          grants: [{ K: 2, shares: 1_000, qual: 0 }],
          lots: [{ K: 2, amtBasis: 9, shares: 100, qual: 0 }],
        },
      },
    ],
  }),
)
/** Too little cash, a loan, and a sale later in the year. */
const borrowing = file(
  'borrowing.yaml',
  joint({
    '  cash: 50000\n': '  cash: 50000\n  borrowed: { amount: 30000, rate: 0.08, due: 2029-06-30 }\n',
    'exercise: 10000, grant: G1 }':
      'exercise: 10000, grant: G1, as: new }\n  - { on: 2026-09-01, sell: 10, lot: new, price: 22 }',
  }),
)
/** A form, a row that cannot be read and a value that contradicts. */
const forms = file(
  'forms.csv',
  'Box 1,Box 2,Box 3,Box 4,Box 5\n2023-03-01,2025-06-03,2,9.5,400\n2023-03-01,soon,2,9,40\nThese are no rows but words below the table\n',
)
/** A year that no scenario has. */
const papers = file('papers.yaml', 'papers: 1\nfiled:\n  - { year: 2001 }\n')
const few = ['--paths', '250', '--jobs', '1']
const peak = ['examples/peak-and-fall.yaml', '--as-of', '2026-02-02', ...few]
const early = ['examples/early-exercise.yaml', '--as-of', '2026-02-02', ...few]
const flat = {
  ...{ id: 'a', year: 2026, status: 'single', age: 40, wages: 200_000, interest: 0, ordinaryDividends: 0 },
  ...{ qualifiedDividends: 0, shortTermGain: 0, longTermGain: 0, isoSpread: 0, otherAmtAdjustment: 0 },
}

/** The keys in the first table below a heading; further ones are of its parts. */
const documented = (command: string): string[] => {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${command}\n`)) ?? ''
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section) ?? []
  return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key ?? '')
}

test.each([
  ['room', [scenario]],
  ['estimate', [scenario]],
  ['curve', [scenario]],
  ['cost', [scenario]],
  ['checklist', [scenario]],
  ['risk', [scenario]],
  ['lots', [scenario]],
  ['limit', [scenario]],
  ['sell', [scenario, '--on', '2026-12-01']],
  ['give', [scenario]],
  ['project', [scenario]],
  ['credit', [scenario]],
  ['pay', [scenario]],
  ['plan', [scenario, '--through', '2027']],
  ['reconcile', [scenario, papers]],
  ['export', ['calendar', scenario, '--out', fileNamed('days.ics'), '--force']],
  ['explain', [scenario, 'amt', '--depth', '1']],
])('%s', async (command, words) => {
  expect(Object.keys(await json(command, ...words)).sort()).toEqual(documented(command).sort())
})

test('import', async () => {
  const answer = await json('import', forms)
  expect(Object.keys(answer).sort()).toEqual(documented('import').sort())
  const [read] = answer.files
  const { format, grants, lots, papers, unread, leftOut } = read
  const inside = [
    read,
    format,
    grants[0],
    grants[0].fact,
    lots[0].fact,
    lots[0].from,
    papers[0].fact,
    unread[0],
    leftOut[0],
  ]
  for (const part of [...inside, answer.added, answer.asked[0], answer.changes[0]])
    expect(Object.keys(part).filter((key) => !named('import').includes(key))).toEqual([])
})

const solving = ['--solve', 'shares', '--target', 'amt=0']

test('room --solve', async () => {
  const answer = await json('room', scenario, ...solving)
  expect(Object.keys(answer).sort()).toEqual(documented('room --solve').sort())
  for (const part of [answer.about, answer.target, answer.at, answer.stretches[0], answer.range])
    expect(Object.keys(part).filter((key) => !named('room --solve').includes(key))).toEqual([])
})

test('plan over outcomes, and its instances', async () => {
  const tree = await json('plan', 'examples/before-the-ipo.yaml', '--objective', 'expected', '--through', '2030')
  const [row] = await json('plan', '--instances', instances)
  const { best, strategies, curve } = tree
  for (const part of [tree, best, best.outcomes[0], strategies[0], curve[0], row, ...row.plan])
    expect(Object.keys(part).filter((key) => !named('plan').includes(key))).toEqual([])
})

test('return', async () => {
  const answer = await json('return', file('flat.json', JSON.stringify(flat)))
  expect(Object.keys(answer).sort()).toEqual(documented('return').sort())
})

/** Answers asked once: many parts are of the same one. */
const asked = new Map<string, Promise<unknown>>()
// biome-ignore lint/suspicious/noExplicitAny: the parts of answers by the names of the contract
function answerTo(command: string, words: string[]): Promise<any> {
  const key = [command, ...words].join(' ')
  const known = asked.get(key) ?? json(command, ...words)
  asked.set(key, known)
  return known
}

/** Every name in the text of a section, in its table or below it. */
const named = (command: string): string[] => {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${command}\n`)) ?? ''
  return [...section.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '')
}

// biome-ignore lint/suspicious/noExplicitAny: the parts of answers by the names of the contract
const parts: [string, string[], (answer: any) => object][] = [
  ['estimate', [scenario], ({ exercises }) => exercises[0]],
  ['cost', [scenario, '--compare'], ({ compare }) => compare[0]],
  ['checklist', [scenario], ({ items }) => items[0]],
  ['checklist', [scenario], ({ items }) => items[7].dates[0]],
  [
    'checklist',
    [scenario],
    ({ items }) => Object.assign({}, ...items.map((item: { numbers: object }) => item.numbers)),
  ],
  ['checklist', [borrowing], ({ cashTest }) => cashTest],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.payments[0]],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.lacks],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.payable[0]],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.instead],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.instead.days[0]],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.sales],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.ifWorthless],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.withLoan],
  ['checklist', [borrowing], ({ cashTest }) => cashTest.withLoan.draws[0]],
  ['risk', peak, ({ prices }) => prices],
  ['risk', peak, ({ holding }) => holding],
  ['risk', peak, ({ holding }) => holding.held[0]],
  ['risk', peak, ({ holding }) => holding.parts[0]],
  ['risk', peak, ({ holding }) => holding.parts[0].percentiles[0]],
  ['risk', peak, ({ holding }) => holding.parts[0].certaintyEquivalents[0]],
  ['risk', peak, ({ holding }) => holding.breakEven],
  ['risk', peak, ({ concentration }) => concentration],
  ['risk', peak, ({ concentration }) => concentration.positions[1]],
  ['risk', peak, ({ concentration }) => concentration.positions[1].afterTax],
  ['risk', peak, ({ concentration }) => concentration.marks],
  ['risk', peak, ({ concentration }) => concentration.questions[1]],
  [
    'risk',
    peak,
    ({ concentration }) =>
      Object.assign({}, ...concentration.questions.map((each: { numbers: object }) => each.numbers)),
  ],
  ['risk', peak, ({ stress }) => stress],
  ['risk', peak, ({ stress }) => stress.plan],
  ['risk', peak, ({ stress }) => stress.plan.figures],
  ['risk', peak, ({ stress }) => stress.plan.figures.due[0]],
  ['risk', peak, ({ stress }) => stress.plan.figures.sale],
  ['risk', peak, ({ stress }) => stress.plan.figures.sale.whole],
  ['risk', peak, ({ stress }) => stress.plan.figures.afterYear],
  ['risk', peak, ({ escape: hatch }) => hatch],
  ['risk', peak, ({ escape: hatch }) => hatch.watched],
  ['risk', peak, ({ escape: hatch }) => hatch.months[0]],
  ['risk', peak, ({ escape: hatch }) => hatch.views[0]],
  ['risk', peak, ({ escape: hatch }) => hatch.views[0].months[0]],
  ['risk', peak, ({ escape: hatch }) => hatch.views[0].days[0]],
  ['risk', peak, ({ escape: hatch }) => hatch.views[0].days[0].sell[0]],
  ['risk', peak, ({ escape: hatch }) => hatch.even],
  ['risk', early, ({ holding }) => holding.parts[0].outcomes[0]],
  ['risk', early, ({ preIpo }) => preIpo],
  ['risk', early, ({ preIpo }) => preIpo.grant],
  ['risk', early, ({ preIpo }) => preIpo.outcomes[0]],
  ['risk', early, ({ preIpo }) => preIpo.ways[0]],
  ['risk', early, ({ preIpo }) => preIpo.ways[0].cost],
  ['risk', early, ({ preIpo }) => preIpo.ways[0].cost.payments[0]],
  ['risk', early, ({ preIpo }) => preIpo.ways[0].lost],
  ['risk', early, ({ preIpo }) => preIpo.ways[0].cash],
  ['lots', [scenario], ({ lots }) => lots[0]],
  ['lots', [scenario], ({ lots }) => lots[0].acquired],
  ['lots', [scenario], ({ lots }) => lots[0].inclusions[0]],
  ['lots', ['examples/over-the-limit.yaml'], ({ lots }) => lots[0].parts[0]],
  ['limit', [scenario], ({ years }) => years[0]],
  ['limit', [scenario], ({ years }) => years[0].grants[0]],
  ['sell', [scenario, '--on', '2026-12-01'], ({ branches }) => branches[0]],
  ['sell', [scenario, '--on', '2026-12-01', '--lot', 'best'], ({ compared }) => compared],
  ['sell', [scenario, '--on', '2026-12-01'], ({ forms }) => forms],
  ['sell', [scenario, '--on', '2026-12-01'], ({ forms }) => forms.form8949.rows[0]],
  ['give', [scenario], ({ gift }) => gift],
  ['give', [scenario], ({ without }) => without.year],
  ['give', [scenario], ({ without }) => without.allYears],
  ['give', [scenario], ({ relief }) => relief],
  ['give', [scenario], ({ relief }) => relief.allYears],
  ['give', [scenario], ({ relief }) => relief.lastDollar],
  ['give', [scenario], ({ use }) => use],
  ['give', [scenario], ({ best }) => best],
  ['give', [scenario], ({ candidates }) => candidates[0]],
  ['give', [scenario, '--cash', '20000'], ({ ways }) => ways[1]],
  ['give', [scenario, '--cash', '20000'], ({ findings }) => findings[0]],
  ['give', [scenario, '--bunch', '3', '--yearly', '9000'], ({ bunch }) => bunch],
  ['give', [scenario, '--bunch', '3', '--yearly', '9000'], ({ bunch }) => bunch.spread],
  ['give', [scenario, '--bunch', '3', '--yearly', '9000'], ({ bunch }) => bunch.spread.byYear[0]],
  ['pay', [scenario], ({ federal }) => federal],
  ['pay', [scenario], ({ federal }) => federal.installments[0]],
  ['pay', [scenario], ({ federal }) => federal.penalty],
  ['pay', [scenario, '--as-of', '2026-01-05'], ({ federal }) => federal.withholding],
  ['pay', [scenario], ({ forms }) => forms],
  ['reconcile', [scenario, papers], ({ compared }) => compared],
  ['reconcile', [scenario, papers], ({ findings }) => findings[0]],
  ['reconcile', [scenario, papers], ({ years }) => years[0]],
  ['plan', [staging, '--through', '2028'], ({ best }) => best],
  ['plan', [staging, '--through', '2028'], ({ best }) => best.years[0]],
  ['plan', [staging, '--through', '2028'], ({ best }) => Object.assign({}, ...best.plan)],
  ['plan', [staging, '--through', '2028'], ({ strategies }) => strategies[0]],
  ['plan', [staging, '--through', '2028'], ({ flat }) => flat],
  ['plan', [staging, '--through', '2028'], ({ prices }) => prices[0]],
  ['plan', [staging, '--through', '2031'], ({ windows }) => windows[0]],
  ['plan', [staging, '--through', '2028', '--shadow'], ({ shadowPrices }) => shadowPrices[0]],
  ['plan', [staging, '--through', '2027', '--staging'], ({ staging: { rows, ...rest } }) => ({ ...rest, ...rows[0] })],
  ['plan', [staging, '--through', '2028', '--objective', 'leastAmt'], ({ leastAmt }) => leastAmt],
  ['project', [twelve, '--forms'], ({ years }) => years[0]],
  ['project', [twelve], ({ years }) => years[0].projected],
  ['project', [twelve], ({ years }) => years[0].cash],
  ['project', [twelve], ({ years }) => years[0].cash.payments[0]],
  ['project', [twelve], ({ years }) => years[0].cash.safeHarbor],
  ['project', [twelve], ({ years }) => years[0].cash.lowest],
  ['project', [twelve], ({ years }) => years[0].carriedOut],
  ['project', [twelve], ({ years }) => years[0].carriedOut.amtCapitalLoss],
  ['project', [twelve], ({ creditLog }) => creditLog[0]],
  ['project', [twelve], ({ creditLog }) => creditLog[0].lots[0]],
  ['credit', [twelve], ({ ahead }) => ahead],
  ['credit', [twelve], ({ ahead }) => ahead.uses[0]],
  ['credit', [twelve], ({ moves }) => moves[0]],
  ['credit', [twelve], ({ moves }) => moves[0].moves[0]],
  [
    'credit',
    [twelve],
    ({ moves }) => Object.fromEntries(moves[0].moves.map(({ what }: { what: string }) => [what, 0])),
  ],
  ['credit', [twelve], ({ faster }) => faster],
  ['credit', [twelve], ({ faster }) => faster.sales[0]],
  ['credit', [twelve], ({ faster }) => faster.sales[0].sells[0]],
  ['credit', ['examples/peak-and-fall.yaml'], ({ faster }) => faster.notYet[0]],
  ['credit', ['examples/credit-left-behind.yaml'], ({ unused }) => unused],
  ['credit', ['examples/credit-left-behind.yaml'], ({ unused }) => unused.years[0]],
]

test.each(parts)('parts of %s are named too: %#', async (command, words, part) => {
  const keys = Object.keys(part(await answerTo(command, words)))
  expect(keys.filter((key) => !named(command).includes(key))).toEqual([])
})
