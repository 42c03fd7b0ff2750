/** `isoline explain`: why a number is what it is. */
import { type Asked, explainAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { reasonLines } from '../print/reasons.ts'
import type { Subject } from '../subject.ts'

/** Levels shown to people unless they ask for another number. */
const usualDepth = 3

/** The reason for a name, each amount followed once; `depth` says how far. */
export function explain({ of }: Subject, asked: Asked, name: string, depth?: number): Answered {
  return {
    json: explainAnswer(of, asked, name, depth),
    lines(page) {
      const answer = explainAnswer(of, asked, name, depth ?? usualDepth)
      return [...reasonLines(answer.reason, page), ...grounds(answer, page)]
    },
  }
}
