/** Which way the engine's imports may point: each file or folder of `src` reads only what stands before it. */

/** The engine from the bottom up. What stands in one entry may read one another. */
const layers: readonly (readonly string[])[] = [
  ['money', 'date', 'errors', 'nearest', 'papers'],
  ['law'],
  ['form'],
  ['equity'],
  ['forms'],
  ['case'],
  ['return'],
  ['stateReturn'],
  ['summary'],
  ['taxYear'],
  ['stateYears', 'residence'],
  ['filed'],
  ['timeline'],
  ['lean'],
  ['credit'],
  ['plan'],
  ['schedule'],
  ['risk'],
  ['explain'],
  ['scenario'],
  ['answers'],
  ['index'],
]

/** A source file: its path under `src`, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Every import that points up, leads out of the engine, or belongs to a file or folder without a place. */
export function wrongImports(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const own = placeOf(path)
    if (own < 0) return [`${path}: ${layerOf(path)} has no place in test/layers.ts`]
    return importsOf(text).flatMap((specifier) => wrong(path, own, specifier))
  })
}

function wrong(path: string, own: number, specifier: string): string[] {
  if (!specifier.startsWith('.'))
    return (libraries[layerOf(path)] ?? libraries[path])?.test(specifier)
      ? []
      : [`${path} imports ${specifier}, which is not of the engine`]
  const target = resolve(path, specifier)
  const place = placeOf(target)
  if (place < 0) return [`${path} imports ${target}, which has no place in test/layers.ts`]
  return place > own ? [`${path} imports ${target}, which stands above it`] : []
}

/** The libraries of the engine, and the one room or file that may read each. */
const libraries: { readonly [place: string]: RegExp } = {
  scenario: /^zod(\/mini)?$/,
  'schedule/solver.ts': /^highs$/,
}

const placeOf = (path: string): number => layers.findIndex((names) => names.includes(layerOf(path)))

/** The file or folder of `src` that a path lies in, without its ending. */
const layerOf = (path: string): string => (path.split('/')[0] ?? '').replace(/\.ts$/, '')

/** What a file imports or re-exports, for types too: a type that points up ties the layers as a value does. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g)].map(([, specifier]) => specifier ?? '')

function resolve(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const step of specifier.split('/')) {
    if (step === '..') {
      if (parts.length === 0) return specifier
      parts.pop()
    } else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}
