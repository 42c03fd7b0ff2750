import type { minnesota } from '../../../law/states/MN.ts'

/** The names of Minnesota's figures and schedules. */
export type MinnesotaNames = (typeof minnesota)['names']
