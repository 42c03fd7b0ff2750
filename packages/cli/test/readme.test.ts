/** The README prints what the command prints, and its example of the library runs. */
import { readFileSync } from 'node:fs'
import * as engine from '@isoline/engine'
import { expect, test } from 'vitest'
import { isoline } from './isoline.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
const example = 'examples/first-exercise.yaml'

/** The day on which the README's answers were printed. */
const printedOn = '2026-11-22'

/** What the README shows below a command. */
const shownBelow = (command: string): string =>
  new RegExp(`\\$ ${command.replace(/[.\\/-]/g, '\\$&')}\n([\\s\\S]*?)\n\`\`\``).exec(readme)?.[1] ?? 'nothing'

test('the main job, as it stands at the top', async () => {
  const { out } = await isoline('room', example, '--as-of', printedOn)
  expect(shownBelow(`./isoline room ${example}`)).toBe(out.trimEnd())
})

test('the math that guides skip', async () => {
  const shown = shownBelow(`./isoline estimate ${example} --math`).split('\n').slice(1, -1).join('\n')
  const { out } = await isoline('estimate', example, '--math', '--as-of', printedOn)
  expect(shown).toContain('$37,846.00')
  expect(out).toContain(shown.trimEnd())
})

const shares = [
  'lots examples/sell-or-wait.yaml',
  'sell examples/sell-or-wait.yaml --lot spring --on 2026-12-01 --price 40',
  'limit examples/over-the-limit.yaml',
  'give examples/itemizer.yaml --cash 50000',
  'cost examples/first-exercise.yaml --compare',
  'room examples/first-exercise.yaml --solve shares --target outlay=cash',
]

/** Blocks that stand for a long answer: the pieces of it between the lines left out, in order. */
const years = [
  'project examples/twelve-years.yaml',
  'credit examples/twelve-years.yaml',
  'project examples/leaving-california.yaml',
  'plan examples/staging.yaml',
  'risk examples/peak-and-fall.yaml --as-of 2026-02-09',
  'checklist examples/early-exercise.yaml --as-of 2026-02-02',
]

test.each(years)('%s', async (command) => {
  const pieces = shownBelow(`./isoline ${command}`).split('…')
  const { out } = await isoline(...command.split(' '), ...(command.includes('--as-of') ? [] : ['--as-of', printedOn]))
  expect(pieces.at(-1)).toBe('')
  expect(out.startsWith(pieces[0] ?? '')).toBe(true)
  let at = 0
  for (const piece of pieces) {
    expect(out.indexOf(piece, at), piece).toBeGreaterThanOrEqual(at)
    at = out.indexOf(piece, at) + piece.length
  }
})

test.each(shares)('%s', async (command) => {
  const [shown = '', rest] = shownBelow(`./isoline ${command}`).split('\n…')
  const { out } = await isoline(...command.split(' '), '--as-of', printedOn)
  expect(rest).toBe('')
  expect(out.slice(0, shown.length)).toBe(shown)
})

test('the library example gives what its comment says', () => {
  const { federalLawFor, federalTable, figureReturn, noFacts, summaryOf } = engine
  const [, code = '', said] = /import \{[^}]*\} from '@isoline\/engine'\n([\s\S]*?) \/\/ (\d+)\n```/.exec(readme) ?? []
  const names = { federalLawFor, federalTable, figureReturn, noFacts, summaryOf }
  const lines = code.trim().split('\n')
  const body = [...lines.slice(0, -1), `return ${lines.at(-1)}`].join('\n')
  expect(new Function(...Object.keys(names), body)(...Object.values(names))).toBe(Number(said))
})
