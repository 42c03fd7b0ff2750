/** The packet: what a preparer wants to see of a plan, as a PDF. */
import { type Asked, type Case, type CurveAnswer, calendarAnswer, curveAnswer, roomAnswer } from '@isoline/engine'
import { dossierOf } from '../dossier.ts'
import { packetFile } from './document.ts'

/**
 * The case as pages: a memo, the plan year by year, the logs, the forms, and what all of it rests on.
 * @throws InputError, NotModelled where a year cannot be figured.
 */
export async function exportPacket(of: Case, asked: Omit<Asked, 'year'>): Promise<Uint8Array> {
  const dossier = dossierOf(of, asked)
  const { days } = calendarAnswer(of, asked)
  const { curve, planned } = curveOfPlan(of, asked)
  return packetFile(of, { dossier, days, curve, planned })
}

/** AMT against shares of the grant that the plan exercises in the year ahead, else of the first with a spread. */
function curveOfPlan(of: Case, asked: Omit<Asked, 'year'>): { curve: CurveAnswer | null; planned: number } {
  // Without a value there is no spread, and nothing to draw
  if (of.company.prices.length === 0 || of.grants.length === 0) return { curve: null, planned: 0 }
  const { year, byGrant } = roomAnswer(of, asked)
  const exercises = of.plan.filter((action) => action.kind === 'exercise')
  const own = exercises.filter(({ on }) => Number(on.slice(0, 4)) === year)
  const grant = own.find((each) => byGrant.some((room) => room.grant === each.grant))?.grant
  const planned = own.reduce((sum, each) => (each.grant === grant ? sum + each.shares : sum), 0)
  return { curve: curveAnswer(of, asked, grant), planned }
}
