/**
 * How fast futures are figured, each taxed exactly in every year: a household that holds shares and still exercises, over at least ten
 * tax years, held whole and in parts. In this process first, then as `isoline risk` with two threads, from start to exit.
 *
 *     node bench/risk.ts [rounds]
 */
import { spawnSync } from 'node:child_process'
import { holdOrSell, parseScenario, type RiskQuestion, riskAnswer, riskStudy } from '../packages/engine/src/index.ts'
import { heading, median, row, rowOf } from './report.ts'

const rounds = Number(process.argv[2] ?? 5)
const asked = { asOf: '2026-02-02' }
const [few, many] = [1_000, 10_000]

/** Shares held and shares to come, one sold after five years: 2026 to 2041 are figured. */
const scenario = (state: string, itemized: object | null) => ({
  isoline: 1,
  household: {
    ...{ status: 'mfj', people: [{ born: '1986-05-05' }, { born: '1987-06-06' }], cash: 300_000, netWorth: 1_500_000 },
    residence: [{ from: '2015-01-01', state }],
  },
  incomes: {
    2026: { wages: 320_000, interest: 4_000, qualifiedDividends: 2_000, ordinaryDividends: 3_000, ...itemized },
  },
  company: {
    ...{ listed: true, prices: [{ on: '2025-01-01', fmv: 42 }] },
    view: { growth: 0.08, volatility: 0.6 },
  },
  grants: [
    { id: 'G1', kind: 'iso', on: '2022-03-01', shares: 20_000, strike: 2, fmvAtGrant: 2, expires: '2032-02-28' },
    { id: 'G2', kind: 'iso', on: '2024-09-02', shares: 6_000, strike: 18, fmvAtGrant: 18, expires: '2034-09-01' },
  ],
  lots: [{ id: 'L1', grant: 'G1', exercised: '2025-03-03', shares: 4_000, fmvAtExercise: 40 }],
  plan: [
    { on: '2026-06-15', exercise: 1_500, grant: 'G1', hold: true, as: 'A' },
    { on: '2027-01-20', exercise: 1_500, grant: 'G1', hold: true, as: 'B' },
    { on: '2028-01-20', exercise: 2_000, grant: 'G2', hold: true, as: 'C' },
    { on: '2031-03-03', sell: 1_000, lot: 'A', price: 60 },
  ],
  assumptions: { horizon: 2031 },
})

const households = [
  ['Texas', scenario('TX', null)],
  ['California', scenario('CA', null)],
  [
    'California, its tax deducted as figured',
    scenario('CA', { itemized: { stateAndLocalTaxes: 'auto', mortgageInterest: 30_000, realEstateTaxes: 14_000 } }),
  ],
] as const

const timed = (work: () => void): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

const whole: RiskQuestion = { parts: [] }
for (const [name, file] of households) {
  const of = parseScenario(file)
  const study = riskStudy(of, asked, { paths: few })
  if (!study) throw new Error('the household has no view of the price')
  for (let block = 0; block < study.blocks; block++) study.run(block)
  heading(`${name}: ${holdOrSell(of, asked, { paths: 250 }).holding?.through} is the last year`)
  const slider = () =>
    median(Array.from({ length: rounds }, () => timed(() => holdOrSell(of, asked, { ...whole, paths: few }))))
  const all = () => median(Array.from({ length: rounds }, () => timed(() => holdOrSell(of, asked, { paths: few }))))
  console.log('in one thread')
  const hold = slider()
  const target = name === 'Texas' ? rowOf : null
  row(
    target
      ? target('1,000 futures, hold all and sell all', hold, 'at most', 250, 'ms')
      : { name: '1,000 futures, hold all and sell all', measured: hold, unit: 'ms' },
  )
  const five = all()
  row(
    target
      ? target('1,000 futures, with three parts', five, 'at most', 250, 'ms')
      : { name: '1,000 futures, with three parts', measured: five, unit: 'ms' },
  )
  row({ name: 'of one future of one course', measured: (hold / few / 2) * 1_000, unit: 'µs' })
  const rest = median(
    Array.from({ length: rounds }, () => timed(() => riskAnswer(of, asked, { ...whole, paths: few }))),
  )
  row({ name: 'with cash test, stress, hatch and the rest', measured: rest, unit: 'ms' })
  console.log('isoline risk, two threads, start and exit counted')
  for (const [what, flags] of [
    ['10,000 futures, hold all and sell all', ['--parts', '0%']],
    ['10,000 futures, with three parts', []],
  ] as const) {
    const args = ['risk', '-', '--as-of', asked.asOf, '--paths', String(many), '--jobs', '2', '--json', ...flags]
    const times = Array.from({ length: Math.min(rounds, 3) }, () =>
      timed(() => {
        const ran = spawnSync(new URL('../isoline', import.meta.url).pathname, args, { input: JSON.stringify(file) })
        if (ran.status !== 0) throw new Error(ran.stderr.toString())
      }),
    )
    row(rowOf(what, median(times) / 1_000, 'at most', 2, 's'))
  }
}
