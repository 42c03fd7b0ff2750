import type { Trouble } from '../ask/reply.ts'
import { Banner } from './Banner.tsx'

/** Why there is no answer: each problem where it is in the file, or the rule and the form that are not modelled. */
export function TroubleNote({ trouble }: { readonly trouble: Trouble }) {
  if (trouble.kind === 'notModelled')
    return (
      <Banner tone="warn" title="Stopped, not guessed.">
        {trouble.message}.
      </Banner>
    )
  if (trouble.kind === 'fault')
    return (
      <Banner tone="bad" title="This should not have happened.">
        {trouble.message}
      </Banner>
    )
  return (
    <Banner tone="bad" title="The scenario cannot be figured as it stands.">
      {trouble.problems.map(({ path, message }) => (
        <span key={`${path} ${message}`}>
          <code>{path || 'The file'}</code> {message}{' '}
        </span>
      ))}
    </Banner>
  )
}
