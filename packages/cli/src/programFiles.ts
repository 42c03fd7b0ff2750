/** The commands that read and write files other than scenarios. */
import { Argument, type Command } from 'commander'
import type { ExportKind, ExportOptions } from './commands/export.ts'
import type { ImportFlags } from './commands/import.ts'
import type { PayFlags } from './commands/pay.ts'
import { common } from './commonFlags.ts'
import { amount, rateOf, wholeNumber, yearNumber } from './flags.ts'
import { type Common, give } from './give.ts'
import type { Io } from './io.ts'

/** Adds them to the command line. */
export function addFiles(program: Command, io: Io): void {
  addImport(program, io)
  addExport(program, io)
  addPay(program, io)
  addReconcile(program, io)
}

function addExport(program: Command, io: Io): void {
  common(
    program
      .command('export')
      .summary('a scenario as a file: packet for a preparer, workbook, calendar, tax papers')
      .description('Writes what the scenario comes to as a file for other programs, and for people.')
      .addArgument(
        new Argument('<what>', 'packet (PDF), workbook (xlsx), calendar (ics), or fdx (tax papers as JSON)').choices([
          'packet',
          'workbook',
          'calendar',
          'fdx',
        ]),
      )
      .argument('<S>', 'scenario file; - for standard input')
      .option('--out <file>', 'the file to write (default: standard output)')
      .option('--force', 'replace the file if it exists'),
  ).action(async (what: ExportKind, file: string, options: ExportOptions) => {
    const { exportAs } = await import('./commands/export.ts')
    await exportAs(io, what, file, options)
  })
}

function addPay(program: Command, io: Io): void {
  const summary = 'estimated tax: what to pay by when, by the regular and the annualized method'
  common(
    program
      .command('pay')
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
      .argument('<S>', 'scenario file; - for standard input')
      .option('--year <year>', 'the tax year (default: the first of the file from this year on)', yearNumber)
      .option('--rate <rate>', 'interest on underpayments a year, for the penalty: 7% or 0.07', rateOf)
      .option('--state-rate <rate>', 'the same of the state', rateOf)
      .option('--paydays <count>', 'days of pay left in the year, to divide more withholding among', wholeNumber)
      .option('--state-tax-before <dollars>', "California's tax of the year before (Form 540 line 64)", amount),
  ).action(async (file: string, options: PayFlags) => {
    const { pay } = await import('./commands/pay.ts')
    await give(io, file, options, (subject, asked) => pay(subject, asked, options))
  })
}

function addImport(program: Command, io: Io): void {
  common(
    program
      .command('import')
      .summary('files of brokers and employers: Form 3921, E*TRADE, Schwab, Carta and others')
      .description('Reads files of brokers and employers, and shows what of it a scenario does not have yet.')
      .argument('<files...>', 'CSV, .xlsx, JSON or PDF; - for standard input')
      .option('--into <file>', 'the scenario to add to; nothing in it is overwritten')
      .option('--out <file>', 'write the scenario with what is new; - for standard output')
      .option('--force', 'replace the file of --out if it exists')
      .option('--map <columns>', 'columns of a table of no known format: exercised=Date,shares=Qty,strike=Price'),
  ).action(async (files: string[], options: ImportFlags) => {
    const { importFiles } = await import('./commands/import.ts')
    await importFiles(io, files, options)
  })
}

function addReconcile(program: Command, io: Io): void {
  const summary = 'tax papers against the scenario: which box is wrong, what to put where, what it costs'
  common(
    program
      .command('reconcile')
      .summary(summary)
      .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
      .argument('<S>', 'scenario file; - for standard input')
      .argument(
        '<files...>',
        'papers as issued (FDX JSON, CSV, xlsx, PDF of Form 3921), or typed: YAML with papers: 1',
      ),
  ).action(async (file: string, files: string[], options: Common) => {
    const { reconcile } = await import('./commands/reconcile.ts')
    await give(io, file, options, (subject, asked) => reconcile(io, subject, asked, files))
  })
}
