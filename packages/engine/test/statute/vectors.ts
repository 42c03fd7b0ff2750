/** Reads the vectors beside this folder. */
import { readFileSync } from 'node:fs'

export function readVectors(name: string): string {
  return readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8')
}

/** What is off: an amount by more than a cent, any other value by not being equal. Names not in `got` are off too. */
export function differences(got: object, expected: object): string[] {
  const values = new Map<string, unknown>(Object.entries(got))
  return Object.entries(expected)
    .filter(([name, want]) => !agrees(values.get(name), want))
    .map(([name, want]) => `${name}: ${JSON.stringify(values.get(name))}, expected ${JSON.stringify(want)}`)
}

function agrees(got: unknown, want: unknown): boolean {
  if (typeof got === 'number' && typeof want === 'number') return Math.abs(got - want) <= 0.01
  return JSON.stringify(got) === JSON.stringify(want)
}
