/** Reads and writes files beside the page: a hostile one keeps this busy, and nothing else. */
import type { ScenarioFile } from '@isoline/engine'
import type { Imported } from '@isoline/files'
import { expose } from 'comlink'
import { type Reply, troubleOf } from '../ask/reply.ts'
import type { ExportKind } from './exporting.ts'
import type { Answers, Joined } from './joinFiles.ts'
import type { Read } from './readScenario.ts'

const papers = {
  read: (text: string, name: string): Promise<Reply<Read>> =>
    reply(async () => (await import('./readScenario.ts')).readScenario(text, name)),
  write: (file: ScenarioFile, name: string, asOf: string): Promise<Reply<string>> =>
    reply(async () => (await import('./writeScenario.ts')).scenarioText(file, name, asOf)),
  lock: (text: string, passphrase: string): Promise<Reply<Uint8Array<ArrayBuffer>>> =>
    reply(async () => (await import('./locked.ts')).lock(text, passphrase)),
  unlock: (bytes: Uint8Array, passphrase: string, name: string): Promise<Reply<string>> =>
    reply(async () => (await import('./locked.ts')).unlock(bytes, passphrase, name)),
  exported: (kind: ExportKind, file: ScenarioFile, asOf: string): Promise<Reply<Uint8Array<ArrayBuffer>>> =>
    reply(async () => (await import('./exporting.ts')).exported(kind, file, asOf)),
  imported: (name: string, bytes: Uint8Array, readOn: string): Promise<Reply<Imported>> =>
    reply(async () => (await import('@isoline/files')).importFile(name, bytes, { readOn })),
  joined: (file: ScenarioFile, imported: readonly Imported[], answers: Answers): Promise<Reply<Joined>> =>
    reply(async () => (await import('./joinFiles.ts')).joined(file, imported, answers)),
}

async function reply<A>(ask: () => Promise<A>): Promise<Reply<A>> {
  try {
    return { answer: await ask() }
  } catch (error) {
    return { trouble: troubleOf(error) }
  }
}

export type Papers = typeof papers
expose(papers)
