import './ask/answering.ts'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Popover.css'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/NumberInput.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Drawer.css'
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
