/**
 * Isoline's engine: the law, the forms, the shares and the years of incentive stock options under both federal tax
 * systems. Pure: no clock, no input or output, no randomness.
 * @module
 */

export type { Asked } from './answers/common.ts'
export { type CostAnswer, costAnswer } from './answers/cost.ts'
export { type CurveAnswer, curveAnswer } from './answers/curve.ts'
export { type EstimateAnswer, estimateAnswer } from './answers/estimate.ts'
export { type ExplainAnswer, everyName, explainAnswer } from './answers/explain.ts'
export { type Desk, newDesk, type ReturnAnswer, type ReturnOptions, returnAnswer } from './answers/return.ts'
export { type RoomAnswer, roomAnswer } from './answers/room.ts'
export type { Case } from './case.ts'
export { InputError, NotModelled, type Problem } from './errors.ts'
export { federalForms, figuredForms } from './explain/federalForms.ts'
export { lineName, lineTitle } from './explain/lineTitle.ts'
export type { Notice } from './explain/notices.ts'
export { type Explainable, type Reason, reasonFor } from './explain/reason.ts'
export { type Facts, noFacts } from './forms/facts.ts'
export { federalFigures } from './law/federal/figures.ts'
export { type FederalLaw, federalLawFor, type Rounding } from './law/federal/law.ts'
export { project } from './law/federal/project.ts'
export { federalStanding } from './law/federal/standing.ts'
export { federalTable, federalTables, federalYears } from './law/federal/tables.ts'
export { type FilingStatus, filingStatuses } from './law/law.ts'
export { nearest } from './nearest.ts'
export { breakWords, type Curve, type CurvePoint, curveOf } from './plan/curve.ts'
export { type FederalReturn, figureReturn, refigureSpread, type Workspace, workspace } from './return.ts'
export { caseOfFlat } from './scenario/caseOfFlat.ts'
export { type FlatCase, parseFlatCase } from './scenario/flatCase.ts'
export { parseScenario } from './scenario/parseScenario.ts'
export { type Summary, summaryLines, summaryOf } from './summary.ts'
export { type FiguredYear, yearsTo } from './timeline.ts'
