import { IconX } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { IconPress } from '../../parts/IconPress.tsx'
import { SideDialog } from '../../parts/SideDialog.tsx'
import classes from './ExplainPanel.module.css'
import type { Explained } from './useExplain.ts'

const Explanation = lazy(() => import('./Explanation.tsx').then((all) => ({ default: all.Explanation })))

/** Where a number comes from. */
export function ExplainPanel({ what, close }: { readonly what: Explained | null; readonly close: () => void }) {
  return what ? <Panel key={`${what.year} ${what.name}`} what={what} close={close} /> : null
}

function Panel({ what, close }: { readonly what: Explained; readonly close: () => void }) {
  return (
    <SideDialog labelledBy="explained" close={close}>
      <IconPress label="Close" className={classes.close} onClick={close}>
        <IconX size={18} stroke={1.6} aria-hidden />
      </IconPress>
      <Suspense fallback={<div className={classes.waiting} id="explained" />}>
        <Explanation first={what} />
      </Suspense>
    </SideDialog>
  )
}
