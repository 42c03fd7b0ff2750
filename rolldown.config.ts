import { defineConfig } from 'rolldown'

// The isoline command as one file with everything in it, so that starting it reads one file and no node_modules.
export default defineConfig({
  input: 'packages/cli/src/main.ts',
  platform: 'node',
  resolve: { conditionNames: ['@isoline/source', 'node', 'import', 'default'] },
  output: {
    file: 'packages/cli/dist/isoline.js',
    format: 'esm',
    banner: '#!/usr/bin/env node',
    codeSplitting: false,
  },
})
