/** Counts of things in a sentence. */
import { count } from './money.ts'

/** `2 grants, 1 exercise and 3 sales`; nothing of what there is none. */
export function things(parts: readonly (readonly [many: number, one: string])[]): string {
  const all = parts.filter(([many]) => many > 0).map(([many, one]) => `${count(many)} ${one}${many === 1 ? '' : 's'}`)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

/** What files add to a scenario; '' for nothing. */
export const thingsAdded = ({
  grants,
  lots,
  sales,
  prices,
  filed,
}: {
  readonly [list in 'grants' | 'lots' | 'sales' | 'prices' | 'filed']: number
}): string =>
  things([
    [grants, 'grant'],
    [lots, 'exercise'],
    [sales, 'sale'],
    [prices, 'share value'],
    [filed, 'line'],
  ]).replace(/(\d) (lines?)$/, '$1 $2 of returns')
