import { defineConfig } from '@playwright/test'

const port = 4279

/** The built page, as `isoline serve` hands it out, in the machine's own Chromium. `npm test` says where both are. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../../reports/e2e',
  // Two, as the machines that run it have two processors.
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: process.env['E2E_RESULTS'] ?? '../../reports/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    },
  },
  webServer: {
    command: `node ../cli/dist/isoline.js serve --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: true,
  },
})
