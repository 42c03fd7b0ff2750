import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closingForms, federalForms, figuredForms, formOf, sheetOf } from '../../src/explain/federalForms.ts'
import { lineName, lineTitle } from '../../src/explain/lineTitle.ts'
import { type Explainable, namesIn, type Reason, reasonFor, spellOut } from '../../src/explain/reason.ts'
import { mentions } from '../../src/form.ts'
import { type Facts, factWords, gainWords, noFacts } from '../../src/forms/facts.ts'
import { federalFigures } from '../../src/law/federal/figures.ts'
import { federalTable } from '../../src/law/federal/tables.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { figureReturn } from '../../src/return.ts'
import { check, household } from '../arbitraries.ts'
import { lawFor, years } from '../laws.ts'

const explainable = (facts: Partial<Facts>, year = 2026, status: FilingStatus = 'mfj'): Explainable => {
  const law = lawFor(year, status)
  return { return: figureReturn({ ...noFacts(), ...facts }, law), law, table: federalTable(year) }
}

/** A reason and everything under it, in the order of a reader. */
const everyReason = (reason: Reason): Reason[] => [reason, ...reason.from.flatMap(everyReason)]

/** The reasons that are followed, by name. */
const followed = (reason: Reason): Map<string, Reason> =>
  new Map(everyReason(reason).flatMap((each) => (each.left === undefined ? [[each.name, each] as const] : [])))

const required = (reason: Reason | undefined): Reason => {
  if (!reason) throw new Error('no reason')
  return reason
}

describe('why the AMT is 37,846: joint 2026, wages 232,200, spread 180,000', () => {
  const of = explainable({ wages: 232_200, isoSpread: 180_000 })
  const reason = required(reasonFor('form6251.line11', of))

  test('the line, its words, what they mention', () => {
    expect(reason).toMatchObject({
      ...{ name: 'form6251.line11', title: 'Form 6251 line 11', amount: 37_846, unit: 'dollars', cite: 'IRC §§55–58' },
      words: 'Alternative minimum tax: subtract line 10 from line 9. If zero or less, enter 0.',
    })
    expect(reason.from.map(({ name, amount }) => [name, amount])).toEqual([
      ['form6251.line10', 33_424],
      ['form6251.line9', 71_270],
    ])
  })

  test('leads down to the facts and to figures with their authority', () => {
    const all = followed(reason)
    expect(all.get('facts.wages')).toEqual({
      name: 'facts.wages',
      title: 'wages',
      amount: 232_200,
      unit: 'dollars',
      from: [],
    })
    expect(all.get('facts.isoSpread')).toMatchObject({ amount: 180_000, from: [] })
    expect(all.get('law.amtExemption')).toEqual({
      ...{ name: 'law.amtExemption', title: 'AMT exemption', amount: 140_200, unit: 'dollars', from: [] },
      ...{ cite: 'IRC §55(d)(1), (4)', source: 'Rev. Proc. 2025-32 sec. 3.10', status: 'published' },
    })
    for (const name of [
      'law.amtPhaseoutStart',
      'law.amtPhaseoutRate',
      'law.amtLowRate',
      'law.amtHighRate',
      'law.standardDeduction',
      'law.gains0Ceiling',
      'law.rateSchedule',
    ])
      expect(all.get(name)?.cite).toMatch(/^IRC §/)
    expect(all.get('law.amtPhaseoutRate')).toMatchObject({ amount: 5_000, unit: 'rate' })
    expect(all.get('law.amtExemptionGone')?.from.map(({ name }) => name)).toEqual([
      ...['law.amtPhaseoutStart', 'law.amtExemption', 'law.amtPhaseoutRate'],
    ])
    expect(all.get('law.rateSchedule')).toMatchObject({
      unit: 'schedule',
      title: 'the 2026 rate schedule',
      source: 'Rev. Proc. 2025-32',
    })
  })

  test('an open figure says what is open', () => {
    expect(followed(reason).get('law.nonItemizerGiftAllowedInAmt')).toMatchObject({
      status: 'unconfirmed',
      note: expect.stringContaining('standard deduction'),
    })
  })

  test('as far down as asked, and says where more is left', () => {
    expect(reasonFor('form6251.line11', of, 0)).toMatchObject({ from: [], left: 'deeper' })
    const one = required(reasonFor('form6251.line11', of, 1))
    expect(one).not.toHaveProperty('left')
    expect(one.from.map(({ from, left }) => [from, left])).toEqual([
      [[], 'deeper'],
      [[], 'deeper'],
    ])
    const two = required(reasonFor('form6251.line11', of, 2))
    expect(two.from[0]?.from.map(({ name, left }) => [name, left])).toEqual([
      ['form1040.line16', 'deeper'],
      ['facts.foreignTaxCredit', undefined],
    ])
  })

  test('each name is followed once, and what stands elsewhere does stand elsewhere', () => {
    check(
      fc.property(household, ({ year, status, facts }) => {
        const whole = required(reasonFor('form1040.line24', explainable(facts, year, status)))
        const every = everyReason(whole)
        expect(every.length).toBeLessThan(2_000)
        const open = every.filter(({ from }) => from.length > 0).map(({ name }) => name)
        expect(new Set(open).size).toBe(open.length)
        for (const { name, left, from } of every) {
          if (left === undefined) continue
          expect(left).toBe('elsewhere')
          expect(from).toEqual([])
          expect(open).toContain(name)
        }
      }),
      25,
    )
  })

  test('of a figure, a fact, a part of the gains', () => {
    expect(reasonFor('law.amtBreakpoint', of)).toMatchObject({ amount: 244_500 })
    expect(reasonFor('facts.interest', of)).toMatchObject({ amount: 0, title: 'taxable interest' })
    expect(reasonFor('facts.amtGains.long', of)).toMatchObject({
      amount: 0,
      title: 'net long-term gain or loss other than on Form 8949 for AMT',
    })
    expect(reasonFor('facts.seniors', of)).toMatchObject({ unit: 'count' })
  })

  test.each([
    ...[
      'form6251.line99',
      'form6251.toString',
      'form9999.line1',
      'law.noSuch',
      'facts.noSuch',
      'facts.gains',
      'facts.gains.noSuch',
    ],
    ...[
      'facts.deductionChoice',
      'wages',
      '',
      'scheduleA.line17',
      'scheduleDTax.line47',
      'charity.deduction',
      'form8801.line15',
    ],
  ])('none for %j: no such name, or a form or line the return did not need', (name) =>
    expect(reasonFor(name, of)).toBeUndefined(),
  )
})

describe('every line of every form', () => {
  test('has a reason, with the amount on the sheet, for whatever return', () => {
    check(
      fc.property(household, ({ year, status, facts }) => {
        const of = explainable(facts, year, status)
        for (const form of figuredForms(of.return))
          for (const [line, amount] of Object.entries(sheetOf(of.return, form.id))) {
            const reason = reasonFor(`${form.id}.${line}`, of, 1)
            if (Number.isNaN(amount)) expect(reason).toBeUndefined()
            else expect(reason).toMatchObject({ name: `${form.id}.${line}`, amount, cite: form.law })
          }
      }),
      25,
    )
  })

  test('its reasons are the names its words mention, those of forms not needed left out', () => {
    check(
      fc.property(household, ({ year, status, facts }) => {
        const of = explainable(facts, year, status)
        for (const form of figuredForms(of.return))
          for (const line of Object.keys(form.words)) {
            const reason = reasonFor(`${form.id}.${line}`, of, 1)
            if (!reason) continue
            const mentioned = namesIn(form, form.words[line] ?? '')
            const known = mentioned.filter((name) => reasonFor(name, of, 0) !== undefined)
            expect(reason.from.map(({ name }) => name)).toEqual(known)
            for (const name of mentioned.filter((each) => !known.includes(each)))
              expect(name).toMatch(/^(election\.itemizes|(scheduleA|charity|qualifiedDividends|scheduleDTax)\.\w+)$/)
          }
      }),
      25,
    )
  })

  test('in words without braces, that quote no number but the form’s own and the law’s', () => {
    check(
      fc.property(household, ({ year, status, facts }) => {
        const of = explainable(facts, year, status)
        const lawful = new Set(Object.values(of.law).flatMap((amount) => (typeof amount === 'number' ? [amount] : [])))
        for (const form of federalForms)
          for (const words of Object.values(form.words)) {
            const spelled = spellOut(form, words, of)
            expect(spelled).not.toMatch(/[{}]|undefined|NaN/)
            for (const [number] of spelled.matchAll(/\d{1,3}(?:,\d{3})+(?:\.\d+)?/g))
              expect(lawful).toContain(Number(number.replaceAll(',', '')))
            for (const [, percent] of spelled.matchAll(/(\d+(?:\.\d+)?) %/g))
              expect([...lawful, 0, 1_500, 2_000, 2_500, 2_800]).toContain(Math.round(Number(percent) * 100))
          }
      }),
      25,
    )
  })

  test('every name in the words is one that can be looked up', () => {
    const gains = Object.keys(gainWords).map((part) => `gains.${part}`)
    const others = ['election.itemizes', 'law.rateSchedule', 'law.amtExemptionGone', ...gains]
    const figures = Object.keys(federalFigures).map((name) => `law.${name}`)
    const facts = Object.keys(factWords).map((name) => `facts.${name}`)
    for (const { id, words } of federalForms)
      for (const text of Object.values(words))
        for (const name of mentions(text)) {
          const [room = '', line = ''] = name.includes('.') ? name.split('.') : [id, name]
          const isLine = Object.hasOwn(formOf(room)?.words ?? {}, line)
          expect({ id, text, name, known: isLine || [...others, ...figures, ...facts].includes(name) }).toMatchObject({
            known: true,
          })
        }
  })

  test('every fact is mentioned by some form', () => {
    const mentioned = new Set(
      [...federalForms, ...closingForms].flatMap(({ words }) =>
        Object.values(words).flatMap((text) => [...mentions(text)]),
      ),
    )
    for (const name of Object.keys(factWords)) expect(mentioned).toContain(`facts.${name}`)
    for (const name of Object.keys(gainWords)) expect(mentioned).toContain(`gains.${name}`)
  })
})

describe('the forms of a return', () => {
  test('are those it needed', () => {
    const ids = (facts: Partial<Facts>) => figuredForms(explainable(facts).return).map(({ id }) => id)
    const always = [
      'form1040',
      'schedule1A',
      'scheduleD',
      'scheduleDAmt',
      'form6251',
      'form8801',
      'form8959',
      'form8960',
      'schedule2',
      'schedule3',
    ]
    expect(ids({ wages: 100_000 }).sort()).toEqual([...always, 'qualifiedDividends'].sort())
    const itemizer = { wages: 100_000, hasItemized: true, mortgageInterest: 90_000 }
    expect(ids(itemizer).sort()).toEqual([...always, 'qualifiedDividends', 'scheduleA', 'charity'].sort())
    const gains = { ...noFacts().gains, long: 50_000, collectibles: 20_000 }
    expect(ids({ wages: 100_000, gains, amtGains: gains }).sort()).toEqual([...always, 'scheduleDTax'].sort())
  })

  test('each knows its title, its law and its words', () => {
    for (const { id, title, law, words } of federalForms) {
      expect(title.length).toBeGreaterThan(5)
      expect(law).toMatch(/IRC §|Form 1040/)
      expect(formOf(id)?.words).toBe(words)
    }
    expect(new Set(federalForms.map(({ title }) => title)).size).toBe(federalForms.length)
    expect(formOf('noSuchForm')).toBeUndefined()
  })

  test('a line of the AMT Schedule D takes the AMT gains', () => {
    const gains = { ...noFacts().gains, long: 9_000 }
    const of = explainable({ wages: 100_000, gains, amtGains: { ...gains, long: 4_000 } })
    const names = (id: string) => reasonFor(`${id}.line8a`, of)?.from.map(({ name, amount }) => [name, amount])
    expect(names('scheduleD')).toEqual([['facts.gains.long', 9_000]])
    expect(names('scheduleDAmt')).toEqual([['facts.amtGains.long', 4_000]])
  })
})

describe('what a line is called', () => {
  test('by its number', () => {
    expect(lineTitle('form6251', 'line2i', 2026)).toBe('Form 6251 line 2i')
    expect(lineTitle('form1040', 'line16', 2025)).toBe('Form 1040 line 16')
  })

  test('as printed that year: 2024 has one line 1 on Form 6251, and lines 7, 11 and 12 on Form 1040', () => {
    const titles = (year: number) => [
      lineTitle('form6251', 'line1b', year),
      lineTitle('form1040', 'line7a', year),
      lineTitle('form1040', 'line11b', year),
      lineTitle('form1040', 'line12e', year),
    ]
    expect(titles(2025)).toEqual(['Form 6251 line 1b', 'Form 1040 line 7a', 'Form 1040 line 11b', 'Form 1040 line 12e'])
    for (const year of [2023, 2024])
      expect(titles(year)).toEqual(['Form 6251 line 1', 'Form 1040 line 7', 'Form 1040 line 11', 'Form 1040 line 12'])
    expect(reasonFor('form6251.line1b', explainable({ wages: 1 }, 2024))?.title).toBe('Form 6251 line 1')
    expect(reasonFor('form6251.line1b', explainable({ wages: 1 }, 2024))?.words).toContain('Form 1040 line 11.')
  })

  test('by its words where the form has no number for it', () => {
    for (const { id, words } of federalForms)
      for (const line of Object.keys(words))
        for (const year of years) {
          const name = lineName(id, line, year)
          // Neither the braces of the words nor a name of the code
          expect(name).not.toMatch(/[{}:]|undefined|[a-z][A-Z]/)
        }
  })
})
