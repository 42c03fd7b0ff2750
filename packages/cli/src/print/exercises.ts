/** Exercises in a sentence. */
import type { CostAnswer } from '@isoline/engine'
import { count, dollars } from './money.ts'
import { listed, plural } from './text.ts'

type Exercise = CostAnswer['exercises'][number]

/** What is exercised: `10,000 shares of G1`. */
export const exercised = (exercises: readonly Exercise[]): string =>
  listed(exercises.map(({ shares, grant }) => `${plural(count(shares), 'share')} of ${grant}`))

/** What of an exercise is nonstatutory, and so wages of the year; nothing where all are ISO shares. */
export const nonstatutory = ({ id, shares, nsoShares, wages }: Exercise): string[] =>
  nsoShares === 0
    ? []
    : [
        `${id}: ${count(nsoShares)} of ${plural(count(shares), 'share')} ${nsoShares === 1 ? 'is' : 'are'} nonstatutory (NSO), and ${dollars(wages)} of spread is wages of the year.`,
      ]
