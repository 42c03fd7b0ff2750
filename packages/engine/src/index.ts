/**
 * Isoline's engine: the law, the forms, the shares and the years of incentive stock options under both federal tax
 * systems. Pure: no clock, no input or output, no randomness.
 * @module
 */

export type { CashYear, Payment } from './answers/cash.ts'
export { type CashTest, cashTest } from './answers/cashTest.ts'
export { type ChecklistAnswer, checklistAnswer } from './answers/checklist.ts'
export type { ChecklistItem } from './answers/checklistItem.ts'
export type { Asked } from './answers/common.ts'
export { type Concentration, concentration } from './answers/concentration.ts'
export { type CostAnswer, type CostWay, costAnswer } from './answers/cost.ts'
export { type Coverage, type CoverageAnswer, coverageAnswer } from './answers/coverage.ts'
export { type CreditAnswer, creditAnswer } from './answers/credit.ts'
export { type CurveAnswer, curveAnswer } from './answers/curve.ts'
export { type EstimateAnswer, estimateAnswer } from './answers/estimate.ts'
export { type ExplainAnswer, everyName, explainAnswer } from './answers/explain.ts'
export { type GiveAnswer, type GiveCandidate, giveAnswer } from './answers/give.ts'
export type { GiveSide } from './answers/giveSides.ts'
export type { GiveQuestion } from './answers/giving.ts'
export { type HoldOrSell, holdOrSell, type RiskStudy, riskStudy } from './answers/holdOrSell.ts'
export { type LimitAnswer, limitAnswer } from './answers/limit.ts'
export { type LotRow, type LotsAnswer, lotsAnswer } from './answers/lots.ts'
export { type PlanAnswer, planAnswer } from './answers/plan.ts'
export { type PlannedInstance, planInstance } from './answers/planInstances.ts'
export type { PlanQuestion } from './answers/planTerms.ts'
export { type PlanTreeAnswer, type PlanTreeQuestion, planTreeAnswer } from './answers/planTree.ts'
export { type ProjectAnswer, type ProjectOptions, type ProjectYear, projectAnswer } from './answers/project.ts'
export { type Desk, newDesk, type ReturnAnswer, type ReturnOptions, returnAnswer } from './answers/return.ts'
export { type RiskAnswer, riskAnswer } from './answers/risk.ts'
export {
  type EscapeQuestion,
  type RiskEscape,
  type RiskEscapeMonth,
  riskEscape,
} from './answers/riskEscape.ts'
export type { EscapeDay, EscapeMonthView, EscapeView, SellRange } from './answers/riskEscapeViews.ts'
export type { RiskHolding, RiskPart } from './answers/riskHolding.ts'
export { type PreIpoAnswer, type PreIpoWayAnswer, riskPreIpo } from './answers/riskPreIpo.ts'
export { riskStress, type StressAnswer, type StressRow } from './answers/riskStress.ts'
export type { RiskQuestion } from './answers/riskTerms.ts'
export { type RoomAnswer, roomAnswer } from './answers/room.ts'
export { type SellAnswer, type SellBranch, type SellQuestion, sellAnswer } from './answers/sell.ts'
export {
  type SolveAnswer,
  type SolvePoint,
  type SolveQuestion,
  type SolveTarget,
  solveAnswer,
} from './answers/solve.ts'
export type { Case } from './case.ts'
export type { CreditYear } from './credit/creditLog.ts'
export type { StateCreditYear } from './credit/stateCreditLog.ts'
export { periodEnds } from './date.ts'
export type { Action, Lot } from './equity/action.ts'
export type { Grant } from './equity/grant.ts'
export { annualLimit, type LimitYear } from './equity/limit.ts'
export { isoSharesLeft } from './equity/onDay.ts'
export { type DispositionRecord, type Exercise, type Shares, sharesIn, sharesOf } from './equity/shares.ts'
export type { YearShares } from './equity/yearShares.ts'
export { InputError, NotModelled, type Problem } from './errors.ts'
export { federalForms, figuredForms, linesOf } from './explain/federalForms.ts'
export { lineName, lineTitle } from './explain/lineTitle.ts'
export type { Notice } from './explain/notices.ts'
export { type Explainable, explainable, type Reason, reasonFor } from './explain/reason.ts'
export { type Facts, noFacts } from './forms/facts.ts'
export { form8949Boxes, form8949Codes } from './forms/form8949.ts'
export { claimUntil, returnDue } from './law/federal/dueDates.ts'
export { federalFigures } from './law/federal/figures.ts'
export { type FederalLaw, federalLawFor, type Rounding } from './law/federal/law.ts'
export { project } from './law/federal/project.ts'
export { federalStanding } from './law/federal/standing.ts'
export { federalTable, federalTables, federalYears } from './law/federal/tables.ts'
export { type FilingStatus, filingStatuses } from './law/law.ts'
export { type Lean, type LeanTotals, lean } from './lean.ts'
export { nearest } from './nearest.ts'
export { breakWords, type Curve, type CurvePoint, curveOf } from './plan/curve.ts'
export { type FederalReturn, figureReturn, refigureSpread, type Workspace, workspace } from './return.ts'
export { caseOfFlat } from './scenario/caseOfFlat.ts'
export { type FlatCase, parseFlatCase } from './scenario/flatCase.ts'
export { parseScenario } from './scenario/parseScenario.ts'
export { parsePlanInstances } from './scenario/planInstances.ts'
export type { ScenarioFile } from './scenario/schema.ts'
export type { Instance } from './schedule/simplified.ts'
export { loadSolver, type Progress, type Solver } from './schedule/solver.ts'
export { type StateYear, stateYears } from './stateYears.ts'
export { type Summary, summaryLines, summaryOf } from './summary.ts'
export { type FiguredYear, yearsTo } from './timeline.ts'
