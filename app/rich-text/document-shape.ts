import { MAX_DOCUMENT_DEPTH } from './document-limits.ts'

/** The names that a schema knows. */
export type KnownNames = { nodes: ReadonlySet<string>; marks: ReadonlySet<string> }

const NODE_KEYS = new Set(['type', 'attrs', 'content', 'marks', 'text'])
const NO_ATTRIBUTES = {}

/** The values that an attribute may have. Whatever is not named here, no node has. */
const attributes: Record<string, Record<string, (value: unknown) => boolean>> = {
  heading: { level: (value) => value === 2 || value === 3 },
  orderedList: {
    start: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
    type: (value) => value === null,
  },
}

type Place = { value: unknown; depth: number }

/**
 * Looks at JSON before anything is built from it, so that a hostile document costs no more than its own length: a loop
 * and a list, no recursion.
 * @returns whether every part is a node with a known name, known attributes and known marks, not nested too deep.
 */
export function isDocumentShape(json: unknown, known: KnownNames): boolean {
  const waiting: Place[] = [{ value: json, depth: 1 }]
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { value, depth } = place
    if (depth > MAX_DOCUMENT_DEPTH || !isNode(value, known)) return false
    for (const child of value.content ?? []) waiting.push({ value: child, depth: depth + 1 })
  }
  return true
}

type Shape = { content?: unknown[] }

function isNode(value: unknown, { nodes, marks }: KnownNames): value is Shape {
  if (!isRecord(value) || typeof value.type !== 'string' || !nodes.has(value.type)) return false
  if (Object.keys(value).some((key) => !NODE_KEYS.has(key))) return false
  if (value.text !== undefined && (typeof value.text !== 'string' || value.type !== 'text')) return false
  if (value.content !== undefined && !Array.isArray(value.content)) return false
  return hasKnownAttributes(value.attrs, attributes[value.type]) && hasKnownMarks(value.marks, marks)
}

function hasKnownAttributes(attrs: unknown, known: (typeof attributes)[string] = NO_ATTRIBUTES): boolean {
  if (attrs === undefined) return true
  return isRecord(attrs) && Object.entries(attrs).every(([name, value]) => known[name]?.(value) === true)
}

function hasKnownMarks(list: unknown, marks: ReadonlySet<string>): boolean {
  if (list === undefined) return true
  return Array.isArray(list) && list.every((mark) => isPlainMark(mark) && marks.has(mark.type))
}

/** Neither of our marks has attributes. */
const isPlainMark = (mark: unknown): mark is { type: string } =>
  isRecord(mark) && typeof mark.type === 'string' && Object.keys(mark).length === 1

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
