/** `isoline lots`: every lot with both bases and both clocks. */
import { type LotRow, type LotsAnswer, lotsAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { partLines } from '../print/lotParts.ts'
import { basisTable, clockTable, inclusionTable, named, shownLots, statusTable } from '../print/lotTables.ts'
import { count } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { listed, plural, points, wrapped } from '../print/text.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** The lots of a scenario, and what a sale on a day would be. */
export function lots(subject: Subject, on: string): Answered {
  const answer = lotsAnswer(scenarioOnly(subject, 'lots are asked about'), on)
  return { json: answer, lines: (page) => lotsLines(onDay(answer), page) }
}

/** The answer as of the day asked about: a lot that the plan exercises later is shown as it will be exercised. */
function onDay(answer: LotsAnswer): LotsAnswer {
  const rows = answer.lots.map((lot) => ({ ...lot, ...(lot.status === 'notExercised' ? lot.acquired : lot.heldThen) }))
  return { ...answer, heldOn: answer.asOf, lots: rows }
}

function lotsLines(answer: LotsAnswer, page: Page): string[] {
  const title = wrapped(headline(answer), page.width).map(page.paint.bold)
  if (answer.lots.length === 0) return [...title, ...points([noLots], page.width), ...grounds(answer, page)]
  const shown = { ...answer, lots: shownLots(answer) }
  return [
    ...title,
    ...statusTable(answer, page),
    '',
    ...basisTable(shown, page),
    '',
    ...clockTable(shown, page),
    ...partLines(shown, page),
    ...inclusionTable(answer, page),
    '',
    ...points(meaning(answer), page.width),
    ...grounds(answer, page),
  ]
}

const noLots =
  'Shares exercised already go under lots, one for each Form 3921; an exercise under plan makes a lot as well.'

function headline({ lots, asOf }: LotsAnswer): string {
  const [only, another] = lots
  if (!only) return 'There are no lots: no shares are exercised, and the plan exercises none.'
  if (!another) return `${only.id}: ${sentence(only, asOf)}`
  const qualify = lots.filter(({ status }) => status === 'qualifying')
  const next = lots.flatMap(({ status, qualifyingOn }) =>
    (status === 'disqualifying' || status === 'unvested') && qualifyingOn !== null && qualifyingOn > asOf
      ? [qualifyingOn]
      : [],
  )
  const first = next.sort()[0]
  const [now, which] =
    qualify.length === 0
      ? [`On ${asOf} no lot can be sold in a qualifying disposition`, 'first']
      : [`On ${asOf} a sale of ${named(qualify, lots.length)} is a qualifying disposition`, 'next']
  return `${now}${first === undefined ? '.' : `; the ${which} lot to qualify does so from ${first} on.`}`
}

/** What a sale of a lot on the day would be. */
function sentence({ status, qualifyingOn, exercised }: LotRow, asOf: string): string {
  switch (status) {
    case 'qualifying':
      return `a sale on ${asOf} is a qualifying disposition, as it has been since ${qualifyingOn}.`
    case 'disqualifying':
      return `a sale on ${asOf} is a disqualifying disposition; from ${qualifyingOn} on it qualifies.`
    case 'nonstatutory':
      return `the shares are nonstatutory; a sale on ${asOf} makes capital gain or loss alone.`
    case 'unvested':
      return `no share can be sold on ${asOf}, because none is vested.`
    case 'notExercised':
      return `the shares are not exercised before ${exercised}.`
    case 'soldOut':
      return 'no share is left.'
  }
}

function meaning(answer: LotsAnswer): string[] {
  const { lots, heldOn } = answer
  const iso = lots.some(({ qualifyingOn }) => qualifyingOn !== null)
  const two = lots.some(({ regularBasis, amtBasis }) => regularBasis !== amtBasis)
  const planned = lots.filter((lot) => lot.planned)
  const hidden = lots.length - shownLots(answer).length
  const gone = lots.filter(({ shares, acquired }) => shares < acquired.shares)
  return [
    ...(iso
      ? [
          'A sale qualifies once two years from the grant and one year from the exercise are over: all of the gain is then long-term. Before that it is a disqualifying disposition: the bargain element, as far as there is gain, is wages.',
        ]
      : []),
    ...(two
      ? [
          'The regular basis is what was paid; the AMT basis is that and what AMT income took in. A sale makes a gain of its own in each system: `isoline sell` shows both.',
        ]
      : []),
    ...(planned.length > 0 ? [`Made by the plan: ${named(planned, lots.length)}.`] : []),
    ...(hidden > 0
      ? [
          `${plural(count(hidden), 'lot')} of which none is left ${hidden === 1 ? 'is' : 'are'} not listed: --json has them.`,
        ]
      : []),
    ...(gone.length > 0 ? [`Shares held are those of ${heldOn}, after what the plan does until then.`] : []),
    ...nonstatutory(lots),
  ]
}

function nonstatutory(lots: readonly LotRow[]): string[] {
  const some = lots.filter(({ nsoShares }) => nsoShares > 0)
  if (some.length === 0) return []
  const of = some.map(({ id, nsoShares, acquired }) => `${count(nsoShares)} of ${count(acquired.shares)} in ${id}`)
  const shown = some.length > 3 ? `some in ${some.length} of ${lots.length} lots` : listed(of)
  return [
    `Nonstatutory (NSO) shares: ${shown}. Their spread is wages at exercise, and their basis is the value taxed. \`isoline limit\` shows which are past the $100,000 limit.`,
  ]
}
