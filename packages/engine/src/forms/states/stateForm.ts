/**
 * What a state's tax is: its book of law, its forms in order, and what a summary takes from them. A state is one such module in
 * this folder; the list of them is `modules.ts`.
 */
import { blank, type Sheet, type Words } from '../../form.ts'
import type { StateBook, StateLaw, StateNames } from '../../law/states/state.ts'
import type { Charity } from '../charity.ts'
import type { Facts } from '../facts.ts'
import type { Election, Form1040 } from '../form1040.ts'
import type { Form6251 } from '../form6251.ts'
import type { Form8801 } from '../form8801.ts'
import type { Form8960 } from '../form8960.ts'
import type { ScheduleA } from '../scheduleA.ts'
import type { ScheduleD } from '../scheduleD.ts'

/** Facts that only states ask for. Dollars; counts where named. */
export interface StateFacts {
  readonly dependents: number
  /** Persons who file: 2 on a joint return. */
  readonly filers: number
  /** Filers of 65 or older, and boxes of 65 or older or blind. */
  readonly aged: number
  readonly agedOrBlind: number
  /** 1: married filing separately. */
  readonly separate: 0 | 1
  /** The state's own minimum tax credit: what the year before made (may be negative), and what it carried. */
  readonly minimumTaxCreditMade: number
  readonly minimumTaxCredit: number
  /** Gain that the federal return excludes under section 1202, for states that tax it. */
  readonly smallBusinessStockExcluded: number
  readonly amtSmallBusinessStockExcluded: number
  /** By how much the capital loss that the state itself carries into the year is below the federal one, and the same for AMT. */
  readonly capitalLossCarriedLess: number
  readonly amtCapitalLossCarriedLess: number
  /** 1: the state's own itemized deductions are taken, where it lets one choose. */
  readonly itemizes: 0 | 1
}

/** What each fact is, as in explanations. */
export const stateFactWords = {
  dependents: 'the number of dependents',
  filers: 'the number of persons who file',
  aged: 'the number of filers of 65 or older',
  agedOrBlind: 'the number of boxes of 65 or older or blind',
  separate: 'married filing separately',
  minimumTaxCreditMade: 'the minimum tax credit of the state that the year before made',
  minimumTaxCredit: 'the minimum tax credit of the state that the year before carried',
  smallBusinessStockExcluded: 'gain on small business stock that the federal return excludes',
  amtSmallBusinessStockExcluded: 'gain on small business stock that the federal AMT excludes',
  capitalLossCarriedLess: 'the federal capital loss carried in beyond that of the state',
  amtCapitalLossCarriedLess: 'the capital loss for AMT carried in beyond that of the state',
  itemizes: "the state's own itemized deductions are taken",
} as const satisfies { readonly [Fact in keyof StateFacts]: string }

/** What a state's forms take from: the federal return, its facts, and facts of states. */
export interface StateFrom {
  readonly facts: Readonly<Facts>
  readonly state: StateFacts
  readonly election: Readonly<Election>
  readonly form1040: Readonly<Form1040>
  /** Blank unless the federal return itemizes. */
  readonly scheduleA: Readonly<ScheduleA>
  readonly charity: Readonly<Charity>
  readonly scheduleD: Readonly<ScheduleD>
  readonly scheduleDAmt: Readonly<ScheduleD>
  readonly form6251: Readonly<Form6251>
  readonly form8801: Readonly<Form8801>
  readonly form8960: Readonly<Form8960>
}

/** A form of a state, to figure, print and explain. */
export interface StateForm {
  /** Its name under `forms.CA`: `form540`, `scheduleP`. */
  readonly id: string
  readonly title: string
  readonly law: string
  readonly words: Words
  /** Fills in the sheet. `from` also holds the state's forms before this one, by their names. */
  readonly figure: (from: StateFrom & StateSheets, law: StateLaw, f: Sheet<Words>) => void
}

/** Writes a form down with the types of what it reads. */
export const stateForm = <Own, Names extends StateNames, W extends Words>(form: {
  readonly id: string
  readonly title: string
  readonly law: string
  readonly words: W
  readonly figure: (from: StateFrom & Own, law: StateLaw<Names>, f: Sheet<W>) => void
}): StateForm => form as unknown as StateForm

export type StateSheets = { readonly [form: string]: Readonly<Sheet<Words>> }

/** The figures people ask a state for first, dollars unless named otherwise. */
export interface StateFigures {
  readonly taxableIncome: number
  readonly regularTax: number
  readonly amt: number
  /** Everything the state asks for the year. */
  readonly tax: number
  readonly [figure: string]: number | string
}

export interface StateSummary extends StateFigures {
  readonly state: string
}

export interface StateModule {
  readonly book: StateBook
  /** In the order in which they are figured. */
  readonly forms: readonly StateForm[]
  /** Whether the state chooses between its own standard and itemized deductions; then both are figured. */
  readonly chooses: boolean
  /** A state that taxes long-term gains alone: of a part of a year, those of its days. */
  readonly gainsAlone?: true
  readonly summary: (sheets: StateSheets, from: StateFrom) => StateFigures
  /** The deduction taken, by which `larger` chooses; only for states that choose. */
  readonly deduction?: (sheets: StateSheets) => number
  /** The capital loss that the state carries on by its own count, where that may differ from the federal one. */
  readonly losses?: (sheets: StateSheets) => StateLosses
  /** What the year leaves of the state's own minimum tax credit; null for a state without one. */
  readonly credit: ((sheets: StateSheets) => StateCredit) | null
}

/** Writes a state down with the types of its own sheets. */
export const stateModule = <Sheets, Names extends StateNames>(module: {
  readonly book: StateBook<Names>
  readonly forms: readonly StateForm[]
  readonly chooses: boolean
  readonly gainsAlone?: true
  readonly summary: (sheets: Sheets, from: StateFrom) => StateFigures
  readonly deduction?: (sheets: Sheets) => number
  readonly losses?: (sheets: Sheets) => StateLosses
  readonly credit: ((sheets: Sheets) => StateCredit) | null
}): StateModule => module as unknown as StateModule

/** Capital loss carried on, for the state's regular tax and for its AMT. Dollars. */
export interface StateLosses {
  readonly regular: number
  readonly amt: number
}

/** A state's minimum tax credit at the end of a year. Dollars. */
export interface StateCredit {
  readonly used: number
  readonly carriedOut: number
  /** What the year's own AMT makes for the next, and the part of it that never comes back. */
  readonly made: number
  readonly exclusionPart: number
}

/**
 * Every form of a state on one federal return. Give `into` the sheets of an earlier call under the same choice of a deduction and they
 * are filled in anew: making blank ones is what takes time.
 */
export function figureForms({ forms }: StateModule, from: StateFrom, law: StateLaw, into?: StateSheets): StateSheets {
  const sheets: Record<string, Sheet<Words>> = {}
  const all = { ...from, ...sheets } as StateFrom & Record<string, unknown>
  for (const { id, words, figure } of forms) {
    const sheet = (into?.[id] as Sheet<Words> | undefined) ?? blank(words)
    figure(all as unknown as StateFrom & StateSheets, law, sheet)
    sheets[id] = sheet
    all[id] = sheet
  }
  return sheets
}
