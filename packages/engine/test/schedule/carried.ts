/** A plan carried through the rows of its problem, beside what the forms figure of it. */
import type { ScheduleModel } from '../../src/schedule/model.ts'
import type { Shares } from '../../src/schedule/problem.ts'
import { broken, objectiveAt, type Values, valuesOf } from '../../src/schedule/rows.ts'
import type { Score } from '../../src/schedule/score.ts'

export interface Carriage {
  /** By the forms, and by the rows. */
  readonly score: number
  readonly model: number
  readonly values: Values
  readonly broken: ReturnType<typeof broken>
}

/** Which deduction the forms took is told to the rows: they hold both and do not figure which is better. */
export function carriedThrough({ model, shapes }: ScheduleModel, score: Score, plan: Readonly<Shares>): Carriage {
  score.set(plan)
  const worth = score.value()
  shapes.forEach((shape, i) => {
    shape.taken.itemizes = score.itemized[i] === 1
  })
  const values = valuesOf(model, plan)
  return { score: worth, values, model: objectiveAt(model, values), broken: broken(model, values, 1e-4) }
}
