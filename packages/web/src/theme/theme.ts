import { createTheme } from '@mantine/core'

/** Mantine's part of the design: ink for controls, eight pixels of radius. Colours are roles, in tokens.css. */
export const theme = createTheme({
  primaryColor: 'dark',
  defaultRadius: 8,
  fontFamily: 'var(--font-ui)',
  respectReducedMotion: true,
  cursorType: 'pointer',
})
