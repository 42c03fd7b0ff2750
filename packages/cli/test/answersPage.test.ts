/** docs/answers.md names exactly the keys that the commands give. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { file, json } from './isoline.ts'

const page = readFileSync(new URL('../../../docs/answers.md', import.meta.url), 'utf8')
const scenario = 'examples/first-exercise.yaml'
const flat = {
  ...{ id: 'a', year: 2026, status: 'single', age: 40, wages: 200_000, interest: 0, ordinaryDividends: 0 },
  ...{ qualifiedDividends: 0, shortTermGain: 0, longTermGain: 0, isoSpread: 0, otherAmtAdjustment: 0 },
}

/** The keys in the table below a heading. */
const documented = (command: string): string[] => {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${command}\n`)) ?? ''
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key ?? '')
}

test.each([
  ['room', [scenario]],
  ['estimate', [scenario]],
  ['curve', [scenario]],
  ['cost', [scenario]],
  ['explain', [scenario, 'amt', '--depth', '1']],
])('%s', async (command, words) => {
  expect(Object.keys(await json(command, ...words)).sort()).toEqual(documented(command).sort())
})

test('return', async () => {
  const answer = await json('return', file('flat.json', JSON.stringify(flat)))
  expect(Object.keys(answer).sort()).toEqual(documented('return').sort())
})
