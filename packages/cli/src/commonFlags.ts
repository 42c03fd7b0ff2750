/** How commands are made, and the flags that every one has. */
import { type Command, Option } from 'commander'
import { day, yearNumber } from './flags.ts'

/** The flags of every command. */
export function common(command: Command): Command {
  return command
    .option('--as-of <date>', 'answer as of this day, YYYY-MM-DD (default: today)', day)
    .addOption(
      new Option('--rounding <mode>', 'exact figures, or as filed: the Tax Table under $100,000')
        .choices(['exact', 'as-filed'])
        .default('exact'),
    )
    .option('--json', 'print the answer as JSON, and errors too')
    .option('--no-color', 'print without color')
}

/** A command that answers a question about one scenario or flat case. */
export function question(program: Command, name: string, summary: string): Command {
  return command(program, name, summary)
    .argument('<S>', 'scenario file or flat case; - for standard input')
    .option('--year <year>', 'the tax year (default: the first of the file from this year on)', yearNumber)
}

/** A command that answers a question about all of a scenario: its shares, or all its years. */
export const aboutScenario = (program: Command, name: string, summary: string): Command =>
  command(program, name, summary).argument('<S>', 'scenario file; - for standard input')

export const command = (program: Command, name: string, summary: string): Command =>
  common(
    program
      .command(name)
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`),
  )
