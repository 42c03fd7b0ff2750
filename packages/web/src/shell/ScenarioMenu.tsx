import { lazy, Suspense, useState } from 'react'
import { useDocument } from '../document/useDocument.ts'
import { ScenarioButton } from './ScenarioButton.tsx'

const load = () => import('./ScenarioList.tsx').then(({ ScenarioList }) => ({ default: ScenarioList }))
const ScenarioList = lazy(load)

/** Which scenario the page is about. Its menu is fetched when a hand comes near. */
export function ScenarioMenu() {
  const { present } = useDocument()
  const [wanted, want] = useState(false)
  const button = (
    <ScenarioButton
      name={present.name}
      aria-expanded={wanted}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => want(true)}
    />
  )
  return wanted ? (
    <Suspense fallback={button}>
      <ScenarioList />
    </Suspense>
  ) : (
    button
  )
}
