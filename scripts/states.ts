// Writes the coverage of the states into docs/states.md: `node --conditions=@isoline/source scripts/states.ts`.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { coverageMarkdown } from '../packages/engine/src/answers/coverage.ts'

writeFileSync(fileURLToPath(new URL('../docs/states.md', import.meta.url)), coverageMarkdown())
