/** The command that plans. */
import type { PlanQuestion } from '@isoline/engine'
import { type Command, CommanderError, Option } from 'commander'
import { command } from './commonFlags.ts'
import { amount, growthOf, partOf, shareCount, wholeNumber, yearNumber } from './flags.ts'
import { type Common, give } from './give.ts'
import type { Io } from './io.ts'

/** The best plan of all years ahead. */
export function addPlan(program: Command, io: Io): void {
  command(
    program,
    'plan',
    'the best schedule of exercises and sales, how far any plan can be above it, and the usual strategies',
  )
    .argument('[S]', 'scenario file; - for standard input')
    .option('--prove', 'look for the certificate: proved within solver tolerance')
    .option(
      '--through <year>',
      'the last year of decisions (default: the horizon of the file, five years at least)',
      yearNumber,
    )
    .option(
      '--growth <part>',
      'growth of the price a year: 7%, 0.07 or -10% (default: company.view.growth, else none)',
      growthOf,
    )
    .option('--save <dollars>', 'money set aside for strike and tax each year', amount)
    .option('--december', 'look at a second day of decisions in each year, in December')
    .option('--actions <count>', 'at most so many actions', shareCount)
    .addOption(
      new Option(
        '--objective <what>',
        'what is wanted most: money; least AMT that costs little of it; or, over what may become of the company, the mean, the worst, a mix',
      )
        .choices(['wealth', 'leastAmt', 'expected', 'worst', 'riskAdjusted'])
        .default('wealth'),
    )
    .option('--aversion <part>', 'with riskAdjusted: weight of the worst outcomes against the mean: 50% or 0.5', partOf)
    .option('--worst-part <part>', 'with riskAdjusted: the part of outcomes that counts as the worst', partOf)
    .option(
      '--outcomes <count>',
      'where the file names no outcomes: make 3, 5 or 7 of company.view (default: 3)',
      wholeNumber,
    )
    .option('--give <part>', 'with leastAmt: the part of the money to give up for less AMT', partOf)
    .option('--never-past', 'no year may have more AMT than it has by itself')
    .option('--keep <count>', 'shares that must still be held on the last day', shareCount)
    .option('--concentration <part>', 'the most that shares held at a year end may be of net worth: 40% or 0.4', partOf)
    .option('--staging', 'compare staging with exercising all now, should the price climb or fall meanwhile')
    .option('--shadow', 'say what a little more cash, wages or shares would be worth')
    .option('--gap <dollars>', 'with --prove: stop when the gap is no larger', amount, 1)
    .option('--nodes <count>', 'with --prove: stop after so many nodes', wholeNumber, 5000)
    .option('--instances <file>', 'plan the instances of a file on its simplified law instead, one row each')
    .action(async (file: string | undefined, options: Common & PlanFlags) => {
      const { plan, planInstances } = await import('./commands/plan.ts')
      if (options.instances !== undefined) return planInstances(io, options.instances, options, options.prove === true)
      if (file === undefined) throw new CommanderError(2, 'isoline.usage', "error: missing required argument 'S'")
      const { objective } = options
      if (objective === 'wealth' || objective === 'leastAmt')
        return give(io, file, options, (subject, asked) =>
          plan(io, subject, asked, { ...planQuestion(options), objective }),
        )
      const { planTree } = await import('./commands/planTree.ts')
      const { aversion, worstPart, outcomes } = options
      await give(io, file, options, (subject, asked) =>
        planTree(io, subject, asked, {
          ...{ ...planQuestion(options), objective },
          ...(aversion !== undefined && { aversion }),
          ...(worstPart !== undefined && { worstPart }),
          ...(outcomes !== undefined && { outcomes }),
        }),
      )
    })
}

interface PlanFlags {
  readonly prove?: true
  readonly through?: number
  readonly growth?: number
  readonly save?: number
  readonly december?: true
  readonly actions?: number
  readonly objective: 'wealth' | 'leastAmt' | 'expected' | 'worst' | 'riskAdjusted'
  readonly aversion?: number
  readonly worstPart?: number
  readonly outcomes?: number
  readonly give?: number
  readonly neverPast?: true
  readonly keep?: number
  readonly concentration?: number
  readonly shadow?: true
  readonly staging?: true
  readonly gap: number
  readonly nodes: number
  readonly instances?: string
}

const planQuestion = (flags: PlanFlags): Omit<PlanQuestion, 'objective'> => {
  const { prove, gap, nodes, through, growth, save, december, actions } = flags
  const { give: given, neverPast, keep, concentration, shadow, staging } = flags
  return {
    ...(prove && { prove: { gap, nodes } }),
    ...(through !== undefined && { through }),
    ...(growth !== undefined && { growth }),
    ...(save !== undefined && { save }),
    ...(december && { december }),
    ...(actions !== undefined && { actions }),
    ...(given !== undefined && { give: given }),
    ...(neverPast && { neverPast }),
    ...(keep !== undefined && { keep }),
    ...(concentration !== undefined && { concentration }),
    ...(shadow && { shadow }),
    ...(staging && { staging }),
  }
}
