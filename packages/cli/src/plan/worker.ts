/** The other side of a plan's thread: searches while the thread that started it listens for someone who has waited long enough. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadSolver, type Progress, planAnswer, planTreeAnswer } from '@isoline/engine'
import { type FromPlanThread, overOutcomes, type PlanTask, sent } from './task.ts'

/** Plans what it was started for. */
export async function planAsked(): Promise<void> {
  const { of, asked, question, stop } = workerData as PlanTask
  const tell = (message: FromPlanThread): void => parentPort?.postMessage(message)
  const stopped = new Int32Array(stop)
  try {
    const solver = await loadSolver()
    const watch: Progress = (now) => {
      tell({ now })
      return Atomics.load(stopped, 0) === 1
    }
    const answer = overOutcomes(question)
      ? planTreeAnswer(of, asked, question, solver, watch)
      : planAnswer(of, asked, question, solver, watch)
    tell({ answer })
  } catch (error) {
    tell({ error: sent(error) })
  }
}
