/** `isoline risk`: should one hold at all. */
import { availableParallelism } from 'node:os'
import { type Asked, type Case, type RiskAnswer, type RiskQuestion, riskAnswer, riskStudy } from '@isoline/engine'
import type { Answered } from '../give.ts'
import type { Io } from '../io.ts'
import { cashTestLines } from '../print/cashTest.ts'
import { concentrationLines } from '../print/concentration.ts'
import { grounds } from '../print/grounds.ts'
import type { Page } from '../print/page.ts'
import { riskEscapeLines } from '../print/riskEscape.ts'
import { holdingLines, riskHeadline } from '../print/riskHolding.ts'
import { riskPreIpoLines } from '../print/riskPreIpo.ts'
import { riskStressLines } from '../print/riskStress.ts'
import { points, wrapped } from '../print/text.ts'
import { drawInThreads } from '../risk/threads.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** Selling now against holding, with what may go wrong. `threads` figure the futures; one: this thread. */
export async function risk(
  io: Io,
  subject: Subject,
  asked: Asked,
  question: RiskQuestion,
  threads?: number,
): Promise<Answered> {
  const of = scenarioOnly(subject, 'risk is that of shares held over years')
  const answer = await answered(io, of, asked, question, threads ?? Math.min(4, availableParallelism()))
  return { json: answer, lines: (page) => riskLines(answer, page) }
}

/** Few blocks are figured sooner than a thread starts. */
const worthAThread = 8

async function answered(io: Io, of: Case, asked: Asked, question: RiskQuestion, threads: number): Promise<RiskAnswer> {
  const study = riskStudy(of, asked, question)
  if (!study || threads < 2 || study.blocks < worthAThread) return riskAnswer(of, asked, question)
  const { blocks } = await drawInThreads(io, { of, asked, question }, study, threads)
  return riskAnswer(of, asked, question, blocks)
}

function riskLines(answer: RiskAnswer, page: Page): string[] {
  const { cashTest, concentration, stress, escape: hatch, preIpo } = answer
  return [
    ...cashTestLines(cashTest, page),
    '',
    ...wrapped(riskHeadline(answer), page.width).map(page.paint.bold),
    '',
    ...apart(holdingLines(answer, page)),
    ...concentrationLines(concentration, page),
    '',
    ...riskStressLines(stress, page),
    '',
    ...riskEscapeLines(hatch, page),
    ...(preIpo ? ['', ...riskPreIpoLines(preIpo, page)] : []),
    ...missingLines(answer, page),
    ...grounds({ year: 'every', notices: answer.notices, assumed: answer.assumed }, page),
  ]
}

/** Lines with a blank one after them; none where there are none. */
const apart = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : [...lines, ''])

function missingLines({ missing }: RiskAnswer, page: Page): string[] {
  if (missing.length === 0) return []
  return [
    '',
    page.paint.yellow('Missing'),
    ...points(
      missing.map(({ path, message }) => `${path}: ${message}`),
      page.width,
    ),
  ]
}
