// The closing line of `npm test`: `node closing-line.ts RESULTS STATUS FAILED`, with Vitest's JSON results, its exit
// status and the number of other checks that failed. Exits 1 unless everything passed.
import { readFileSync } from 'node:fs'

type Results = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

const [file = '', status, failedChecks] = process.argv.slice(2)
const results = read(file)
// A file that can't be loaded has failed, though none of its tests has.
const brokenFiles = results.testResults.filter(
  (f) => f.status === 'failed' && !f.assertionResults.some((test) => test.status === 'failed'),
).length
let failed = results.numFailedTests + brokenFiles + Number(failedChecks)
// Vitest also fails where no test does: nothing found, an error outside of any test, a crash before the results.
if (status !== '0' && results.numFailedTests + brokenFiles === 0) failed++

console.log(`${results.numPassedTests} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function read(path: string): Results {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  }
}
