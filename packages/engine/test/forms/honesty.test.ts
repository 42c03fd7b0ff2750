/**
 * The words of every line name exactly what the code reads to figure it. Each form is figured on many returns with
 * everything it reads under observation; over all of them the names read for a line are the names its words mention.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { federalForms } from '../../src/explain/federalForms.ts'
import { mentions, type Words } from '../../src/form.ts'
import { capitalLossCarryoverWords, figureCapitalLossCarryover } from '../../src/forms/capitalLossCarryover.ts'
import { charityWords, figureCharity } from '../../src/forms/charity.ts'
import {
  figureForm1040Deductions,
  figureForm1040Income,
  figureForm1040Tax,
  figureForm1040Total,
  form1040Words,
} from '../../src/forms/form1040.ts'
import { figureForm6251Spread, figureForm6251WithoutSpread, form6251Words } from '../../src/forms/form6251.ts'
import {
  figureForm8801Credit,
  figureForm8801Exclusion,
  form8801ExclusionWords,
  form8801Words,
} from '../../src/forms/form8801.ts'
import { figureForm8959, form8959Words } from '../../src/forms/form8959.ts'
import { figureForm8960, form8960Words } from '../../src/forms/form8960.ts'
import { figureQualifiedDividends, qualifiedDividendsWords } from '../../src/forms/qualifiedDividends.ts'
import { figureSchedule1A, schedule1AWords } from '../../src/forms/schedule1A.ts'
import { figureSchedule2, schedule2Words } from '../../src/forms/schedule2.ts'
import { figureSchedule3, schedule3Words } from '../../src/forms/schedule3.ts'
import { figureScheduleA, scheduleAWords } from '../../src/forms/scheduleA.ts'
import { figureScheduleD, scheduleDWords } from '../../src/forms/scheduleD.ts'
import { figureScheduleDTax, scheduleDTaxWords } from '../../src/forms/scheduleDTax.ts'
import type { FederalLaw } from '../../src/law/federal/law.ts'
import { type FederalReturn, figureReturn, workspace } from '../../src/return.ts'
import { type Assignment, type Step, watch } from '../annotated.ts'
import { household } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'

/** What a form may take from: a whole return, its gains under their own name, and the income of the loss worksheet. */
type From = FederalReturn & { readonly gains: FederalReturn['facts']['gains']; readonly income: { amount: number } }

interface Watched {
  readonly words: Words
  readonly watch: (from: From, law: FederalLaw) => ReturnType<typeof watch>
}

const form = <W extends Words>(words: W, ...steps: Step<From, FederalLaw, W>[]): Watched => ({
  words,
  watch: (from, law) => watch(words, steps, from, law),
})

const scheduleD = form(scheduleDWords, (from, law, f) => figureScheduleD(from.gains, law, f))

const forms: { readonly [id: string]: Watched } = {
  form1040: form(
    form1040Words,
    (from, _, f) => figureForm1040Income(from, f),
    figureForm1040Deductions,
    (from, _, f) => figureForm1040Tax(from, f),
    (from, _, f) => figureForm1040Total(from, f),
  ),
  schedule1A: form(schedule1AWords, figureSchedule1A),
  scheduleA: form(scheduleAWords, figureScheduleA),
  charity: form(charityWords, figureCharity),
  scheduleD,
  scheduleDAmt: scheduleD,
  qualifiedDividends: form(qualifiedDividendsWords, figureQualifiedDividends),
  scheduleDTax: form(scheduleDTaxWords, figureScheduleDTax),
  form6251: form(form6251Words, figureForm6251WithoutSpread, figureForm6251Spread),
  form8801: form(form8801Words, figureForm8801Credit),
  exclusion: form(form8801ExclusionWords, figureForm8801Exclusion),
  form8959: form(form8959Words, figureForm8959),
  form8960: form(form8960Words, figureForm8960),
  schedule2: form(schedule2Words, (from, _, f) => figureSchedule2(from, f)),
  schedule3: form(schedule3Words, (from, _, f) => figureSchedule3(from, f)),
  capitalLossCarryover: form(capitalLossCarryoverWords, (from, _, f) => figureCapitalLossCarryover(from, f)),
}

/** Returns that reach every branch: both elections, both tax worksheets, both readings of Form 8801. */
const returns = fc
  .sample(household, { seed: 6251, numRuns: 300 })
  .flatMap(({ year, status, facts }, i): { from: From; law: FederalLaw }[] => {
    const law = lawFor(year, status, i % 2 ? 'exact' : 'as-filed', {
      exclusionGainsRegular: i % 3 ? 1 : 0,
      creditShortfallForgiven: i % 5 ? 1 : 0,
    })
    const work = workspace()
    figureReturn({ ...facts, hasItemized: true, deductionChoice: 'lowestTax' }, law, work)
    return [work.standard, work.itemized].map((r) => {
      const gains = i % 2 ? r.facts.gains : r.facts.amtGains
      return { from: { ...r, gains, income: { amount: r.form1040.beforeFloor } }, law }
    })
  })

interface Disagreement {
  readonly line: string
  readonly readButNotMentioned: readonly string[]
  readonly mentionedButNotRead: readonly string[]
}

/** The lines of which words and code do not agree, over all returns. */
function disagreements(watched: Watched): Disagreement[] {
  const reads = new Map<string, Set<string>>(Object.keys(watched.words).map((line) => [line, new Set()]))
  for (const { from, law } of returns)
    for (const { line, reads: found } of watched.watch(from, law).assignments)
      for (const name of found) reads.get(line)?.add(name)
  return Object.entries(watched.words).flatMap(([line, words]) => {
    const read = [...(reads.get(line) ?? [])]
    const mentioned = mentions(words)
    const readButNotMentioned = read.filter((name) => !mentioned.has(name))
    const mentionedButNotRead = [...mentioned].filter((name) => !read.includes(name))
    return readButNotMentioned.length + mentionedButNotRead.length > 0
      ? [{ line, readButNotMentioned, mentionedButNotRead }]
      : []
  })
}

/** Lines read while they are still blank. */
function readTooEarly(assignments: readonly Assignment[], lines: readonly string[]): string[] {
  const figured = new Set<string>()
  return assignments.flatMap(({ line, reads }) => {
    const early = [...reads].filter((name) => lines.includes(name) && !figured.has(name))
    figured.add(line)
    return early.map((name) => `${line} reads ${name}`)
  })
}

test('every form of a return is watched', () => {
  expect(Object.keys(forms).sort()).toEqual(
    [...federalForms.map(({ id }) => id), 'exclusion', 'capitalLossCarryover'].sort(),
  )
})

describe.each(Object.entries(forms))('%s', (_, watched) => {
  test('reads what its words mention, line by line', () => expect(disagreements(watched)).toEqual([]))

  test('assigns every line once and leaves none unfigured', () => {
    for (const { from, law } of returns.slice(0, 50)) {
      const { assignments, sheet } = watched.watch(from, law)
      expect(assignments.map((each) => each.line).sort()).toEqual(Object.keys(watched.words).sort())
      expect(Object.entries(sheet).filter(([, amount]) => Number.isNaN(amount))).toEqual([])
    }
  })

  test('reads no line of its own before it is figured', () => {
    const lines = Object.keys(watched.words)
    for (const { from, law } of returns.slice(0, 50))
      expect(readTooEarly(watched.watch(from, law).assignments, lines)).toEqual([])
  })

  test('mentions only lines it has, and no line of another form outside braces', () => {
    for (const [line, words] of Object.entries(watched.words)) {
      const own = [...mentions(words)].filter((name) => !name.includes('.'))
      expect({ line, unknown: own.filter((name) => !Object.hasOwn(watched.words, name)) }).toEqual({
        line,
        unknown: [],
      })
      expect(words.replace(/\{[^}]*\}/g, '')).not.toMatch(/(Form|Schedule|Worksheet|Pub\.)\b[^.,;:]*\blines?\b/i)
    }
  })
})

describe('the check itself', () => {
  const words = {
    line1: 'Wages: {facts.wages}.',
    line2: 'The smaller of line 1 or {law.standardDeduction}.',
    line3: 'Subtract line 2 from line 1.',
  } as const

  const honest = form(words, (from, law, f) => {
    f.line1 = from.facts.wages
    f.line2 = Math.min(f.line1, law.standardDeduction)
    f.line3 = f.line1 - f.line2
  })

  test('passes an honest form', () => expect(disagreements(honest)).toEqual([]))

  test('sees another fact, another figure, a line left out, and a branch seldom taken', () => {
    const dishonest = form(words, (from, law, f) => {
      f.line1 = from.facts.wages + from.form1040.line2b
      f.line2 = Math.min(f.line1, law.amtExemption)
      f.line3 = f.line2 > 140_000 ? f.line1 : -f.line2
    })
    expect(disagreements(dishonest)).toEqual([
      { line: 'line1', readButNotMentioned: ['form1040.line2b'], mentionedButNotRead: [] },
      {
        line: 'line2',
        readButNotMentioned: ['law.amtExemption'],
        mentionedButNotRead: ['law.standardDeduction'],
      },
    ])
    const oneBranch = form(words, (from, law, f) => {
      f.line1 = from.facts.wages
      f.line2 = f.line1 > 4_000_000 ? law.saltCap : Math.min(f.line1, law.standardDeduction)
      f.line3 = f.line1
    })
    expect(disagreements(oneBranch)).toEqual([
      { line: 'line2', readButNotMentioned: ['law.saltCap'], mentionedButNotRead: [] },
      { line: 'line3', readButNotMentioned: [], mentionedButNotRead: ['line2'] },
    ])
  })

  test('sees an amount read ahead of the line it is for, and a line read while it is blank', () => {
    const ahead = form(words, (from, law, f) => {
      const most = law.standardDeduction
      f.line1 = from.facts.wages
      f.line2 = Math.min(f.line1, most)
      f.line3 = f.line1 - f.line2
    })
    expect(disagreements(ahead).map(({ line }) => line)).toEqual(['line1', 'line2'])
    const early = form(words, (_, __, f) => {
      f.line2 = f.line1
    })
    const [first] = returns
    if (!first) throw new Error('no returns')
    const { assignments } = early.watch(first.from, first.law)
    expect(readTooEarly(assignments, Object.keys(words))).toEqual(['line2 reads line1'])
  })
})
