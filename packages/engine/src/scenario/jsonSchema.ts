/** The published JSON Schema of the scenario file, made from the schema that reads it. */
import * as z from 'zod/mini'
import { scenarioFile } from './schema.ts'
import { words } from './schemaParts.ts'

/** JSON Schema 2020-12 of a scenario file, for editors and other programs. What holds between facts is not in it. */
export const scenarioJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(scenarioFile, { metadata: words, target: 'draft-2020-12', io: 'input' }),
  title: 'Isoline scenario, version 1',
})
