/**
 * Great falls of a stock market, as they were: an index at the end of each month, from its highest month-end to its lowest. Closing
 * values as published; single stocks fell further than the index, many to nothing.
 */

/** One fall. The first level is the highest month-end, each next one that of the next month. */
export interface HistoricalFall {
  readonly name: '2000to2002' | '2007to2009' | '2021to2022'
  /** In a sentence: `the fall of ...`. */
  readonly title: string
  /** The month of the first level, `YYYY-MM`. */
  readonly from: string
  readonly levels: readonly number[]
}

/** NASDAQ Composite Index, daily close, last of each month: series NASDAQCOM of the Federal Reserve Bank of St. Louis (FRED), of Nasdaq OMX Group. */
export const historicalFalls: readonly HistoricalFall[] = [
  {
    name: '2000to2002',
    title: 'the Nasdaq from February 2000 to September 2002',
    from: '2000-02',
    levels: [
      ...[4696.69, 4572.83, 3860.66, 3400.91, 3966.11, 3766.99, 4206.35, 3672.82, 3369.63, 2597.93, 2470.52],
      ...[2772.73, 2151.83, 1840.26, 2116.24, 2110.49, 2160.54, 2027.13, 1805.43, 1498.8, 1690.2, 1930.58, 1950.4],
      ...[1934.03, 1731.49, 1845.35, 1688.23, 1615.73, 1463.21, 1328.26, 1314.85, 1172.06],
    ],
  },
  {
    name: '2007to2009',
    title: 'the Nasdaq from October 2007 to February 2009',
    from: '2007-10',
    levels: [
      ...[2859.12, 2660.96, 2652.28],
      ...[2389.86, 2271.48, 2279.1, 2412.8, 2522.66, 2292.98, 2325.55, 2367.52, 2082.33, 1720.95, 1535.57, 1577.03],
      ...[1476.42, 1377.84],
    ],
  },
  {
    name: '2021to2022',
    title: 'the Nasdaq from December 2021 to December 2022',
    from: '2021-12',
    levels: [
      15644.97,
      ...[14239.88, 13751.4, 14220.52, 12334.64, 12081.39, 11028.74, 12390.69, 11816.2, 10575.62, 10988.15, 11468],
      10466.48,
    ],
  },
]

/**
 * A fall as parts of its first level, one for each month after it. `beta`: how many times as far as the index the price moves, 1 for the index
 * itself; never below zero.
 */
export const fallen = ({ levels }: HistoricalFall, beta: number): number[] =>
  levels.slice(1).map((level) => Math.max(0, 1 + beta * (level / (levels[0] as number) - 1)))
