import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { core, z } from 'zod'
import { inChoice } from '#app/domain/listing.ts'
import type { Finding, Place } from './findings.ts'

export type Path = readonly PropertyKey[]

/** A file that keeps to its schema, and where each of its fields stands. */
export type Source<T> = { file: string; value: T; at: (path: Path) => Place }

/** A finding about one field of a file. */
export const finding = (source: Pick<Source<unknown>, 'file' | 'at'>, path: Path, message: string): Finding => ({
  file: source.file,
  ...source.at(path),
  field: fieldName(path),
  message,
})

/** `['options', 2, 'feedback']` as people write it: `options[2].feedback`. */
const fieldName = (path: Path) =>
  path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  ) || 'file'

const keyText = (key: unknown) => String(isScalar(key) ? key.value : key)

/** The deepest thing along the path that is there: the key of a field, or an entry of a list. */
function nodeAlong(document: Document, path: Path): unknown {
  let found: unknown = document.contents
  let inside: unknown = document.contents
  for (const part of path) {
    if (isMap(inside)) {
      const pair = inside.items.find(({ key }) => keyText(key) === String(part))
      if (!pair) break
      found = pair.key
      inside = pair.value
    } else if (isSeq(inside)) {
      const item = inside.items[Number(part)]
      if (!item) break
      found = item
      inside = item
    } else break
  }
  return found
}

type Parsed<T> = { source?: Source<T>; faults: Finding[] }

/**
 * Reads YAML by a schema. Every fault is found at once, each with its line.
 * @param linesBefore lines of the file that stand before `text`: front matter begins on the second.
 */
export function parseYaml<Schema extends z.ZodType>(
  schema: Schema,
  { file, text, linesBefore = 0 }: { file: string; text: string; linesBefore?: number },
): Parsed<z.output<Schema>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) }
  }
  const at = (path: Path) => {
    const node = nodeAlong(document, path)
    return place(isNode(node) ? (node.range?.[0] ?? 0) : 0)
  }
  const problems = [...document.errors, ...document.warnings]
  if (problems.length > 0)
    return { faults: problems.map(({ pos, message }) => ({ file, ...place(pos[0]), field: 'yaml', message })) }

  const result = schema.safeParse(plainValue(document), { error: plainWords })
  if (result.success) return { source: { file, value: result.data, at }, faults: [] }
  return { faults: result.error.issues.flatMap((issue) => issueFindings(issue, { file, at })) }
}

/** The document as data; an endless chain of aliases is refused by the parser and read as nothing. */
function plainValue(document: Document): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

const issueFindings = (issue: core.$ZodIssue, source: Pick<Source<unknown>, 'file' | 'at'>): Finding[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => finding(source, [...issue.path, key], 'is not a field that is known here'))
    : [finding(source, issue.path, issue.message)]

/** Zod's own words where they are plain enough, and ours where somebody who never programmed would stumble. */
const plainWords: core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type' && issue.input === null) return 'is empty'
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`
  if (issue.code === 'invalid_value') return `must be ${inChoice(issue.values.map(String))}`
  if (issue.code === 'invalid_union' && Array.isArray(issue.options))
    return `must be ${inChoice(issue.options.map(String))}`
  if (issue.code === 'invalid_key') return 'is not a name that can be used here'
  return undefined
}

const typeWords: Record<string, string> = { string: 'text', array: 'a list', int: 'a whole number', tuple: 'a list' }
const article = (type: string) =>
  typeWords[type] ?? (type === 'object' || type === 'record' ? 'a group of fields' : `a ${type}`)
