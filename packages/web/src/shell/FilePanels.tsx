import { lazy, Suspense } from 'react'
import { importing } from '../keep/importState.ts'
import { opening } from '../keep/opening.ts'

const ImportPanel = lazy(() => import('./ImportPanel.tsx').then((all) => ({ default: all.ImportPanel })))
const OpeningPanel = lazy(() => import('./OpeningPanel.tsx').then((all) => ({ default: all.OpeningPanel })))

/** The panels about files that came, once one did: they are fetched then. */
export function FilePanels() {
  const { names } = importing.use()
  const { locked, trouble } = opening.use()
  return (
    <Suspense fallback={null}>
      {(locked || trouble) && <OpeningPanel />}
      {names.length > 0 && <ImportPanel key={names.join('\n')} />}
    </Suspense>
  )
}
