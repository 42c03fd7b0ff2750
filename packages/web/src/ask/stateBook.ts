/**
 * The states the engine knows in a worker of the page: none at first, then those a scenario names. Their law is a third of the engine, and most
 * households live in one state. `vite.config.ts` puts this file in the place of the engine's own list.
 */
import type { stateModules as every } from '../../../engine/src/forms/states/modules.ts'

type StateModule = (typeof every)[number]

const files = import.meta.glob<{ readonly [name: string]: StateModule }>(
  '../../../engine/src/forms/states/[A-Z][A-Z].ts',
)
const codeOf = (path: string): string => path.slice(-5, -3)
const loaders = new Map(Object.entries(files).map(([path, load]) => [codeOf(path), load]))

/** What the engine looks in. */
export const stateModules: StateModule[] = []
const loading = new Map<string, Promise<void>>()

/** Every state that a scenario may mean: two capitals in quotes. One too many does no harm. */
export const statesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/"([A-Z]{2})"/g)].map(([, code]) => code ?? '')),
]

/** Loads states, or all of them, before anything is asked that may need them. */
export async function withStates(codes: readonly string[] | 'all'): Promise<void> {
  const wanted = codes === 'all' ? [...loaders.keys()] : codes.filter((code) => loaders.has(code))
  await Promise.all(
    wanted.map((code) => {
      const known = loading.get(code) ?? load(code)
      loading.set(code, known)
      return known
    }),
  )
}

async function load(code: string): Promise<void> {
  const found = await loaders.get(code)?.()
  const module = found?.[`forms${code}`]
  if (!module) return
  stateModules.push(module)
  // In the order of the engine's own list: the fingerprint of the law goes by it.
  stateModules.sort((one, other) => (one.book.state < other.book.state ? -1 : 1))
}
