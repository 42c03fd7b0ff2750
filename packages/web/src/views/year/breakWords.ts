/** The reasons of breakpoints in few words: what happens there, and why. The engine says them as whole sentences. */

export interface BreakWords {
  readonly what: string
  readonly why: string
  /** The same inside a sentence: `where …`. */
  readonly where: string
}

const of = (what: string, why: string, where = what.charAt(0).toLowerCase() + what.slice(1)): BreakWords => ({
  what,
  why,
  where,
})

const known: { readonly [code: string]: BreakWords } = {
  exemptionUsed: of('Minimum tax begins', 'AMT income passes the exemption'),
  gainsAtZeroUsed: of('Gains at 0% are taxed', 'the exemption no longer shelters them'),
  gainsAt15Used: of('Gains at 15% are taxed', 'the exemption no longer shelters them'),
  gainsUsed: of('AMT rates begin', 'the exemption no longer shelters gains', 'the AMT rates begin'),
  highRate: of('28% rate begins', 'the 26% band is full', 'the 28% rate begins'),
  phaseoutBegins: of(
    'Exemption starts to shrink',
    'each dollar also costs exemption',
    'the exemption starts to shrink',
  ),
  phaseoutEnds: of('Exemption is gone', 'each dollar costs only itself again', 'the exemption is gone'),
  increaseBegins: of('AMT income is increased', 'married filing separately'),
  increaseEnds: of('The increase ends', 'married filing separately'),
  ratesMeet: of('Rates on gains meet', 'the cheaper way to tax gains changes'),
  foreignCreditUsed: of('Foreign tax credit is used up', 'none is left for AMT', 'the foreign tax credit is used up'),
  crossover: of('AMT begins', 'minimum tax passes regular tax', 'AMT begins'),
  creditShrinks: of(
    'Credit used begins to shrink',
    'less of it comes back this year',
    'the credit used begins to shrink',
  ),
  creditGone: of('No credit is used', 'none comes back this year', 'no credit comes back this year'),
  creditsUsed: of('Credits are used up', 'from here the tax is paid', 'the other credits are used up'),
  electionChanges: of('The other deduction is cheaper', 'standard or itemized', 'the other deduction becomes cheaper'),
}

/** `words` is what the engine says of it, for a reason that is new to the page. */
export const breakWordsOf = (code: string, words: string): BreakWords =>
  known[code] ?? { ...of(words, ''), where: words }
