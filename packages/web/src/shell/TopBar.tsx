import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconMoon, IconSun } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { redo, undo } from '../document/store.ts'
import { useDocument } from '../document/useDocument.ts'
import { IconPress } from '../parts/IconPress.tsx'
import { SavedNote } from './SavedNote.tsx'
import { ScenarioMenu } from './ScenarioMenu.tsx'
import classes from './TopBar.module.css'
import { views } from './views.ts'

const line = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

/** The bar on top: where one is, which scenario it is about, back and forth, light and dark. */
export function TopBar() {
  const [at] = useLocation()
  const { past, future } = useDocument()
  // Otherwise Mantine writes a style for a moment, which the page's policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark'
  return (
    <header className={classes.bar}>
      <Link href="/" className={classes.brand}>
        <Logo />
        Isoline
      </Link>
      <nav className={classes.nav} aria-label="Views">
        {views.map(({ path, words, icon: Icon }) => (
          <Link key={path} href={path} aria-current={at === path ? 'page' : undefined}>
            <Icon {...line} />
            {words}
          </Link>
        ))}
      </nav>
      <div className={classes.tools}>
        <SavedNote />
        <IconPress label="Undo" className={classes.back} disabled={past.length === 0} onClick={undo}>
          <IconArrowBackUp {...line} />
        </IconPress>
        <IconPress label="Redo" className={classes.back} disabled={future.length === 0} onClick={redo}>
          <IconArrowForwardUp {...line} />
        </IconPress>
        <ScenarioMenu />
        <IconPress label={dark ? 'Light theme' : 'Dark theme'} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
          {dark ? <IconSun {...line} /> : <IconMoon {...line} />}
        </IconPress>
      </div>
    </header>
  )
}

/** The bar at the bottom of a phone. */
export function BottomBar() {
  const [at] = useLocation()
  return (
    <nav className={classes.tabs} aria-label="Views, at the bottom">
      {views.map(({ path, short, icon: Icon }) => (
        <Link key={path} href={path} aria-current={at === path ? 'page' : undefined}>
          <Icon size={20} stroke={1.6} aria-hidden />
          {short}
        </Link>
      ))}
    </nav>
  )
}

const Logo = () => (
  <svg
    width="28"
    height="24"
    viewBox="0 0 32 28"
    fill="none"
    strokeLinecap="round"
    strokeWidth="2.2"
    aria-hidden="true"
  >
    <path d="M3 24C9 24 10 4 16 4s7 20 13 20" stroke="var(--amt)" />
    <path d="M8 24c4 0 5-12 8-12s4 12 8 12" stroke="var(--control)" />
  </svg>
)
