import { defineConfig } from 'vitest/config'

// A package is imported as its source. Vite keeps two lists of conditions and the tests run under the second.
const conditions = ['@isoline/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // A loaded machine is slow, and no test is about time.
  test: { include: ['packages/*/test/**/*.test.ts'], testTimeout: 60_000 },
})
