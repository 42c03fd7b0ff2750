/** `isoline explain`: why a number is what it is. */
import { type Asked, estimateAnswer, explainAnswer, reasonFor, summaryLines, yearsTo } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { type OnceReason, once, reasonLines } from '../print/reasons.ts'
import type { Subject } from '../subject.ts'

/** Levels shown to people unless they ask for another number. */
const usualDepth = 3

/** The reason for a name, each amount followed once; `depth` says how far. */
export function explain({ of }: Subject, asked: Asked, name: string, depth?: number): Answered {
  const { year, notices, assumed } = estimateAnswer(of, asked)
  const figured = yearsTo(of, year, asked.rounding).at(-1)
  const look = (each: string) =>
    figured && reasonFor(each, { return: figured.return, law: figured.law, table: figured.choice.table }, 1)
  // A name that is none has its error, with a suggestion, from the engine
  const root = look(fullName(name)) ?? explainAnswer(of, asked, name).reason
  const tree = (levels: number): OnceReason => once(root, levels, look)
  return {
    json: { year, reason: tree(depth ?? Number.POSITIVE_INFINITY), notices, assumed },
    lines: (page) => [...reasonLines(tree(depth ?? usualDepth), page), ...grounds({ year, notices, assumed }, page)],
  }
}

/** The line behind a summary figure (`amt`), or a form's line in short (`6251.2i`). */
function fullName(name: string): string {
  if (Object.hasOwn(summaryLines, name)) return summaryLines[name as keyof typeof summaryLines].join('.')
  const [, form, line] = /^(\d{4})\.(?:line)?(\w+)$/.exec(name) ?? []
  return form ? `form${form}.line${line}` : name
}
