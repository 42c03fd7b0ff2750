/** The page asks what the command asks: every answer about every example is the same, to the byte. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Asked, type Case, parseScenario } from '@isoline/engine'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { isoline } from '../../cli/test/isoline.ts'
import { questions } from '../src/ask/questions.ts'
import { replyOf } from '../src/ask/reply.ts'
import { studies } from '../src/ask/studies.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const files = readdirSync(`${root}examples`).filter((name) => name.endsWith('.yaml'))
const on = '2026-02-02'

/** Questions with a command of the same name that needs no more than the file and the day. */
const all = { ...questions, ...studies }
const names = ['room', 'estimate', 'curve', 'cost', 'lots', 'limit', 'project', 'credit', 'checklist'] as const

/** What the command prints, or null where it refuses. */
async function printed(name: string, file: string): Promise<string | null> {
  const { code, out, err } = await isoline(name, `${root}examples/${file}`, '--json', '--as-of', on)
  if (code !== 0 && code !== 1 && code !== 3) throw new Error(err)
  return code === 0 ? out : null
}

test.each(files)('%s', async (file) => {
  const of = parseScenario(parse(readFileSync(`${root}examples/${file}`, 'utf8')))
  const asked: Asked = { asOf: on, rounding: 'exact' }
  for (const name of names) {
    const reply = replyOf(() => (all[name] as (of: Case, asked: Asked) => unknown)(of, asked))
    const own = 'answer' in reply ? `${JSON.stringify(reply.answer, null, 2)}\n` : null
    expect(own, name).toBe(await printed(name, file))
  }
})
