import type { Reason } from '@isoline/engine'
import { Chip } from './Chip.tsx'

/** How sure a figure of the law is. */
export function StatusChip({ status }: { readonly status: NonNullable<Reason['status']> }) {
  if (status === 'projected') return <Chip tone="warn">projected</Chip>
  if (status === 'unconfirmed') return <Chip tone="warn">open reading</Chip>
  return <Chip tone="good">confirmed</Chip>
}
