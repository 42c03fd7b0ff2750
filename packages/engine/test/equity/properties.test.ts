/** What must hold of any exercises and dispositions whatever, in random cases. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { dateOf, dayNumber } from '../../src/date.ts'
import type { Action } from '../../src/equity/action.ts'
import { booksFor } from '../../src/equity/books.ts'
import { splitFactor } from '../../src/equity/grant.ts'
import { runLedger } from '../../src/equity/ledger.ts'
import { prepare } from '../../src/equity/prepared.ts'
import { blocksOf, sharesIn, sharesOf } from '../../src/equity/shares.ts'
import { form8949Of } from '../../src/forms/form8949.ts'
import { check } from '../arbitraries.ts'
import { caseOf, exerciseOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { sharesCase } from './arbitraryShares.ts'
import { companyWith, figures, heldOf, only, terms } from './ledger.ts'

const everything = { gifts: true, relatedBuyers: true, forfeits: true, splits: true, washSales: true, limit: true }

/** All years together. */
function totals(of: Case) {
  const shares = sharesOf(of)
  const { firstYear, lastYear } = shares.books.prepared
  const sum = { regular: 0, amt: 0, paid: 0, proceeds: 0 }
  for (let year = firstYear; year <= lastYear; year++) {
    const x = sharesIn(shares, year)
    const [regular, amt] = [terms(x.gains), terms(x.amtGains)]
    sum.regular += x.optionWages + x.compensation + x.compensationUnreported + regular.short + regular.long
    sum.amt += x.isoSpread + x.optionWages + x.amtCompensation + amt.short + amt.long
    sum.paid += x.strikePaid
    sum.proceeds += x.proceeds
  }
  return sum
}

/** Everything that is held and will ever vest is sold at the end. */
function soldOut(of: Case): Case {
  const on = '2033-06-01'
  const { prepared } = sharesOf(of).books
  const left = prepared.lots.map((lot) => {
    const shares = blocksOf(lot).reduce((sum, block) => sum + block.left, 0)
    return (shares * prepared.market.factorAt(dayNumber(on))) / lot.factor
  })
  const sales = prepared.lots.flatMap(({ id }, i) =>
    (left[i] ?? 0) > 1e-6 ? [saleOf(on, left[i] ?? 0, null, { lot: id })] : [],
  )
  return { ...of, plan: [...of.plan, ...sales] }
}

const holds = (of: Case): boolean => Object.values(heldOf(of)).some((shares) => shares > 1e-6)

describe('once all shares are sold both systems have taxed the same income, what was got less what was paid', () => {
  const same = (kinds: Parameters<typeof sharesCase>[0]) =>
    fc.property(sharesCase(kinds).map(soldOut), (of) => {
      fc.pre(!holds(of))
      const { regular, amt, paid, proceeds } = totals(of)
      expect(regular).toBeCloseTo(proceeds - paid, 6)
      expect(amt).toBeCloseTo(proceeds - paid, 6)
    })

  test('without wash sales', () => check(same({ splits: true, limit: true }), 120))

  test('with wash sales, whose losses come back with the shares that replace', () =>
    check(same({ splits: true, washSales: true }), 150))

  test('and before that what is missing is in the basis of the shares held', () => {
    check(
      fc.property(sharesCase({ splits: true, limit: true, washSales: true }), (of) => {
        const { regular, amt, paid, proceeds } = totals(of)
        const held = { regular: 0, amt: 0 }
        for (const lot of sharesOf(of).books.prepared.lots)
          for (const { left, strike, inclusionDay, nonstatutory, ...block } of blocksOf(lot)) {
            const included = inclusionDay < dayNumber('2200-01-01')
            if (left < 1e-9) continue
            held.regular += left * (included || nonstatutory === 0 ? block.basis : strike)
            held.amt += left * (included ? block.amtBasis : strike)
          }
        expect(regular).toBeCloseTo(proceeds + held.regular - paid, 6)
        expect(amt).toBeCloseTo(proceeds + held.amt - paid, 6)
      }),
      200,
    )
  })
})

test('in every sale compensation and gain are what was got less the basis before, in both systems', () => {
  check(
    fc.property(sharesCase({ gifts: true, forfeits: true, splits: true, limit: true }), (of) => {
      for (const { amounts, sale, block } of sharesOf(of).dispositions) {
        if (sale.sold === 0) continue
        const regular = sale.proceeds - sale.shares * block.basis
        expect(amounts.compensation + amounts.gain).toBeCloseTo(regular, 6)
        // In the year of its inclusion AMT has a sale too early as the regular tax has it
        const amt = sale.sameYear === 1 ? regular : sale.proceeds - sale.shares * block.amtBasis
        expect(amounts.amtCompensation + amounts.amtGain).toBeCloseTo(amt, 6)
      }
    }),
    150,
  )
})

test('compensation is never below zero nor above the bargain element, and only for ISO shares sold or given too early', () => {
  check(
    fc.property(sharesCase(everything), (of) => {
      for (const { amounts, qualifying, nonstatutory } of sharesOf(of).dispositions) {
        expect(amounts.compensation).toBeGreaterThanOrEqual(0)
        expect(amounts.compensation).toBeLessThanOrEqual(amounts.spread + 1e-9)
        if (qualifying || nonstatutory) expect(amounts.compensation).toBe(0)
      }
    }),
    150,
  )
})

test('shares that came are shares that went and shares held', () => {
  check(
    fc.property(sharesCase(everything), (of) => {
      const { books, dispositions } = sharesOf(of)
      const { market, lots } = books.prepared
      for (const lot of lots) {
        const gone = dispositions.reduce((sum, each) => sum + (each.lot === lot.id ? each.sale.shares : 0), 0)
        const back = of.plan.reduce(
          (sum, action) =>
            action.kind === 'forfeit' && action.lot === lot.id
              ? sum + (action.shares * lot.factor) / market.factorAt(dayNumber(action.on))
              : sum,
          0,
        )
        const held = blocksOf(lot).reduce((sum, block) => sum + block.left, 0)
        const blocks = blocksOf(lot).reduce((sum, block) => sum + block.shares, 0)
        expect(gone + back + held).toBeCloseTo(lot.shares, 6)
        expect(blocks).toBeCloseTo(lot.shares, 6)
      }
      // And options exercised and left are those granted that vest
      for (const { grant, segments, factor } of books.prepared.grants) {
        const left = segments.reduce((sum, segment) => sum + segment.left, 0)
        const there = segments.reduce((sum, segment) => sum + segment.shares, 0)
        const taken = lots.reduce(
          (sum, lot) => (lot.grant.grant.id === grant.id ? sum + (lot.shares * factor) / lot.factor : sum),
          0,
        )
        expect(left + taken).toBeCloseTo(there, 6)
      }
    }),
    150,
  )
})

test('running the ledger again on the same books changes nothing', () => {
  check(
    fc.property(sharesCase(everything), (of) => {
      const books = booksFor(prepare(of))
      const first = structuredClone(runLedger(books).years)
      const lots = structuredClone(books.prepared.lots.map((lot) => blocksOf(lot)))
      expect(runLedger(books).years).toEqual(first)
      expect(books.prepared.lots.map((lot) => blocksOf(lot))).toEqual(lots)
      // And a fresh start comes to the same
      expect(runLedger(booksFor(prepare(of))).years).toEqual(first)
    }),
    100,
  )
})

test('Form 8949 has every sale once, and its gains are those of the year', () => {
  check(
    fc.property(sharesCase(everything), (of) => {
      const shares = sharesOf(of)
      for (let year = 2019; year <= 2033; year++) {
        const ours = shares.dispositions.filter((each) => each.year === year)
        const x = sharesIn(shares, year)
        for (const [system, gains] of [
          ['regular', x.gains],
          ['amt', x.amtGains],
        ] as const) {
          const { rows } = form8949Of(ours, system)
          const { short, long } = terms(gains)
          const sum = (column: 'gain' | 'proceeds') => rows.reduce((all, row) => all + row[column], 0)
          const sold = ours.reduce((all, { sale }) => all + (sale.sold === 1 ? sale.proceeds : 0), 0)
          expect(sum('gain')).toBeCloseTo(short + long, 6)
          expect(sum('proceeds')).toBeCloseTo(sold, 6)
        }
      }
    }),
    60,
  )
})

test('sold in one go first in, first out is sold lot by lot in their order, wash sales too', () => {
  check(
    fc.property(sharesCase({ washSales: true }), fc.integer({ min: 1, max: 40 }), (of, days) => {
      const last = dayNumber(of.plan.at(-1)?.on ?? '2025-01-01') + days
      const free = sharesOf(of).books.prepared.lots.map((lot) => ({
        lot: lot.id,
        shares: blocksOf(lot).reduce((sum, block) => sum + (block.freeDay <= last ? block.left : 0), 0),
      }))
      const all = free.reduce((sum, { shares }) => sum + shares, 0)
      fc.pre(all > 0)
      const named = free
        .filter(({ shares }) => shares > 0)
        .map(({ lot, shares }) => saleOf(dateOf(last), shares, null, { lot }))
      const years = (sales: readonly Action[]) => {
        const shares = sharesOf({ ...of, plan: [...of.plan, ...sales] })
        return Array.from({ length: 15 }, (_, i) => rounded({ ...sharesIn(shares, 2019 + i) }))
      }
      expect(years([saleOf(dateOf(last), all, null, { lot: null })])).toEqual(years(named))
    }),
    80,
  )
})

const price = fc.integer({ min: 1, max: 400 }).map((quarters) => quarters / 4)

describe('one exercise', () => {
  const count = fc.integer({ min: 1, max: 60 })
  const day = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2026-12-30') })

  test('two exercises of a day, in either order, are one: when sales name their lot', () => {
    const drawn = fc.record({
      one: count,
      other: count,
      value: price,
      paid: price,
      soldAt: price,
      on: day,
      held: fc.nat(900),
    })
    check(
      fc.property(drawn, fc.nat(100), ({ one, other, value, paid, soldAt, on: bought, held }, percent) => {
        const [on, sold] = [dateOf(bought), dateOf(bought + held)]
        const grants = [grantOf({ strike: paid, fmvAtGrant: 1 })]
        const company = companyWith({ '2024-01-01': value })
        const year = (plan: readonly Action[]) => {
          const shares = sharesOf(caseOf({ grants, company, plan }))
          return [2025, 2026, 2027, 2028, 2029].map((each) => ({ ...figures(sharesIn(shares, each)) }))
        }
        const part = (of: number) => Math.floor((of * percent) / 100)
        const sales = (lot: string, of: number) => (part(of) > 0 ? [saleOf(sold, part(of), soldAt, { lot })] : [])
        const [a, b] = [exerciseOf(on, one, { as: 'a' }), exerciseOf(on, other, { as: 'b' })]
        const split = year([a, b, ...sales('a', one), ...sales('b', other)])
        const turned = year([b, a, ...sales('b', other), ...sales('a', one)])
        const wanted = part(one) + part(other)
        const whole = year([
          exerciseOf(on, one + other, { as: 'all' }),
          ...(wanted > 0 ? [saleOf(sold, wanted, soldAt, { lot: 'all' })] : []),
        ])
        for (const [i, expected] of whole.entries())
          for (const got of [split[i], turned[i]]) expect(rounded(got)).toEqual(rounded(expected))
      }),
      150,
    )
  })

  test('sold in its year leaves no trace in AMT beyond the amounts of the regular tax', () => {
    const drawn = fc.record({ shares: count, value: price, paid: price, soldAt: price, related: fc.boolean() })
    check(
      fc.property(drawn, fc.integer({ min: 0, max: 300 }), ({ shares, value, paid, soldAt, related }, days) => {
        const on = dateOf(dayNumber('2025-03-03') + days)
        const of = caseOf({
          grants: [grantOf({ strike: paid, fmvAtGrant: 1 })],
          lots: [lotOf({ shares, fmvAtExercise: value })],
          plan: [saleOf(on, shares, soldAt, { relatedBuyer: related })],
        })
        const { line2i, compensation, amtCompensation, regular, amt } = figures(sharesIn(sharesOf(of), 2025))
        expect(line2i).toBe(0)
        expect(amtCompensation).toBe(compensation)
        expect(amt).toEqual(regular)
      }),
      150,
    )
  })

  test('a sale a day later is never worse in kind: qualifying stays so, long-term stays so', () => {
    const drawn = fc.record({
      granted: fc.nat(2_000),
      after: fc.nat(900),
      late: fc.nat(300),
      held: fc.integer({ min: 300, max: 800 }),
    })
    check(
      fc.property(drawn, fc.boolean(), ({ granted, after, late, held }, election83b) => {
        const from = dayNumber('2019-01-01') + granted
        const bought = from + after
        const grants = [grantOf({ on: dateOf(from), expires: dateOf(from + 3_650) })]
        const lots = [lotOf({ shares: 10, exercised: dateOf(bought), vestedOn: dateOf(bought + late), election83b })]
        const sale = (on: number) =>
          only(caseOf({ grants, lots, company: companyWith({ '2018-01-01': 42 }), plan: [saleOf(dateOf(on), 10, 50)] }))
        const [first, second] = [sale(bought + held), sale(bought + held + 1)]
        expect(second.qualifying >= first.qualifying).toBe(true)
        expect(second.long >= first.long).toBe(true)
        if (first.sale.sameYear === second.sale.sameYear) expect(second.amtLong >= first.amtLong).toBe(true)
      }),
      150,
    )
  })
})

test('a split leaves every dollar what it is where shares stay whole', () => {
  const ratio = fc.constantFrom(2, 3, 5, 10)
  const day = fc.integer({ min: dayNumber('2023-01-05'), max: dayNumber('2031-01-01') })
  check(
    fc.property(
      sharesCase({ gifts: true, forfeits: true, relatedBuyers: true, washSales: true }),
      ratio,
      day,
      (of, by, on) => {
        fc.pre(!of.plan.some((action) => action.kind === 'exercise' && action.how === 'sellToCover'))
        const [before, after] = [of, withSplit(of, by, dateOf(on))].map((each) => {
          const shares = sharesOf(each)
          return Array.from({ length: 15 }, (_, i) => rounded({ ...sharesIn(shares, 2019 + i) }))
        })
        expect(after).toEqual(before)
      },
    ),
    120,
  )
})

/** The case with one more split, everything from its day on restated. */
function withSplit(of: Case, ratio: number, on: string): Case {
  const splits = [...of.company.splits, { on, ratio }]
  const factor = (day: string) => splitFactor([{ on, ratio }], '2000-01-01', day)
  const plan = of.plan.map((action): Action => {
    const by = factor(action.on)
    if (action.kind === 'worthless') return action
    const price = 'price' in action && action.price !== null ? { price: action.price / by } : {}
    return { ...action, shares: action.shares * by, ...price } as Action
  })
  const prices = of.company.prices.map((quote) => ({ ...quote, fmv: quote.fmv / factor(quote.on) }))
  return { ...of, plan, company: { ...of.company, prices, splits } }
}

/** Numbers of an object and of those in it, to the sixth place. */
function rounded(of: unknown): unknown {
  if (typeof of === 'number') return Math.round(of * 1e6) / 1e6 + 0
  if (of === null || typeof of !== 'object') return of
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, rounded(value)]))
}
