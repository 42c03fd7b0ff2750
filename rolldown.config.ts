import { defineConfig } from 'rolldown'

// The isoline command as one file, so that starting it reads one file and no node_modules. The solver and the writer of PDF stay
// outside: they load a binary and fonts from beside themselves, and only a plan and a packet need them.
export default defineConfig({
  input: 'packages/cli/src/main.ts',
  platform: 'node',
  external: ['highs', '@react-pdf/renderer'],
  resolve: { conditionNames: ['@isoline/source', 'node', 'import', 'default'] },
  output: {
    file: 'packages/cli/dist/isoline.js',
    format: 'esm',
    banner: '#!/usr/bin/env node',
    codeSplitting: false,
  },
})
