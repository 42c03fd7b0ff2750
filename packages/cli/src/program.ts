/** The commands, their flags and their help. Each command's own code is loaded only when it runs. */
import type { GiveQuestion, RiskQuestion, SellQuestion } from '@isoline/engine'
import { Argument, Command, Option } from 'commander'
import type { BatchOptions } from './commands/batch.ts'
import { aboutScenario, command, common, question } from './commonFlags.ts'
import {
  amount,
  day,
  growthOf,
  jobCount,
  numbersOf,
  partOf,
  partsOf,
  portNumber,
  rateOf,
  shareCount,
  wholeNumber,
  yearNumber,
} from './flags.ts'
import { type Common, give } from './give.ts'
import type { Io } from './io.ts'
import { addFiles } from './programFiles.ts'
import { addPlan } from './programPlan.ts'
import { type SolveFlags, solveFlags } from './solveFlags.ts'
import { version } from './version.ts'

/** The whole command line on these streams. */
export function programFor(io: Io): Command {
  const program = new Command('isoline')
    .description('Plans incentive stock options (ISOs) against the regular tax and the alternative minimum tax.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help, or that of a command')
    .configureHelp({ sortSubcommands: false, helpWidth: Math.min(io.stdout.columns || 80, 100) })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Said by whoever catches the error, together with every other kind of error
      outputError: () => undefined,
    })
    .exitOverride()
  addQuestions(program, io)
  addShareQuestions(program, io)
  addGiving(program, io)
  addYears(program, io)
  addPlan(program, io)
  addRisk(program, io)
  addReasons(program, io)
  addBatch(program, io)
  addStates(program, io)
  addNew(program, io)
  addFiles(program, io)
  addServe(program, io)
  program.addHelpText('after', closing)
  return program
}

const closing = `
S is a scenario file (YAML or JSON) or a flat case (one year as one object);
- reads standard input. Every command has its own help: isoline help room.
Begin with: isoline new`

function addQuestions(program: Command, io: Io): void {
  solveFlags(
    question(program, 'room', 'how much can be exercised without AMT, in dollars and in shares of each grant').option(
      '--margin <part>',
      'keep this part of the room back: 5% or 0.05',
      partOf,
      0,
    ),
  ).action(async (file: string, options: Common & SolveFlags & { margin: number }) => {
    const { room, solveQuestion } = await import('./commands/room.ts')
    const solve = solveQuestion(options)
    await give(io, file, options, (subject, asked) => room(subject, asked, options.margin, solve))
  })
  question(program, 'estimate', 'what the exercises of the year cost in tax, and when it is due')
    .option('--math', 'show the steps: the short way guides show, beside Form 6251')
    .option('--forms', 'with --json, add every line of every form')
    .action(async (file: string, options: Common & { math?: true; forms?: true }) => {
      const { estimate } = await import('./commands/estimate.ts')
      await give(io, file, options, (subject, asked) => estimate(subject, asked, options))
    })
  question(program, 'curve', 'AMT against shares: where each share begins to cost more, and why')
    .option('--grant <id>', 'count shares of this grant')
    .action(async (file: string, options: Common & { grant?: string }) => {
      const { curve } = await import('./commands/curve.ts')
      await give(io, file, options, (subject, asked) => curve(subject, asked, options.grant))
    })
  question(program, 'cost', 'the cash that the planned exercises take, by date, against the cash there is')
    .option('--compare', 'hold, sell to cover and same-day sale side by side')
    .action(async (file: string, options: Common & { compare?: true }) => {
      const { cost } = await import('./commands/cost.ts')
      await give(io, file, options, (subject, asked) => cost(subject, asked, options.compare === true))
    })
  question(
    program,
    'checklist',
    'the exercise-year checklist, step by step: the cash test first, then tax, holding, dates and forms',
  ).action(async (file: string, options: Common) => {
    const { checklist } = await import('./commands/checklist.ts')
    await give(io, file, options, (subject, asked) => checklist(subject, asked))
  })
}

/** Questions about shares: no year is asked about, a day decides. */
function addShareQuestions(program: Command, io: Io): void {
  aboutScenario(program, 'lots', 'every lot with both bases and both clocks, and what a sale of it would be')
    .option('--on <date>', 'what a sale would be on this day, YYYY-MM-DD (default: that of --as-of)', day)
    .action(async (file: string, options: Common & { on?: string }) => {
      const { lots } = await import('./commands/lots.ts')
      await give(io, file, options, (subject, asked) => lots(subject, options.on ?? asked.asOf))
    })
  aboutScenario(
    program,
    'limit',
    'the $100,000 limit year by year: which shares are ISO shares and which are not',
  ).action(async (file: string, options: Common) => {
    const { limit } = await import('./commands/limit.ts')
    await give(io, file, options, (subject) => limit(subject))
  })
  aboutScenario(program, 'sell', 'selling now, or when the holding periods are over, after tax; with Form 8949')
    .requiredOption('--on <date>', 'day of the sale, YYYY-MM-DD', day)
    .option('--lot <lot>', 'the lot to sell from, by name; fifo: first in, first out; best: what leaves most', 'fifo')
    .option('--price <dollars>', 'price of a share (default: its value on the day)', amount)
    .option('--shares <count>', 'shares to sell (default: all that can be sold)', shareCount)
    .option('--fees <dollars>', 'fees of the sale', amount)
    .option('--not-in-w2', "the employer's Form W-2 will not hold the ordinary income of the sale")
    .addOption(
      new Option('--broker <report>', 'what Form 1099-B reports (default: basis if listed, else none)').choices([
        ...['basis', 'proceeds', 'none'],
      ]),
    )
    .option('--related-buyer', 'the buyer is a relative, or an entity you control: no loss is recognized')
    .action(async (file: string, options: Common & SellFlags) => {
      const { sell } = await import('./commands/sell.ts')
      await give(io, file, options, (subject, asked) => sell(subject, asked, sellQuestion(options)))
    })
}

/** Should one hold at all. */
function addRisk(program: Command, io: Io): void {
  aboutScenario(program, 'risk', 'hold or sell: the cash first, then what holding may bring against selling now')
    .option('--until <date>', 'sell on the first chance from this day on, whatever the plan says', day)
    .option('--through <year>', 'shares that nobody buys are taken at their value at the end of this year', yearNumber)
    .option('--growth <rate>', 'growth of the price a year, in the mean (default: company.view.growth)', growthOf)
    .option('--volatility <rate>', 'how much the price swings in a year (default: company.view.volatility)', rateOf)
    .option('--failure <rate>', 'chance a year that the company fails (default: company.view.failure)', rateOf)
    .option('--paths <count>', 'futures to draw', wholeNumber)
    .option('--seed <number>', 'the same seed gives the same futures everywhere', wholeNumber)
    .option('--parts <list>', 'parts to hold beside all and none: 75%,50%,25%', partsOf)
    .option('--aversions <list>', 'relative risk aversions: 1,3,6', numbersOf)
    .option('--jobs <threads>', 'threads that figure futures (default: one for each processor, four at most)', jobCount)
    .action(async (file: string, options: Common & RiskQuestion & { jobs?: number }) => {
      const { risk } = await import('./commands/risk.ts')
      const { jobs, until, through, growth, volatility, failure, paths, seed, parts, aversions } = options
      const asked = { until, through, growth, volatility, failure, paths, seed, parts, aversions }
      const question = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
      await give(io, file, options, (subject, at) => risk(io, subject, at, question, jobs))
    })
}

function addGiving(program: Command, io: Io): void {
  aboutScenario(program, 'give', 'the gift to charity that fits the exercise year, with and without it')
    .option('--year <year>', 'the tax year (default: the first of the file from this year on)', yearNumber)
    .option('--cash <dollars>', 'cash to give (default: the amounts at which something changes are compared)', amount)
    .option('--lot <lot>', 'give shares of this lot instead')
    .option('--shares <count>', 'shares of the lot to give', shareCount)
    .addOption(
      new Option('--to <recipient>', 'who it goes to (default: dafSponsor)').choices([
        ...['publicCharity', 'dafSponsor', 'privateFoundation'],
      ]),
    )
    .option('--on <date>', 'day of the gift, YYYY-MM-DD (default: the last day of the year)', day)
    .option('--bunch <years>', 'the gifts of so many years at once, against one each year', wholeNumber)
    .option('--yearly <dollars>', 'with --bunch, the gift of each year', amount)
    .action(async (file: string, options: Common & GiveQuestion) => {
      const { gift } = await import('./commands/give.ts')
      await give(io, file, options, (subject, asked) => gift(subject, asked, giveQuestion(options)))
    })
}

const giveQuestion = ({ to, on, cash, shares, lot, bunch, yearly }: GiveQuestion): GiveQuestion => ({
  ...(to !== undefined && { to }),
  ...(on !== undefined && { on }),
  ...(cash !== undefined && { cash }),
  ...(shares !== undefined && { shares }),
  ...(lot !== undefined && { lot }),
  ...(bunch !== undefined && { bunch }),
  ...(yearly !== undefined && { yearly }),
})

/** Questions about all years of a scenario. */
function addYears(program: Command, io: Io): void {
  aboutScenario(program, 'project', 'every year: its tax, the credit log, the cash by date, what is left at the end')
    .option('--forms', 'every form of every year; with --json, every line of them')
    .action(async (file: string, options: Common & { forms?: true }) => {
      const { project } = await import('./commands/project.ts')
      await give(io, file, options, (subject, asked) => project(subject, asked, options.forms === true))
    })
  aboutScenario(
    program,
    'credit',
    'the minimum tax credit: its log, when it comes home, what moves it, how to hasten it',
  ).action(async (file: string, options: Common) => {
    const { credit } = await import('./commands/credit.ts')
    await give(io, file, options, (subject, asked) => credit(subject, asked))
  })
}

interface SellFlags {
  readonly on: string
  readonly lot: string
  readonly price?: number
  readonly shares?: number
  readonly fees?: number
  readonly notInW2?: true
  readonly broker?: 'basis' | 'proceeds' | 'none'
  readonly relatedBuyer?: true
}

const sellQuestion = ({ on, lot, price, shares, fees, notInW2, broker, relatedBuyer }: SellFlags): SellQuestion => ({
  ...{ on, lot },
  ...(notInW2 && { inW2: false }),
  ...(relatedBuyer && { relatedBuyer }),
  ...(price !== undefined && { price }),
  ...(shares !== undefined && { shares }),
  ...(fees !== undefined && { fees }),
  ...(broker !== undefined && { reported: broker }),
})

function addReasons(program: Command, io: Io): void {
  question(program, 'explain', 'why a number is what it is: lines, instructions, law and source')
    .addArgument(new Argument('<name>', 'amt, 6251.2i, form1040.line16, law.amtExemption, facts.wages, …'))
    .option('--depth <levels>', 'how far to follow it; 0 shows the number alone', wholeNumber)
    .action(async (file: string, name: string, options: Common & { depth?: number }) => {
      const { explain } = await import('./commands/explain.ts')
      await give(io, file, options, (subject, asked) => explain(subject, asked, name, options.depth))
    })
  question(program, 'return', 'the federal return of a year, form by form')
    .option('--forms', 'every line, those of zero too; with --json, add the forms to the answer of a flat case')
    .action(async (file: string, options: Common & { forms?: true }) => {
      const { taxReturn } = await import('./commands/return.ts')
      await give(io, file, options, (subject, asked) => taxReturn(subject, asked, options.forms === true))
    })
}

function addBatch(program: Command, io: Io): void {
  const summary = 'many rows: one JSON object a line in, one answer a line out'
  common(
    program
      .command('batch')
      .summary(summary)
      .description('Answers many rows: one JSON object a line in, one answer a line out, in the same order.')
      .argument('[file]', 'the rows; - for standard input', '-')
      .addOption(
        new Option(
          '--task <task>',
          'what to answer: the return of flat cases, the room of flat cases or scenarios, all years or the best plan of scenarios',
        )
          .choices(['return', 'room', 'project', 'plan'])
          .makeOptionMandatory(),
      ),
  )
    .option('--forms', 'with --task return or project, add every line of every form')
    .option('--jobs <threads>', 'threads that answer (default: 2, or 1 on one processor)', jobCount)
    .option(
      '--skip <rows>',
      'leave out the first rows: as many as lines already answered, to go on after a stop',
      wholeNumber,
      0,
    )
    .action(async (file: string, options: Common & BatchOptions) => {
      const { batch } = await import('./commands/batch.ts')
      await batch(io, file, options)
    })
}

function addStates(program: Command, io: Io): void {
  const summary = 'what is modelled of every state, year by year'
  command(program, 'states', summary).action(async (options: Common) => {
    const [{ states }, { show }] = await Promise.all([import('./commands/states.ts'), import('./give.ts')])
    await show(io, options, states())
  })
}

function addNew(program: Command, io: Io): void {
  const asking = program
    .command('new')
    .summary('write a scenario file from a few questions, most valuable first')
    .description(
      'Asks for the least that answers the question, writes a scenario file and shows the room. Flags answer ahead.',
    )
    .option('--status <status>', 'filing status: single, mfj, mfs, hoh or qss')
    .option('--wages <dollars>', 'wages of the year')
    .option('--shares <count>', 'shares of the grant')
    .option('--strike <dollars>', 'exercise price of a share')
    .option('--value <dollars>', 'value of a share today')
    .option('--granted <date>', 'grant date')
    .option('--state-taxes <dollars>', 'itemized: state and local income taxes paid')
    .option('--property-taxes <dollars>', 'itemized: real estate taxes paid')
    .option('--mortgage-interest <dollars>', 'itemized: mortgage interest paid')
    .option('--charity <dollars>', 'itemized: cash given to charity')
    .option('--state <state>', 'state of residence, such as CA')
    .option('--cash <dollars>', 'cash that may pay strike and tax')
    .option('--credit <dollars>', 'minimum tax credit carried forward: last Form 8801, line 26')
    .option('--last-amt <dollars>', "last year's AMT: Form 6251 line 11")
    .option('--last-income <dollars>', 'if there was AMT: Form 6251 line 1b, or line 1 before 2025')
    .option('--last-exclusions <dollars>', 'if there was AMT: lines 2a to 2d, 2g and 2h in sum')
    .option('--last-regular-tax <dollars>', 'if there was AMT: Form 6251 line 10')
    .option('--last-tax <dollars>', "last year's total tax, for the safe harbor: Form 1040 line 24")
    .option('--last-agi <dollars>', "last year's adjusted gross income: Form 1040 line 11")
    .option('--year <year>', 'the tax year (default: this year)', yearNumber)
    .option('--out <file>', 'the file to write; - for standard output', 'isoline.yaml')
    .option('--force', 'replace the file if it exists')
  common(asking).action(async (options) => {
    const { newScenario } = await import('./commands/new.ts')
    await newScenario(io, options)
  })
}

function addServe(program: Command, io: Io): void {
  program
    .command('serve')
    .summary('the page, in the browser: everything above with a hand on it')
    .description('Serves the page on this machine. It computes in the browser; nothing is sent anywhere.')
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, 4270)
    .option(
      '--host <address>',
      'address to listen on; others than this machine see the page too on 0.0.0.0',
      '127.0.0.1',
    )
    .action(async (options: { port: number; host: string }) => {
      const { serve } = await import('./commands/serve.ts')
      await serve(io, options)
    })
}
