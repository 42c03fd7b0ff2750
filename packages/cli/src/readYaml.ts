/** YAML 1.2 (core schema) with every fault placed: dates, `on`, `yes` and `no` are text, and no key stands twice. */
import { InputError } from '@isoline/engine'
import {
  Composer,
  type CST,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type YAMLError,
} from 'yaml'
import type { PlacedProblem } from './failure.ts'
import { deepest, tooDeep } from './readLimits.ts'

/**
 * The value of a YAML text, and the line of each of its paths.
 * @throws InputError for every fault of syntax, with its line and column; for several documents; for one that is too
 * large, too deep, or grows too large by its aliases.
 */
export function yamlValue(text: string, name: string) {
  const lines = new LineCounter()
  const document = onlyDocument(text, name, lines)
  const faults = [...document.errors, ...document.warnings].map((error) => fault(error, name, lines))
  if (faults.length > 0) throw new InputError(faults.slice(0, 100))
  return { value: plainValue(document, name), lineOf: (path: string) => lineOf(document, path, lines) }
}

/** Words, commas and brackets of YAML: a scenario has a few thousand. */
const mostLexemes = 500_000
/** Comparing each key of one object with every other takes quadratic time. */
const mostKeys = 3_000

function onlyDocument(text: string, name: string, lines: LineCounter): Document.Parsed {
  const tokens = [...tokensOf(text, name, lines)]
  for (const token of tokens) refuseMonsters(token, name)
  const [document, second] = [...new Composer({ version: '1.2', schema: 'core' }).compose(tokens)]
  if (!document) throw problem(name, 'empty', 'holds nothing but comments. Give a scenario; `isoline new` writes one.')
  if (second) throw problem(name, 'manyDocuments', 'holds several YAML documents (---). Give one scenario to a file.')
  return document
}

function* tokensOf(text: string, name: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  let count = 0
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > mostLexemes) throw tooLarge(name)
    yield* parser.next(lexeme)
  }
  yield* parser.end()
}

/** Refuses what the composer, which is recursive and compares keys in pairs, could not take. */
function refuseMonsters(token: CST.Token, name: string): void {
  const open: [CST.Token, number][] = [[token, 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [inside, depth] = next
    if (depth > deepest) throw tooDeep(name)
    if ('value' in inside && inside.value) open.push([inside.value, depth])
    if (!('items' in inside)) continue
    if (inside.items.length > mostKeys && inside.type !== 'block-seq') throw tooLarge(name)
    for (const item of inside.items) for (const each of [item.key, item.value]) if (each) open.push([each, depth + 1])
  }
}

function plainValue(document: Document.Parsed, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    throw problem(name, 'badAlias', `has an alias (*) that cannot be followed: ${error.message}. Write the value out.`)
  }
}

function fault(error: YAMLError, name: string, lines: LineCounter): PlacedProblem {
  const { line, col: column } = lines.linePos(error.pos[0])
  const place = { path: name, line, column }
  if (error.code === 'DUPLICATE_KEY')
    return { ...place, code: 'duplicateKey', message: 'this key stands twice in its object. Keep one of the two.' }
  const message = `${error.message.replace(/\.?$/, '.')} Correct the YAML there.`
  return { ...place, code: 'badSyntax', message }
}

const problem = (path: string, code: string, message: string) => new InputError([{ path, code, message }])

const tooLarge = (name: string) =>
  problem(name, 'tooLarge', 'holds more values than any scenario. Is it the right file?')

/** The line on which the value at a path begins, or its nearest parent that is there. */
function lineOf(document: Document.Parsed, path: string, lines: LineCounter): number | undefined {
  let node: Node | null = document.contents
  let offset: number | undefined
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    const [key, value] = inside(node, step)
    if (!key && !value) break
    offset = key?.range?.[0] ?? value?.range?.[0]
    node = value
  }
  return offset === undefined ? undefined : lines.linePos(offset).line
}

function inside(node: Node | null, step: string): [Node | null, Node | null] {
  if (isSeq(node)) return [null, (node.items[Number(step)] as Node | undefined) ?? null]
  if (!isMap(node)) return [null, null]
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
  return pair ? [pair.key as Node, pair.value as Node | null] : [null, null]
}
