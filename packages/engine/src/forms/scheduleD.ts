/**
 * Schedule D, Capital Gains and Losses (2025 revision), with its 28% Rate Gain and Unrecaptured Section 1250 Gain
 * worksheets, and its AMT twin: the same lines on AMT gains. IRC §§1(h), 1211(b), 1222.
 * Left out: Form 4952 elections (line 20 never has to send anyone to the worksheet for that reason), Forms 4684 and 4797.
 */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, smaller } from '../money.ts'
import type { Gains } from './facts.ts'

export const scheduleDWords = {
  line1a: 'Short-term gains and losses on no Form 8949, netted: {gains.short}.',
  line1b: 'Short-term, Form 8949 with box A checked: {gains.shortA}.',
  line2: 'Short-term, Form 8949 with box B checked: {gains.shortB}.',
  line3: 'Short-term, Form 8949 with box C checked: {gains.shortC}.',
  line6: 'Short-term loss carried over from earlier years: {gains.shortCarryover}, entered as a loss.',
  line7: 'Net short-term gain or loss: combine lines 1a, 1b, 2, 3 and 6.',
  line8a: 'Long-term gains and losses on no Form 8949, netted: {gains.long}.',
  line8b: 'Long-term, Form 8949 with box D checked: {gains.longD}.',
  line9: 'Long-term, Form 8949 with box E checked: {gains.longE}.',
  line10: 'Long-term, Form 8949 with box F checked: {gains.longF}.',
  line14: 'Long-term loss carried over from earlier years: {gains.longCarryover}, entered as a loss.',
  line15: 'Net long-term gain or loss: combine lines 8a, 8b, 9, 10 and 14.',
  line16: 'Combine lines 7 and 15.',
  line17: '1 if line 15 and line 16 are both gains, otherwise 0.',
  line18Net: '28% rate gain before the floor: {gains.collectibles}, reduced by line 14 and by any loss on line 7.',
  line18: '28% rate gain: {line18Net}, not below zero.',
  line19: 'Unrecaptured section 1250 gain: {gains.unrecaptured1250} less any loss in {line18Net}, not below zero.',
  line20: '1 if lines 18 and 19 are both zero, otherwise 0.',
  line21:
    'Loss allowed against other income: a loss on line 16, up to {law.capitalLossLimit}; entered as a positive amount.',
  included: 'Gain or loss as it enters income: the gain on line 16, or the loss on line 21.',
  netCapitalGain: 'Net capital gain: the smaller of line 15 or line 16, zero unless line 17 says both are gains.',
} as const

export type ScheduleD = Sheet<typeof scheduleDWords>

/** Schedule D on the gains of one tax system: regular, or AMT with AMT bases and AMT loss carryovers. */
export function figureScheduleD(
  gains: Readonly<Gains>,
  law: FederalLaw,
  f: ScheduleD = blank(scheduleDWords),
): ScheduleD {
  f.line1a = gains.short
  f.line1b = gains.shortA
  f.line2 = gains.shortB
  f.line3 = gains.shortC
  f.line6 = -gains.shortCarryover
  f.line7 = f.line1a + f.line1b + f.line2 + f.line3 + f.line6
  f.line8a = gains.long
  f.line8b = gains.longD
  f.line9 = gains.longE
  f.line10 = gains.longF
  f.line14 = -gains.longCarryover
  f.line15 = f.line8a + f.line8b + f.line9 + f.line10 + f.line14
  f.line16 = f.line7 + f.line15
  f.line17 = Number(f.line15 > 0 && f.line16 > 0)
  f.line18Net = gains.collectibles + f.line14 + smaller(0, f.line7)
  f.line18 = atLeastZero(f.line18Net)
  f.line19 = atLeastZero(gains.unrecaptured1250 + smaller(0, f.line18Net))
  f.line20 = Number(f.line18 === 0 && f.line19 === 0)
  f.line21 = smaller(atLeastZero(-f.line16), law.capitalLossLimit)
  f.included = f.line16 >= 0 ? f.line16 : -f.line21
  f.netCapitalGain = f.line17 === 1 ? smaller(f.line15, f.line16) : 0
  return f
}

/** Qualified dividends and net capital gain less the part taxed at up to 25 % or 28 %: Schedule D Tax Worksheet line 13. */
export const gainAt20OrLess = (
  qualifiedDividends: number,
  { netCapitalGain, line18, line19 }: Readonly<Pick<ScheduleD, 'netCapitalGain' | 'line18' | 'line19'>>,
): number => qualifiedDividends + netCapitalGain - smaller(netCapitalGain, line18 + line19)
