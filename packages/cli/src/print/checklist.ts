/** The checklist on a page: the cash test, then every step with a mark, its question, its answer and its dates. */
import type { ChecklistAnswer, ChecklistItem } from '@isoline/engine'
import { cashTestLines } from './cashTest.ts'
import { grounds } from './grounds.ts'
import type { Page } from './page.ts'
import { points, wrapped } from './text.ts'

const indent = '      '

/** The cash test in full, and the list. */
export function checklistLines(answer: ChecklistAnswer, page: Page): string[] {
  const { items, cashTest, year } = answer
  // What the test says in full above is not said again
  const rest = items.filter(({ name }) => name !== 'cashTest')
  const legend = '[x] settled, [ ] to do or to face, [?] a fact is missing.'
  return [
    ...cashTestLines(cashTest, page),
    ...(items.some(planMissing) ? nothingPlanned(answer, page) : []),
    '',
    page.paint.bold(`The checklist of ${year}`),
    ...wrapped(legend, page.width, '  ').map(page.paint.dim),
    ...rest.flatMap((item) => ['', ...itemLines(item, page)]),
    ...grounds(answer, page),
  ]
}

const planMissing = ({ missing }: ChecklistItem): boolean => missing.some(({ path }) => path === 'plan')

/** What to do about it: ask for the year of the next exercise, or plan one. */
function nothingPlanned({ year, cashTest }: ChecklistAnswer, page: Page): string[] {
  const next = cashTest.exercises.map(({ on }) => on.slice(0, 4)).find((each) => Number(each) > year)
  const ask = next ? ` The plan's next exercise is in ${next}: \`--year ${next}\` has its list.` : ''
  const add = `Add an entry under plan, such as { on: ${year}-01-15, exercise: 1000, grant: G1 }, and the list has its numbers. \`isoline room\` shows how many shares owe no AMT.`
  return points([`Nothing is exercised in ${year}.${ask} ${add}`], page.width)
}

const marks: { readonly [Answer in ChecklistItem['answer']]: string } = { yes: '[x]', no: '[ ]', missing: '[?]' }

function itemLines({ answer, question, says, dates, missing }: ChecklistItem, page: Page): string[] {
  const { bold, yellow } = page.paint
  const title = wrapped(question, page.width, `  ${marks[answer]} `, indent)
  // That nothing is planned is said once, above
  const facts = missing.filter(({ path }) => path !== 'plan')
  return [
    ...title.map(answer === 'yes' ? bold : (line) => bold(yellow(line))),
    ...says.flatMap((text) => wrapped(text, page.width, indent)),
    ...facts.flatMap(({ path, message }) => wrapped(`Missing: ${path}, to tell ${message}.`, page.width, indent)),
    ...dates.flatMap(({ on, what }) => wrapped(`${on}  ${what}`, page.width, indent, `${indent}           `)),
  ]
}
