/** Which law the answers rest on, as one short text to print beside them. */
import { stateModules } from '../forms/states/modules.ts'
import { federalStanding } from '../law/federal/standing.ts'
import { federalTables } from '../law/federal/tables.ts'
import { fingerprint } from '../law/fingerprint.ts'

/** The fingerprint of every federal table, the figures of no year, and every state's tables, with their citations. */
export const lawFingerprint = (): string =>
  fingerprint({ federalTables, federalStanding, states: stateModules.map(({ book }) => book) })
