// Writes the JSON Schema of the scenario file: `node --conditions=@isoline/source scripts/schema.ts`.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { scenarioJsonSchema } from '../packages/engine/src/scenario/jsonSchema.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = `${root}docs/schema/scenario.schema.json`
mkdirSync(`${root}docs/schema`, { recursive: true })
writeFileSync(file, JSON.stringify(scenarioJsonSchema()))
execFileSync(`${root}node_modules/.bin/biome`, ['format', '--write', file], { cwd: root })
