import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { figure } from '#app/domain/wording.ts'
import { plainDocument, type RichDocument } from './document.ts'
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENT_CHARACTERS } from './document-limits.ts'
import { isDocumentShape } from './document-shape.ts'
import { richTextExtensions } from './extensions.ts'
import { plainTextOf } from './plain-text.ts'

const schema = getSchema(richTextExtensions)
const known = { nodes: new Set(Object.keys(schema.nodes)), marks: new Set(Object.keys(schema.marks)) }

const UNREADABLE = 'This text could not be read. It is no document that our editor writes.'
const TOO_LONG = `This text is too long: ${figure(MAX_DOCUMENT_CHARACTERS)} characters is the limit.`

/** `readable`: a document that is only too long can still be shown to whoever wrote it. */
export type ParsedDocument =
  | { document: RichDocument; fault?: undefined }
  | { fault: string; readable: RichDocument | null }

/**
 * Reads what a form or a draft sent: the editor's JSON, or what was typed into a plain textarea.
 * @returns the document as our schema writes it, or a sentence on why it is refused.
 */
export function parseDocument(text: string): ParsedDocument {
  const document = looksLikeDocument(text) ? checkDocument(parseJson(text)) : checkDocument(plainDocument(text))
  if (!document) return { fault: UNREADABLE, readable: null }
  const isTooLarge = Buffer.byteLength(text) > MAX_DOCUMENT_BYTES
  const isTooLong = plainTextOf(document).length > MAX_DOCUMENT_CHARACTERS
  return isTooLarge || isTooLong ? { fault: TOO_LONG, readable: document } : { document }
}

/**
 * Checks JSON against the schema that the editor writes.
 * @returns the document in its one canonical form, or null for anything else.
 */
export function checkDocument(json: unknown): RichDocument | null {
  if (!isDocumentShape(json, known)) return null
  try {
    const node = Node.fromJSON(schema, storable(json))
    node.check()
    const document = node.toJSON()
    // Once more, as the schema has filled in defaults: a heading without a level would be of the first.
    return node.type === schema.topNodeType && isDocumentShape(document, known) ? document : null
  } catch {
    return null
  }
}

/** A clinician's sentence never begins like this; a document always does. */
const looksLikeDocument = (text: string) => /^\s*\{\s*"/.test(text)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Without the two things that jsonb cannot hold: NUL and half of a character. */
const storable = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json), (key, value) =>
    key === 'text' && typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  )
