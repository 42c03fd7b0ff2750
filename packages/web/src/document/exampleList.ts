/** Each example by its file, with the name it goes by and the day it is told from; the best to begin with first. */
export const told: readonly (readonly [file: string, name: string, asOf: string])[] = [
  ['robotics', 'Robotics, single', '2026-01-15'],
  ['first-exercise', 'A first exercise, a couple', '2026-01-02'],
  ['early-exercise', 'Exercised early, private', '2026-02-02'],
  ['before-the-ipo', 'Before the IPO', '2026-01-02'],
  ['staging', 'Two grants, staged', '2026-01-02'],
  ['single-2026-trough', 'Least room of 2026', '2026-01-02'],
  ['itemizer', 'Itemizing in California', '2026-01-20'],
  ['mfs', 'Filing separately, Minnesota', '2026-01-02'],
  ['leaving-california', 'Leaving California', '2025-06-02'],
  ['over-the-limit', 'Over the $100,000 limit', '2026-01-02'],
  ['sell-or-wait', 'Sell or wait', '2026-12-01'],
  ['peak-and-fall', 'AMT at the peak', '2026-11-16'],
  ['credit-carried-in', 'Credit coming back', '2026-01-05'],
  ['credit-left-behind', 'Credit left behind', '2026-01-05'],
  ['twelve-years', 'Twelve years', '2025-03-03'],
]
