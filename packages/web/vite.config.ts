import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { headersFile, policyInPage } from './headers.ts'
import { scenarioData } from './scenarioData.ts'

/** The policy stands in the page, and in a file for the host. */
const policy: Plugin = {
  name: 'policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policyInPage },
      injectTo: 'head-prepend',
    },
  ],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile })
  },
}

/** In the page the engine looks up states in a list that is filled as scenarios name them. */
const statesWhenNamed = (): Plugin => ({
  name: 'states-when-named',
  enforce: 'pre',
  resolveId(source, importer) {
    const own = source.endsWith('/states/modules.ts') && importer !== undefined && !importer.endsWith('stateBook.ts')
    return own ? fileURLToPath(new URL('src/ask/stateBook.ts', import.meta.url)) : null
  },
})

export default defineConfig({
  // Relative, so that the build works in any folder of any host.
  base: './',
  resolve: { conditions: ['@isoline/source', 'module', 'browser', 'development|production'] },
  plugins: [
    react(),
    statesWhenNamed(),
    scenarioData,
    policy,
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Isoline',
        short_name: 'Isoline',
        description: 'Incentive stock options, the AMT, and the best plan. Computes on your device alone.',
        display: 'standalone',
        background_color: '#f4f5f2',
        theme_color: '#f4f5f2',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
      workbox: { globPatterns: ['**/*.{js,css,html,svg,woff2,wasm}'], maximumFileSizeToCacheInBytes: 8_000_000 },
    }),
  ],
  worker: { format: 'es', plugins: () => [statesWhenNamed()] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What the first view shares with others is one file, not forty: each asks the browser for time before anything is drawn.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              minShareCount: 2,
              test: /packages\/web\/src\/(parts|words|charts|document|ask|theme)\/|\/d3-|tabler|wouter/,
            },
          ],
        },
      },
    },
  },
})
