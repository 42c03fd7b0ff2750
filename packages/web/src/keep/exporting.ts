/** A scenario's answers as files for other programs and people: the same as those of `isoline export`. */
import { parseScenario, type ScenarioFile } from '@isoline/engine'
import { exportCalendar, exportFdx, exportPacket, exportWorkbook } from '@isoline/files'
import { withStates } from '../ask/stateBook.ts'

const makers = { calendar: exportCalendar, workbook: exportWorkbook, packet: exportPacket, fdx: exportFdx } as const

/** What can be made of a scenario. */
export type ExportKind = keyof typeof makers

/** @throws InputError, NotModelled where the scenario, or one of its years, cannot be figured. */
export async function exported(kind: ExportKind, file: ScenarioFile, asOf: string): Promise<Uint8Array<ArrayBuffer>> {
  // The fingerprint of the law, which the packet and the workbook print, is that of every state.
  await withStates('all')
  const made = await makers[kind](parseScenario(file), { asOf, rounding: 'exact' })
  return typeof made === 'string' ? new TextEncoder().encode(made) : new Uint8Array(made)
}
