import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/print.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { begin } from './keep/begin.ts'
import { beginOffline } from './offline.ts'
import { theme } from './theme/theme.ts'

await begin()
const place = document.getElementById('page')
if (place)
  createRoot(place).render(
    <StrictMode>
      {/* Mantine's variables are in its own style sheet and ours: the policy of the page allows no style that a script writes. */}
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <App />
      </MantineProvider>
    </StrictMode>,
  )
beginOffline()
