import type { HoldOrSell, RiskQuestion } from '@isoline/engine'
import { useEffect, useState } from 'react'
import { useDocument } from '../document/useDocument.ts'
import { asking } from './busy.ts'
import { drawFutures } from './futures.ts'
import type { Trouble } from './reply.ts'

export interface Futures {
  readonly answer: HoldOrSell | null
  readonly trouble: Trouble | null
  /** The part of the futures that is figured, 1 where nothing is on its way. */
  readonly done: number
  readonly stop: () => void
}

/** A thousand futures answer a hand at once; all of them follow when it rests. Milliseconds. */
const rest = 500
const few = 1000

/** Selling now against holding, for the scenario at hand: roughly at once, and then exactly. */
export function useFutures(question: RiskQuestion): Futures {
  const { present } = useDocument()
  const { file, asOf } = present
  const key = JSON.stringify(question)
  const [state, setState] = useState<Futures>({ answer: null, trouble: null, done: 0, stop: () => undefined })
  useEffect(() => {
    const asked = { asOf }
    const whole = JSON.parse(key) as RiskQuestion
    const end = asking()
    let drawing = drawFutures(file, asked, { ...whole, paths: few }, () => undefined)
    let over = false
    const stop = (): void => {
      over = true
      drawing.stop()
      end()
      setState((before) => ({ ...before, done: 1 }))
    }
    const take = (reply: Awaited<typeof drawing.answer>, done: number): void => {
      if (over) return
      if ('trouble' in reply) setState({ answer: null, trouble: reply.trouble, done: 1, stop })
      else setState({ answer: reply.answer, trouble: null, done, stop })
      if ('trouble' in reply || done === 1) end()
    }
    setState((before) => ({ ...before, done: 0, stop }))
    const later = drawing.answer.then(async (reply) => {
      take(reply, 0)
      await new Promise((resolve) => setTimeout(resolve, rest))
      if (over || 'trouble' in reply) return
      drawing = drawFutures(file, asked, whole, (done) => {
        if (!over) setState((before) => ({ ...before, done: Math.min(done, 0.99) }))
      })
      take(await drawing.answer, 1)
    })
    later.catch((error: unknown) => take({ trouble: { kind: 'fault', message: String(error) } }, 1))
    return () => {
      over = true
      drawing.stop()
      end()
    }
  }, [file, asOf, key])
  return state
}
