import { defineConfig } from 'rolldown'

// The isoline command as one file, so that starting it reads one file and no node_modules. The solver stays outside: it loads a
// binary from beside itself, and only a plan needs it.
export default defineConfig({
  input: 'packages/cli/src/main.ts',
  platform: 'node',
  external: ['highs'],
  resolve: { conditionNames: ['@isoline/source', 'node', 'import', 'default'] },
  output: {
    file: 'packages/cli/dist/isoline.js',
    format: 'esm',
    banner: '#!/usr/bin/env node',
    codeSplitting: false,
  },
})
