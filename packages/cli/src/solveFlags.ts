/** The flags of `isoline room --solve`: the unknown, its target, and what is said of it. */
import type { SolveQuestion, SolveTarget } from '@isoline/engine'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { amount, day, shareCount } from './flags.ts'
import { dollarsOf } from './typed.ts'

/** The flags as they were given. */
export interface SolveFlags {
  readonly solve?: SolveQuestion['unknown']
  readonly target?: SolveTarget
  readonly grant?: string
  readonly lot?: string
  readonly on?: string
  readonly price?: number
  readonly shares?: number
  readonly to?: 'publicCharity' | 'dafSponsor'
}

/** What can be solved for. */
const unknowns = ['shares', 'sale', 'gift', 'wages', 'cash', 'price'] as const satisfies SolveQuestion['unknown'][]

/** Adds them to a command. */
export const solveFlags = (command: Command): Command =>
  command
    .addOption(new Option('--solve <unknown>', 'instead: solve for this input of the year').choices(unknowns))
    .option(
      '--target <target>',
      'for this target: amt=0, outlay=cash or =AMOUNT, creditDrainedBy=YEAR, totalTax=AMOUNT, room=AMOUNT',
      targetOf,
    )
    .option('--grant <id>', 'with --solve shares or price: the grant that is exercised (default: the only one)')
    .option('--lot <lot>', 'with --solve sale or price: the lot that is sold from, by name')
    .option('--on <date>', 'with --solve: day of the exercise, sale or gift, YYYY-MM-DD', day)
    .option('--price <dollars>', 'with --solve shares or sale: value or price of a share on that day', amount)
    .option('--shares <count>', 'with --solve price: shares exercised, or sold of the lot', shareCount)
    .addOption(new Option('--to <recipient>', 'with --solve gift').choices(['publicCharity', 'dafSponsor']))

/** `amt=0`, `outlay=cash`, `creditDrainedBy=2031`. */
function targetOf(text: string): SolveTarget {
  const [, name = '', value = ''] = /^(\w+)=(.+)$/.exec(text.trim()) ?? []
  if (name === 'outlay') return { name, amount: value === 'cash' ? value : dollarsIn(value) }
  if (name === 'amt' || name === 'totalTax' || name === 'room') return { name, amount: dollarsIn(value) }
  if (name === 'creditDrainedBy' && /^\d{4}$/.test(value)) return { name, year: Number(value) }
  throw new InvalidArgumentError(
    'Write amt=0, outlay=cash, outlay=50000, creditDrainedBy=2031, totalTax=40000 or room=30000.',
  )
}

function dollarsIn(text: string): number {
  try {
    return dollarsOf(text)
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError(error.message)
    throw error
  }
}
