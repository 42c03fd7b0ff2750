/** Puts the questions to a person at a terminal. */
import { type CANCEL_SYMBOL, cancel, confirm, intro, isCancel, log, select, text } from '@clack/prompts'
import { UsageError } from '../failure.ts'
import type { Io } from '../io.ts'
import type { Answers, Gate, Question } from './questions.ts'

/** Asks each question. An empty answer is left out where `usual` has one to stand for it. */
export async function ask(
  open: readonly Question[],
  usual: Partial<Answers>,
  { stdin: input, stderr: output }: Pick<Io, 'stdin' | 'stderr'>,
): Promise<Partial<Answers>> {
  const streams = { input, output }
  const given: { [name: string]: unknown } = {}
  intro('A few questions, the most telling first', { output })
  const opened = new Map<Gate, boolean>()
  for (const { only, ofAmt, ...question } of open) {
    if (only && !opened.has(only)) opened.set(only, await gates[only](streams))
    if (only && !opened.get(only)) continue
    if (ofAmt && !given['lastAmt']) continue
    const answer = await put(question, usual[question.name], streams)
    if (answer !== undefined) given[question.name] = answer
  }
  log.success('That is enough to begin with', { output })
  return given as Partial<Answers>
}

type Streams = { readonly input: Io['stdin']; readonly output: Io['stderr'] }

const gates: { readonly [Each in Gate]: (streams: Streams) => Promise<boolean> } = {
  itemizing: asksToItemize,
  earlier: asksOfAmt,
}

async function asksOfAmt(streams: Streams): Promise<boolean> {
  const options = [
    { value: false, label: 'No' },
    { value: true, label: 'Yes', hint: 'Form 6251 or Form 8801 of that return' },
  ]
  const message = 'Did your last return have AMT, or minimum tax credit? (what was paid comes back)'
  return answered(await select({ message, options, ...streams }), streams)
}

async function asksToItemize(streams: Streams): Promise<boolean> {
  const options = [
    { value: false, label: 'Standard deduction', hint: 'most do' },
    { value: true, label: 'Itemized deductions' },
  ]
  const message = 'Which deduction do you take? (the AMT takes back taxes and the standard one)'
  return answered(await select({ message, options, ...streams }), streams)
}

async function put(question: Question, usual: Answers[keyof Answers] | undefined, streams: Streams) {
  const message = `${question.ask} (${question.changes})`
  if (question.choices) return answered(await select({ message, options: [...question.choices], ...streams }), streams)
  const initial = usual === undefined || usual === null ? '' : String(usual)
  const validate = (given: string | undefined): string | undefined => {
    try {
      question.read(given || initial)
      return undefined
    } catch (error) {
      return (error as Error).message
    }
  }
  const given = answered(await text({ message, placeholder: initial, validate, ...streams }), streams)
  return given ? question.read(given) : undefined
}

/** Whether a file that is there may be replaced. */
export async function mayReplace(
  file: string,
  { stdin: input, stderr: output }: Pick<Io, 'stdin' | 'stderr'>,
): Promise<boolean> {
  const streams = { input, output }
  const message = `${file} is there already. Replace it?`
  return answered(await confirm({ message, initialValue: false, ...streams }), streams)
}

function answered<Value>(answer: Value | typeof CANCEL_SYMBOL, { output }: Pick<Streams, 'output'>): Value {
  if (!isCancel(answer)) return answer
  cancel('Nothing was written', { output })
  throw new UsageError('stopped before the end')
}
