import { expect, test } from 'vitest'
import { file, isoline, json } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const scenario = file('joint.yaml', joint())
const flat = file('joint.json', JSON.stringify(jointFlat))

test('an indented tree with amounts at the right, instructions and authority', async () => {
  const { out } = await isoline('explain', scenario, 'amt')
  const [first] = out.split('\n')
  expect(first).toMatch(/^Form 6251 line 11 +\$37,846\.00$/)
  expect(first).toHaveLength(80)
  expect(out).toContain('subtract line 10 from line 9')
  expect(out).toContain('IRC §§55–58')
  expect(out).toMatch(/├ Form 6251 line 10 +\$33,424\.00/)
})

test('a figure of the law with its source, a short name of a line, a fact', async () => {
  expect((await json('explain', scenario, 'law.amtExemption')).reason).toMatchObject({
    ...{ amount: 140_200, status: 'published' },
    cite: expect.stringContaining('IRC §55(d)'),
    source: expect.stringContaining('Rev. Proc.'),
  })
  expect((await json('explain', scenario, '6251.2i')).reason).toMatchObject({
    name: 'form6251.line2i',
    amount: 180_000,
  })
  expect((await json('explain', scenario, 'facts.wages')).reason.amount).toBe(232_200)
})

test('--depth says how far', async () => {
  const { reason } = await json('explain', scenario, 'amt', '--depth', '1')
  expect(reason.from.map(({ amount }: { amount: number }) => amount)).toEqual([33_424, 71_270])
  expect(reason.from[0]).toMatchObject({ from: [], left: 'deeper' })
  expect((await json('explain', scenario, 'amt', '--depth', '0')).reason.from).toEqual([])
})

test('follows every name once, down to facts and law', async () => {
  interface Node {
    readonly name: string
    readonly from: readonly Node[]
  }
  const followed: string[] = []
  const names = new Set<string>()
  const walk = ({ name, from }: Node): void => {
    names.add(name)
    if (from.length > 0) followed.push(name)
    from.forEach(walk)
  }
  walk((await json('explain', scenario, 'amt')).reason)
  expect(followed).toEqual([...new Set(followed)])
  expect(names).toContain('facts.isoSpread')
  expect(names).toContain('law.amtExemption')
})

test('suggests the name that was meant', async () => {
  const { code, err } = await isoline('explain', scenario, 'regularTaxx')
  expect(code).toBe(1)
  expect(err).toContain('Did you mean regularTax?')
})

test('of a flat case', async () => {
  expect((await json('explain', flat, 'amt')).reason.amount).toBe(37_846)
})

// Followed everywhere, this tree has more branches than memory holds
test('of an itemizer, quickly', async () => {
  const itemized = {
    stateAndLocalTaxes: 20_000,
    realEstateTaxes: 0,
    mortgageInterest: 12_200,
    charityCash: 0,
    charityStock: 0,
  }
  const name = file('itemizer.json', JSON.stringify({ ...jointFlat, itemized, deductionChoice: 'itemized' }))
  const start = performance.now()
  // 200,000 + 20,000 of taxes + 180,000, less 140,200: 63,570 + 28 % of 15,300 = 67,854, less 33,424
  expect((await json('explain', name, 'amt')).reason.amount).toBe(34_430)
  expect(performance.now() - start).toBeLessThan(5_000)
})
