import { defineConfig } from 'vitest/config'

// A package is imported as its source. Vite keeps two lists of conditions and the tests run under the second.
const conditions = ['@isoline/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['packages/*/test/**/*.test.ts'] },
})
