import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError, NotModelled } from '../../src/errors.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { found, problemsOf } from './files.ts'
import { itemized, row } from './rows.ts'

describe('a row that is wrong', () => {
  test.each([
    ['nothing', undefined, ' notAnObject'],
    ['null', null, ' notAnObject'],
    ['a number', 5, ' notAnObject'],
    ['a text', 'row', ' notAnObject'],
    ['a list', [row], ' notAnObject'],
  ])('%s', (_, value, problem) => {
    expect(found(value, parseFlatCase)).toEqual([problem])
  })

  test.each<[string, object, string]>([
    ['no id', { id: undefined }, 'id missing'],
    ['an empty id', { id: '' }, 'id missing'],
    ['an id that is a list', { id: [7] }, 'id notText'],
    ['a long id', { id: 'x'.repeat(201) }, 'id tooLong'],
    ['a year in quotes', { year: '2026' }, 'year notANumber'],
    ['part of a year', { year: 2026.5 }, 'year notWhole'],
    ['a year before the law', { year: 2022 }, 'year outOfRange'],
    ['a year beyond the law', { year: 2087 }, 'year outOfRange'],
    ['no status', { status: undefined }, 'status missing'],
    ['a status unknown', { status: 'joint' }, 'status notOneOf'],
    ['a status from the prototype', { status: 'constructor' }, 'status notOneOf'],
    ['a status with a will of its own', { status: { toString: 5 }, spouseAge: 3 }, 'status notOneOf'],
    ['no age', { age: undefined }, 'age missing'],
    ['too old', { age: 131 }, 'age outOfRange'],
    ['a spouse alone', { spouseAge: 40 }, 'spouseAge conflict'],
    ['a blind spouse alone', { status: 'qss', spouseBlind: true }, 'spouseBlind conflict'],
    ['wages missing', { wages: undefined }, 'wages missing'],
    ['wages in quotes', { wages: '5' }, 'wages notANumber'],
    ['wages null', { wages: null }, 'wages notANumber'],
    ['wages not a number', { wages: Number.NaN }, 'wages notANumber'],
    ['wages without end', { wages: Number.POSITIVE_INFINITY }, 'wages notANumber'],
    ['wages beyond reason', { wages: 1e13 }, 'wages outOfRange'],
    ['wages below zero', { wages: -1 }, 'wages negative'],
    ['a spread below zero', { isoSpread: -1 }, 'isoSpread negative'],
    ['a gain in quotes', { longTermGain: '5' }, 'longTermGain notANumber'],
    ['more qualified than ordinary', { qualifiedDividends: 21 }, 'qualifiedDividends conflict'],
    ['a part above the whole', { collectiblesGain: 41 }, 'collectiblesGain conflict'],
    ['another part above the whole', { unrecaptured1250Gain: 41 }, 'unrecaptured1250Gain conflict'],
    ['a key unknown', { salary: 1 }, 'salary unknownKey'],
    ['a key of the prototype', { constructor: 1 }, 'constructor unknownKey'],
    ['deductions that are a list', { itemized: [] }, 'itemized notAnObject'],
    ['a deduction missing', { itemized: { ...itemized, charityCash: undefined } }, 'itemized.charityCash missing'],
    ['a deduction unknown', { itemized: { ...itemized, charity: 1 } }, 'itemized.charity unknownKey'],
    [
      'taxes as figured',
      { itemized: { ...itemized, stateAndLocalTaxes: 'auto' } },
      'itemized.stateAndLocalTaxes notANumber',
    ],
    ['a choice unknown', { deductionChoice: 'largest' }, 'deductionChoice notOneOf'],
    ['itemized without deductions', { deductionChoice: 'itemized' }, 'deductionChoice conflict'],
    ['half a loss', { capitalLoss: { short: 1 } }, 'capitalLoss.long missing'],
    ['a loss below zero', { amtCapitalLoss: { short: 1, long: -1 } }, 'amtCapitalLoss.long negative'],
    ['a credit unknown', { credits: { childCredit: 1 } }, 'credits.childCredit unknownKey'],
    ['a credit below zero', { credits: { other: -1 } }, 'credits.other negative'],
    [
      'a credit for the AMT in quotes',
      { credits: { amtForeignTaxCredit: '1' } },
      'credits.amtForeignTaxCredit notANumber',
    ],
    ['a credit carried in below zero', { minimumTaxCreditCarriedIn: -1 }, 'minimumTaxCreditCarriedIn negative'],
    ['a state unknown', { state: 'California' }, 'state notOneOf'],
    ['part of a dependent', { dependents: 0.5 }, 'dependents notWhole'],
    ['a rounding unknown', { rounding: 'asFiled' }, 'rounding notOneOf'],
    ['a reading of a settled figure', { readings: { rate1: 1 } }, 'readings.rate1 unknownKey'],
    ['a line that is figured', { form6251: { line2i: 1 } }, 'form6251.line2i unknownKey'],
    ['blindness in words', { blind: 'yes' }, 'blind notTrueOrFalse'],
  ])('%s', (_, more, problem) => {
    expect(found({ ...row, ...more }, parseFlatCase)).toEqual([problem])
  })

  test('the prototype is a key like any other', () => {
    expect(found(JSON.parse(`{"__proto__": {"wages": 1}, ${JSON.stringify(row).slice(1)}`), parseFlatCase)).toEqual([
      '__proto__ unknownKey',
    ])
  })

  test('all problems of a row are told at once', () => {
    expect(found({}, parseFlatCase)).toEqual(
      [
        ...['id', 'year', 'status', 'wages', 'interest', 'ordinaryDividends', 'qualifiedDividends', 'isoSpread'],
        ...['otherAmtAdjustment', 'shortTermGain', 'longTermGain', 'age'],
      ].map((key) => `${key} missing`),
    )
  })

  test('a slip of the pen is answered with the word meant', () => {
    expect(problemsOf({ ...row, qualifedDividends: 1 }, parseFlatCase)[0]?.message).toContain(
      'Did you mean qualifiedDividends?',
    )
    expect(problemsOf({ ...row, state: 'ca' }, parseFlatCase)[0]?.message).toContain('Did you mean CA?')
  })

  test('anything at all is read or refused, and never anything else', () => {
    const keys = [
      'id',
      'year',
      'status',
      'age',
      'wages',
      'itemized',
      'credits',
      'capitalLoss',
      'form6251',
      'readings',
      'state',
    ]
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    const spoiledRow = fc
      .dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), anything)
      .map((more) => ({ ...row, ...more }))
    fc.assert(
      fc.property(fc.oneof(anything, spoiledRow), (value) => {
        try {
          const flat = parseFlatCase(value)
          for (const fact of Object.values(flat.facts)) if (typeof fact === 'number') expect(fact).not.toBeNaN()
        } catch (error) {
          if (!(error instanceof InputError || error instanceof NotModelled)) throw error
        }
      }),
      { numRuns: 2000 },
    )
  })
})
