/** The checklist as a person reads it: the cash test first and loud, then every step with its mark. */
import { cashTest, concentration, parseScenario } from '@isoline/engine'
import { describe, expect, test } from 'vitest'
import { concentrationLines } from '../src/print/concentration.ts'
import { pageFor } from '../src/print/page.ts'
import { yamlValue } from '../src/readYaml.ts'
import { file, flowing, isoline, isolineIn, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const cash = (line: string) => ({ '  cash: 50000\n': line })
const scenario = file('checked.yaml', joint())
const of = async (name: string, changes: Parameters<typeof joint>[0], ...flags: string[]) =>
  flowing((await isoline('checklist', file(name, joint(changes)), ...flags)).out)

describe('the cash test', () => {
  test('fails: the lack, its day, and how many shares can be paid', async () => {
    const { code, out } = await isoline('checklist', scenario)
    expect(code).toBe(0)
    // 20,000 and 37,846 of 50,000; 8,885 shares at 7.04 each less 12,554: worked out in the engine's test
    expect(flowing(out)).toMatch(
      /^Do not exercise and hold: the cash test fails\. 10,000 shares of G1 take \$57,846\.00 by 2027-04-15; the cash is \$50,000\.00, and \$7,846\.00 is missing on 2027-04-15\./,
    )
    expect(flowing(out)).toContain('The cash pays for 8,885 of the 10,000 of G1 on 2026-01-15.')
    expect(flowing(out)).toContain('a same-day sale leaves $137,028.00. For that there has to be a buyer')
    expect(out).not.toContain('can be undone')
    expect(out).toMatch(/2027-04-15 +federal tax added for 2026 +\$37,846\.00 +-\$7,846\.00\n/)
  })

  test('is loud in a terminal', async () => {
    const { out } = await isolineIn({ columns: 100, env: { TERM: 'xterm' } }, 'checklist', scenario)
    expect(out.split('\n')[0]).toContain('\u001b[31m')
    const rich = file('quiet.yaml', joint(cash('  cash: 60000\n')))
    const { out: calm } = await isolineIn({ columns: 100, env: { TERM: 'xterm' } }, 'checklist', rich)
    expect(calm.split('\n')[0]).not.toContain('\u001b[31m')
  })

  test('passes, is open, or has nothing to test', async () => {
    expect(await of('rich.yaml', cash('  cash: 60000\n'))).toMatch(
      /^The cash test passes: 10,000 shares of G1 take \$57,846\.00 by 2027-04-15, and \$2,154\.00 of \$60,000\.00 is left\./,
    )
    expect(await of('silent.yaml', cash(''))).toMatch(/^The cash test is open: .* household\.cash is missing\./)
    const idle = await of('idle.yaml', { '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': '  []' })
    expect(idle).toMatch(/^Cash test: nothing is due, because the plan has no exercise from 2026 on\./)
    expect(idle).toContain('Add an entry under plan, such as { on: 2026-01-15, exercise: 1000, grant: G1 }')
  })

  test('with borrowed money', async () => {
    const borrowed = '  cash: 50000\n  borrowed: { amount: 30000, rate: 0.08, due: 2029-06-30 }\n'
    const out = await of('borrowed.yaml', cash(borrowed))
    expect(out).toContain('With borrowed money the cash pays everything.')
    expect(out).toContain('Drawn is $7,846.00 on 2027-04-15, and owed on 2029-06-30 is $9,304.02')
    expect(out).toContain('If the shares go to zero, $9,304.02 of that is still owed')
    expect(out).toContain('Everything you own answers for that debt.')
  })

  test('once the exercise is made it can only be undone; once its year is over, not even that', async () => {
    const made = await of('made.yaml', {}, '--as-of', '2026-06-01')
    expect(made).toMatch(/^Do not simply hold on: the cash test fails\./)
    expect(made).toContain('The cash would have paid for 8,885 of the 10,000')
    expect(made).toContain('can be undone by a sale before its year ends')
    // The strike is paid, and 20,000 is too little for the tax
    const late = await of('late.yaml', { ...cash('  cash: 20000\n') }, '--as-of', '2027-02-01', '--year', '2026')
    expect(late).toMatch(/^The cash test fails\./)
    expect(late).not.toContain('can be undone')
  })
})

test('every step has its mark, in order', async () => {
  const { out } = await isoline('checklist', scenario)
  const marks = out.split('\n').filter((line) => /^ {2}\[[x ?]\] /.test(line))
  expect(marks.map((line) => line.slice(2, 5)).slice(1)).toEqual([
    ...['[x]', '[ ]', '[x]', '[ ]', '[x]', '[ ]', '[x]', '[ ]', '[ ]', '[x]', '[x]'],
  ])
  expect(marks[0]).toContain('[x] settled, [ ] to do or to face, [?] a fact is missing.')
})

test('the year asked, and where the next exercise is', async () => {
  const later = file('later.yaml', joint({ 'on: 2026-01-15, exercise': 'on: 2027-01-15, exercise' }))
  expect(flowing((await isoline('checklist', later)).out)).toContain(
    "The plan's next exercise is in 2027: `--year 2027` has its list.",
  )
  expect((await isoline('checklist', later, '--year', '2027')).out).toContain('The checklist of 2027')
  expect(await json('checklist', later, '--year', '2027')).toMatchObject({ year: 2027 })
})

test.each([40, 60, 100])('no line is longer than a terminal of %d', async (columns) => {
  const { out } = await isolineIn({ columns }, 'checklist', scenario, '--no-color')
  expect(out.split('\n').filter((line) => line.length > columns || line !== line.trimEnd())).toEqual([])
})

test('a flat case has no plan', async () => {
  const { code, err } = await isoline('checklist', file('flat.json', JSON.stringify(jointFlat)))
  expect(code).toBe(1)
  expect(err).toContain('[needsScenario]')
})

describe('the concentration', () => {
  const lines = (text: string, columns: number): string[] => {
    const subject = parseScenario(yamlValue(text, 'owned.yaml').value)
    const asked = { asOf: '2026-01-15' }
    const stdout = { isTTY: true, columns } as Parameters<typeof pageFor>[0]['stdout']
    const page = pageFor({ stdout, env: { NO_COLOR: '1' } })
    return concentrationLines(concentration(subject, asked, cashTest(subject, asked)), page)
  }
  const owned = joint(cash('  cash: 50000\n  netWorth: 500000\n'))

  test('the part of everything owned, and the three questions', () => {
    const out = flowing(lines(owned, 100).join('\n'))
    // 10,000 shares at 20, made on the day asked: 200,000 of 500,000 less the 37,846 of tax still due
    expect(out).toContain('these shares 43.3%')
    expect(out).toContain('How big is this position relative to everything you own? It speaks against holding.')
    expect(out).toContain('How volatile and how liquid is the stock?')
    expect(out).toContain('Can you cover the AMT without selling? It speaks against holding.')
    expect(out).toContain('that is their convention, not law')
  })

  test('missing facts by name, within the page', () => {
    const narrow = lines(joint(), 60)
    expect(flowing(narrow.join('\n'))).toContain('household.netWorth would tell')
    expect(narrow.filter((line) => line.length > 60)).toEqual([])
  })
})
