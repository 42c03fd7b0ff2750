/** The search for the best plan: one at a time, its last answer kept while the next is looked for, and between views. */
import type { PlanAnswer, PlanQuestion, PlanTreeAnswer, ScenarioFile } from '@isoline/engine'
import { proxy, type Remote, wrap } from 'comlink'
import { asking } from './busy.ts'
import type { Trouble } from './reply.ts'
import type { Searching, SearchNow } from './search.worker.ts'

/** What the search is about: everything but what is being decided. */
export interface Sought {
  readonly file: ScenarioFile
  readonly asOf: string
}

export interface SearchState {
  /** The best plan found last; absent before the first, and where there is none. */
  readonly answer: PlanAnswer | undefined
  readonly trouble: Trouble | undefined
  /** The same over what may become of the company, where the file names outcomes. */
  readonly tree: PlanTreeAnswer | undefined
  /** What is under way: a first quick look, the search for a certificate, or nothing. */
  readonly doing: 'looking' | 'proving' | null
  /** How far a proof has come. */
  readonly now: SearchNow | undefined
}

let state: SearchState = { answer: undefined, trouble: undefined, tree: undefined, doing: null, now: undefined }
let sought = ''
/** Grants and lots of the last search: a plan for others would only mislead, even for a moment. */
let holdings = ''
let worker: Worker | undefined
let remote: Remote<Searching> | undefined
let busy: (() => void) | undefined
/** Whether the worker still looks over outcomes of the scenario before. */
let lingers = false
const listeners = new Set<() => void>()

function publish(change: Partial<SearchState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const searched = (): SearchState => state

/** A search cannot hear anyone while it runs: whoever wants something else ends it and begins with a new worker. */
function endWorker(): void {
  worker?.terminate()
  worker = undefined
  remote = undefined
  lingers = false
}

async function run(
  { file, asOf }: Sought,
  question: PlanQuestion,
  doing: NonNullable<SearchState['doing']>,
): Promise<void> {
  if (state.doing !== null || (doing === 'looking' && lingers)) endWorker()
  worker ??= new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' })
  remote ??= wrap<Searching>(worker)
  const mine = worker
  const current = sought
  publish({ doing, now: undefined })
  // A proof is watched; nobody waits for it
  if (doing === 'looking') busy ??= asking()
  const tell = (now: SearchNow): void => {
    if (worker === mine && current === sought) publish({ now })
  }
  const reply = await remote.search(file, { asOf }, question, proxy(tell))
  if (worker !== mine || current !== sought) return
  busy?.()
  busy = undefined
  publish(
    'answer' in reply
      ? { answer: reply.answer, trouble: undefined, doing: null, now: undefined }
      : { ...(doing === 'looking' && { answer: undefined }), trouble: reply.trouble, doing: null, now: undefined },
  )
  if (doing === 'looking') await overOutcomes(remote, mine, { file, asOf })
}

/** What is best over outcomes comes after the plan for one price path, which the page waits for. */
async function overOutcomes(of: Remote<Searching>, mine: Worker, { file, asOf }: Sought): Promise<void> {
  const current = sought
  const named = (file.company?.outcomes ?? []).length > 0
  lingers = named
  const reply = named ? await of.overOutcomes(file, { asOf }) : undefined
  if (worker === mine) lingers = false
  if (worker === mine && current === sought) publish({ tree: reply && 'answer' in reply ? reply.answer : undefined })
}

/** The same scenario without what the plan does from the day asked on, which is what the search decides. */
const withoutDecided = ({ file, asOf }: Sought): ScenarioFile => ({
  ...file,
  plan: (file.plan ?? []).filter(({ on }) => on < asOf),
})

/** Looks for the best plan of a scenario, unless that is what was looked for last. Quick: a bound, but no search for the certificate. */
export function look(of: Sought): void {
  const file = withoutDecided(of)
  const key = JSON.stringify([file, of.asOf])
  if (key === sought) return
  sought = key
  const held = JSON.stringify([file.grants, file.lots])
  if (held !== holdings) state = { ...state, answer: undefined, trouble: undefined, tree: undefined }
  holdings = held
  void run({ file, asOf: of.asOf }, { shadow: true }, 'looking')
}

/** Where a proof may stop: the gap in dollars, and branches looked into. */
const proof = { gap: 1, nodes: 5000 }

/** Looks for the certificate of the scenario at hand. */
export const prove = (of: Sought): void =>
  void run({ file: withoutDecided(of), asOf: of.asOf }, { shadow: true, prove: proof }, 'proving')

/** Ends a proof; the best plan known before stands. */
export function stop(): void {
  endWorker()
  busy?.()
  busy = undefined
  publish({ doing: null, now: undefined })
}
