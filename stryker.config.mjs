// Mutation testing of the law and the forms: `npm run mutants`. It takes minutes, so it is run by hand when a form
// changes and before a release. Core and runner stay at 10.1.1 together: with Vitest 5, 10.0.0 calls every mutant alive.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [
    'packages/engine/src/law/**/*.ts',
    'packages/engine/src/equity/**/*.ts',
    'packages/engine/src/forms/**/*.ts',
    'packages/engine/src/form.ts',
    'packages/engine/src/return.ts',
    // The tables of the years are figures and nothing else. A figure is held by comparing it with data copied from its
    // source, and a mutant of one says nothing about the formulas.
    '!packages/engine/src/law/*/20*.ts',
  ],
  // Only tests that reach a mutated file by relative imports, the engine's own. The other packages import the engine by
  // its name, which leads out of Stryker's copy to the unmutated source: their tests would let every mutant live.
  vitest: { related: true },
  // There is no such file: reading the real one needs TypeScript's API, which TypeScript 7 doesn't have.
  tsconfigFile: 'none.json',
  ignorePatterns: ['/.tools', '/packages/*/dist', '/reports'],
  reporters: ['clear-text', 'progress', 'html'],
  thresholds: { high: 98, low: 95, break: 90 },
}
