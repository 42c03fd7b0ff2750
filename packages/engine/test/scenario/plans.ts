/** Entries of a plan, and the small scenario with a plan of its own. */
import { spoiled } from './files.ts'

/** The small scenario: 4800 shares over 48 months from 1 March 2023, 100 a month; 1000 of them exercised in March 2025. */
export const withPlan = (plan: readonly unknown[], changes: { readonly [path: string]: unknown } = {}) =>
  spoiled({ plan, 'company.prices[0].on': '2020-01-01', ...changes })

export const exercise = (on: string, shares: number, more = {}) => ({ on, exercise: shares, grant: 'G1', ...more })

export const sell = (on: string, shares: number, lot?: string) => ({ on, sell: shares, ...(lot ? { lot } : {}) })
