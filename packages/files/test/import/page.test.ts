/** docs/import.md names every format and every column that can be mapped. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { etradeGains } from '../../src/import/etradeGains.ts'
import { etradeOptions } from '../../src/import/etradeOptions.ts'
import { exerciseHistory, mapKeys, mappedHistory } from '../../src/import/exerciseHistory.ts'
import { fidelityHistory } from '../../src/import/fidelity.ts'
import { form3921 } from '../../src/import/form3921.ts'
import { grantList } from '../../src/import/grantList.ts'
import { schwabCsv } from '../../src/import/schwab.ts'
import { form1099B, formW2 } from '../../src/import/taxRows.ts'
import { limits } from '../../src/read/limits.ts'

const page = readFileSync(new URL('../../../../docs/import.md', import.meta.url), 'utf8')

test('formats, columns and limits', () => {
  const tables = [
    form3921,
    etradeGains,
    etradeOptions,
    exerciseHistory,
    grantList,
    form1099B,
    formW2,
    fidelityHistory,
    mappedHistory({}),
  ]
  for (const { name } of tables) expect(page).toContain(name)
  expect(page).toContain(schwabCsv.name.replace(', CSV', ''))
  for (const name of ['Open Cap Format', 'FDX', 'Return as filed, PDF', 'Shareworks report'])
    expect(page).toContain(name)
  const columns = /The columns of `--map`: ([\s\S]*?)\./.exec(page)?.[1]?.match(/\w+/g)
  expect(columns).toEqual([...mapKeys])
  expect(page).toContain(`${limits.bytes / 1e6} MB and ${limits.rows.toLocaleString('en-US')} rows`)
})
