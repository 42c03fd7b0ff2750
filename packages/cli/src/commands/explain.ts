/** `isoline explain`: why a number is what it is. */
import { type Asked, explainAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { type OnceReason, once, reasonLines } from '../print/reasons.ts'
import type { Subject } from '../subject.ts'

/** Levels shown to people unless they ask for another number. */
const usualDepth = 3

/** The reason for a name, each amount followed once; `depth` says how far. */
export function explain({ of }: Subject, asked: Asked, name: string, depth?: number): Answered {
  const answer = explainAnswer(of, asked, name)
  const tree = (levels: number): OnceReason => once(answer.reason, levels)
  return {
    json: { ...answer, reason: tree(depth ?? Number.POSITIVE_INFINITY) },
    lines: (page) => [...reasonLines(tree(depth ?? usualDepth), page), ...grounds(answer, page)],
  }
}
