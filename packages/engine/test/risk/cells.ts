/** Cells of a list of numbers, for sums and counts. */
type Cells = { [i: number]: number; readonly length: number }

/** The number in a cell; NaN where there is none, so that no comparison holds. */
export const at = (list: { readonly [i: number]: number }, i: number): number => list[i] ?? Number.NaN

export function add(list: Cells, i: number, amount: number): void {
  list[i] = at(list, i) + amount
}
