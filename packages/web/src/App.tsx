import { type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import { Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import classes from './App.module.css'
import { useBusy } from './ask/busy.ts'
import { FileDrop } from './shell/FileDrop.tsx'
import { FilePanels } from './shell/FilePanels.tsx'
import { Notes } from './shell/Notes.tsx'
import { BottomBar, TopBar } from './shell/TopBar.tsx'
import { useUndoKeys } from './shell/useUndoKeys.ts'
import { views } from './shell/views.ts'
import { ExplainPanel } from './views/explain/ExplainPanel.tsx'
import { ExplainContext, type Explained } from './views/explain/useExplain.ts'

/** The page: bars, the view that is looked at, and the panel that explains its numbers. */
export function App() {
  useUndoKeys()
  const [explained, setExplained] = useState<Explained | null>(null)
  const explaining = useMemo(() => ({ open: setExplained }), [])
  const close = useCallback(() => setExplained(null), [])
  return (
    <ExplainContext value={explaining}>
      <Router hook={useHashLocation}>
        {/* A button: the hash names the view, so that a link may not change it. */}
        <button type="button" className={classes.skip} onClick={() => document.getElementById('main')?.focus()}>
          Skip to the answer
        </button>
        <TopBar />
        <Notes />
        <Main>
          <Suspense fallback={<div className={classes.loading} />}>
            <Switch>
              {views.map(({ path, view }) => (
                <Route key={path} path={path} component={view} />
              ))}
            </Switch>
          </Suspense>
        </Main>
        <BottomBar />
        <FileDrop />
        <FilePanels />
        <ExplainPanel what={explained} close={close} />
      </Router>
    </ExplainContext>
  )
}

/** Where the view stands. Whether it is busy concerns this element alone, so that a view is not drawn again for it. */
function Main({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" className={classes.main} tabIndex={-1} aria-busy={useBusy()}>
      {children}
    </main>
  )
}
