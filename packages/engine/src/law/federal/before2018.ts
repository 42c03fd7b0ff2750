/**
 * No law: the AMT exemption as it would be had Pub. L. 115-97 never raised it, so that a plan can be asked what it would cost to lose
 * that. Everything but the exemption stays the law of the year.
 */
import type { FederalTable, FigureName } from './figures.ts'
import { type Growth, project } from './project.ts'

const rule = { cite: 'IRC §55(d)(1), (3), (4) as of 2017', source: 'Rev. Proc. 2016-55 sec. 3.11' } as const

/** The exemption of 2017, where it began to phase out, and how fast; the increase of AMT income of separate filers went at the same rate. */
const exemption2017 = {
  amtExemption: { ...rule, single: 54_300, mfj: 84_500, mfs: 42_250, hoh: 54_300, qss: 84_500 },
  amtPhaseoutStart: { ...rule, single: 120_700, mfj: 160_900, mfs: 80_450, hoh: 120_700, qss: 160_900 },
  amtPhaseoutRate: { ...rule, source: 'Internal Revenue Code', all: 2_500 },
  amtiIncreaseRate: { ...rule, source: 'Internal Revenue Code', single: 0, mfj: 0, mfs: 2_500, hoh: 0, qss: 0 },
} as const satisfies { readonly [Name in FigureName]?: FederalTable['figures'][Name] }

/**
 * The table of a year with the exemption of 2017 in place of its own, moved from 2017 to the year by the growth of prices that is
 * assumed, not by that which was. Hypothetical: it is no law of any year.
 * @throws RangeError as `project` does.
 */
export function withExemptionOf2017(table: FederalTable, growth: Growth): FederalTable {
  const { figures } = project({ year: 2017, figures: { ...table.figures, ...exemption2017 } }, table.year, growth)
  const { amtExemption, amtPhaseoutStart, amtPhaseoutRate, amtiIncreaseRate } = figures
  return { ...table, figures: { ...table.figures, amtExemption, amtPhaseoutStart, amtPhaseoutRate, amtiIncreaseRate } }
}
