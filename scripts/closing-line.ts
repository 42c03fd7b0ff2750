// The closing line of `npm test`: `node closing-line.ts FAILED vitest:RESULTS:STATUS playwright:RESULTS:STATUS`, with the number of other
// checks that failed, and of each runner its JSON results and its exit status, `none` where it did not run. Exits 1 unless everything passed.
import { readFileSync } from 'node:fs'

interface Count {
  readonly passed: number
  readonly failed: number
}

const [failedChecks, ...runs] = process.argv.slice(2)
const counts = runs.map(countOf)
const passed = counts.reduce((sum, each) => sum + each.passed, 0)
const failed = counts.reduce((sum, each) => sum + each.failed, Number(failedChecks))

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function countOf(run: string): Count {
  const [runner, file = '', status] = run.split(':')
  if (status === 'none') return { passed: 0, failed: 0 }
  const found = runner === 'vitest' ? ofVitest(file) : ofPlaywright(file)
  // A runner also fails where no test does: nothing found, an error outside of any test, a crash before the results.
  return status !== '0' && found.failed === 0 ? { ...found, failed: 1 } : found
}

function ofVitest(file: string): Count {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = read<VitestResults>(file)
  // A file that can't be loaded has failed, though none of its tests has.
  const broken = testResults.filter(
    (each) => each.status === 'failed' && !each.assertionResults.some((test) => test.status === 'failed'),
  ).length
  return { passed: numPassedTests, failed: numFailedTests + broken }
}

interface VitestResults {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { status: string; assertionResults: { status: string }[] }[]
}

/** A test that passed at its second try has failed once, and counts as that. */
function ofPlaywright(file: string): Count {
  const { stats, errors = [] } = read<PlaywrightResults>(file)
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + errors.length }
}

interface PlaywrightResults {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly errors: readonly unknown[]
}

function read<Results>(path: string): Partial<Results> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
