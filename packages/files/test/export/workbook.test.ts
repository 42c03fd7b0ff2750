/** The workbook: its formulas worked out anew, by an evaluator of the test and by LibreOffice, give what the engine says. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils, type WorkBook, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { exportWorkbook } from '../../src/export/workbook/workbook.ts'
import { formulasOf, worked } from './formulas.ts'
import { asked, californian, joint, jointScenario } from './households.ts'

const opened = (file: Uint8Array): WorkBook => read(file, { cellFormula: true, cellNF: true, cellStyles: true })
const book = opened(await exportWorkbook(californian(), asked))
const small = opened(await exportWorkbook(joint(), asked))

/** A sheet as rows by the heads of its columns. */
const rowsOf = (of: WorkBook, sheet: string): Record<string, unknown>[] =>
  utils.sheet_to_json(of.Sheets[sheet] ?? {}, { raw: true })

test('a sheet for each log and each form', () => {
  expect(small.SheetNames.slice(0, 5)).toEqual(['Summary', 'Years', 'Credit log', 'Lots', 'Cash by date'])
  for (const form of ['Form 1040', 'Form 6251', 'Form 8801', 'Schedule D', 'Schedule D for AMT'])
    expect(small.SheetNames).toContain(form)
  expect(small.SheetNames.slice(-2)).toEqual(['Assumptions', 'Notices'])
  for (const sheet of ['State credit log', 'CA Schedule P (540)', 'Form 8949', 'Form 8949 for AMT'])
    expect(book.SheetNames).toContain(sheet)
})

test('both taxes, the credit and the cash, by hand', () => {
  expect(rowsOf(small, 'Years')[0]).toMatchObject({ 'Regular tax': 33_424, AMT: 37_846, 'Total federal tax': 71_270 })
  const [log] = rowsOf(small, 'Credit log')
  expect(log).toMatchObject({ 'AMT (6251 line 11)': 37_846, 'Credit made (next line 18)': 37_846 })
  // 10,000 shares: 2 each for the regular tax, 20 for AMT
  expect(rowsOf(small, 'Lots')[0]).toMatchObject({ 'Regular basis': 20_000, 'AMT basis': 200_000, Difference: 180_000 })
  // Strike 20,000 and withheld 30,000, then the balance of 41,270
  const running = rowsOf(small, 'Cash by date').map((row) => row['Paid less received, so far'])
  expect(running).toEqual([20_000, 50_000, 91_270, undefined])
  // A quarter of 64,143 (90 % of 71,270), less a quarter of the 30,000 withheld
  expect(rowsOf(small, 'Estimated tax')[0]).toMatchObject({ Regular: 16_035.75, Credited: 7_500, 'To pay': 8_535.75 })
  const line11 = rowsOf(small, 'Form 6251').find((row) => String(row['Line']) === '11')
  expect(line11?.['2026']).toBe(37_846)
})

test('dates are dates, amounts have cents', () => {
  const lots = small.Sheets['Lots'] ?? {}
  // From 30 December 1899 to 2025: 126 years of 365 days, 31 leap days; and 16 days to 15 January 2026
  expect(lots['C2']).toMatchObject({ t: 'n', v: 46_037, z: 'yyyy-mm-dd' })
  expect(lots['F2'].z).toMatch(/^#,##0\.00/)
  expect(lots['!cols']?.length ?? 0).toBeGreaterThan(0)
})

test('every formula gives the value of the engine', () => {
  const places = formulasOf(book)
  expect(places.length).toBeGreaterThan(60)
  for (const sheet of ['Summary', 'Years', 'Credit log', 'State credit log', 'Lots', 'Cash by date', 'Form 8949'])
    expect(places.some(([own]) => own === sheet)).toBe(true)
  for (const [sheet, cell] of places)
    expect([sheet, cell, worked(book, sheet, cell).toFixed(2)]).toEqual([
      ...[sheet, cell, Number(book.Sheets[sheet]?.[cell].v).toFixed(2)],
    ])
})

test('text that looks like a formula is text', async () => {
  const [grant] = jointScenario.grants
  const hostile = {
    company: { ...jointScenario.company, name: "=cmd|' /C calc'!A0" },
    grants: [{ ...grant, id: '@SUM(A1)' }],
    plan: [{ on: '2026-01-15', exercise: 100, grant: '@SUM(A1)', as: '-1+2' }],
  }
  const own = opened(await exportWorkbook(joint(hostile), asked))
  expect(own.Sheets['Summary']?.['B2']).toMatchObject({ t: 's', v: "'=cmd|' /C calc'!A0" })
  expect(rowsOf(own, 'Lots')[0]).toMatchObject({ Lot: "'-1+2", Grant: "'@SUM(A1)" })
  for (const name of own.SheetNames)
    for (const [cell, { t, v }] of Object.entries(own.Sheets[name] ?? {}) as [string, { t: string; v: unknown }][])
      if (!cell.startsWith('!') && t === 's') expect(String(v)).not.toMatch(/^[=+\-@\t]/)
})

const office = ((): string | null => {
  try {
    return execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
})()

test.skipIf(office === null)('LibreOffice works out the same', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isoline-office-'))
  try {
    // Without their last values, so that it has to work them out
    const bare = opened(await exportWorkbook(californian(), asked))
    for (const [sheet, cell] of formulasOf(bare)) delete bare.Sheets[sheet]?.[cell].v
    writeFileSync(join(folder, 'bare.xlsx'), write(bare, { type: 'buffer', bookType: 'xlsx' }))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const words = ['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), join(folder, 'bare.xlsx')]
    execFileSync(office ?? '', [profile, ...words], { stdio: 'pipe' })
    const again = read(readFileSync(join(folder, 'out', 'bare.xlsx')))
    expect(again.SheetNames).toEqual(book.SheetNames)
    for (const [sheet, cell] of formulasOf(book))
      expect([sheet, cell, Number(again.Sheets[sheet]?.[cell]?.v).toFixed(2)]).toEqual([
        ...[sheet, cell, Number(book.Sheets[sheet]?.[cell].v).toFixed(2)],
      ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
