import { IconCircleX } from '@tabler/icons-react'
import type { Trouble } from '../../ask/reply.ts'
import type { Act } from './acts.ts'
import { actSentence } from './actWords.ts'
import classes from './Editor.module.css'

/** Why a plan cannot be figured, by the action it comes from. */
export function PlanTrouble({
  trouble,
  acts,
  standing,
}: {
  readonly trouble: Trouble
  readonly acts: readonly Act[]
  /** Whether figures of a plan before it still stand. */
  readonly standing: boolean
}) {
  return (
    <p className={classes.trouble} role="alert">
      <IconCircleX size={16} stroke={1.6} aria-hidden />
      {trouble.kind === 'input'
        ? trouble.problems.map(({ path, message }) => (
            <span key={`${path} ${message}`}>
              <b>{nameOf(path, acts)}</b> {message}{' '}
            </span>
          ))
        : `${trouble.message} `}
      {standing && 'The figures below are those before it.'}
    </p>
  )
}

/** The action that a path of the file belongs to; the path itself where it is of something else. */
function nameOf(path: string, acts: readonly Act[]): string {
  const line = Number(/^plan\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN)
  const act = acts.find(({ lines }) => lines.includes(line))
  return act ? actSentence(act) : path || 'The file'
}
