/** The other side of a thread that figures futures: block after block, as it is told. */
import { parentPort, workerData } from 'node:worker_threads'
import { type RiskStudy, riskStudy } from '@isoline/engine'
import { sent } from '../plan/task.ts'
import type { FromRiskThread, RiskTask } from './task.ts'

/** Figures the blocks it is told of. */
export function futuresAsked(): void {
  const { of, asked, question } = workerData as RiskTask
  let study: RiskStudy | null = null
  parentPort?.on('message', (block: number) => {
    const tell = (message: FromRiskThread): void => parentPort?.postMessage(message)
    try {
      study ??= riskStudy(of, asked, question)
      if (study) tell({ block, values: study.run(block) })
    } catch (error) {
      tell({ block, error: sent(error) })
    }
  })
}
