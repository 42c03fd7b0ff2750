/** The flags that every command has. */
import { type Command, Option } from 'commander'
import { day } from './flags.ts'

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
