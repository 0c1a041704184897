import { getMultipartBoundary, MultipartParser, type MultipartPart } from '@remix-run/multipart-parser'
import type { z } from 'zod'
import { checkFields, type FormFault, fieldsOf, MAX_FORM_BYTES, type ParsedForm, parseForm } from './form.server.ts'

/** A file as it was sent: its name and its content are anybody's claim. */
export type SentFile = { name: string; bytes: Uint8Array }

/** Why there is no file: it was larger than allowed, or the sending broke off. */
export type FileTrouble = 'too-large' | 'broken-off'

export type UploadForm<Value> = ParsedForm<Value> & {
  /** Absent where none was chosen. */
  file?: SentFile
  trouble?: FileTrouble
}

/** The most that one file of a person may have. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

type UploadLimits = { maxFileBytes: number }

const MAX_PARTS = 60

/**
 * After a file turned out too large the rest of it is read and thrown away up to here, because a browser shows our answer only when
 * it could send all of its form.
 */
const MAX_DISCARDED_BYTES = 200 * 1024 * 1024

/**
 * Reads a posted form with at most one file and checks its fields. A file that is too large is never held: what goes beyond the limit
 * is thrown away as it arrives. The file's field stands last in its form, so that all that was typed is here by then and is kept.
 * @throws a 415, 413 or 400 Response for what no form of ours sends.
 */
export async function parseUploadForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limits: UploadLimits,
): Promise<UploadForm<z.output<Schema>>> {
  const type = request.headers.get('content-type') ?? ''
  const boundary = type.startsWith('multipart/form-data') ? getMultipartBoundary(type) : null
  // Sent without a file by what cannot send one.
  if (!boundary) return parseForm(request, schema)
  const { parts, trouble } = await readParts(request, boundary, limits)
  const file = parts.find((part) => part.isFile && !isNoFile(part))
  return {
    ...checkFields(fieldsIn(parts.filter((part) => part.isText)), schema),
    ...(file && !trouble && { file: { name: file.filename ?? '', bytes: file.bytes } }),
    ...(trouble && { trouble }),
  }
}

async function readParts(request: Request, boundary: string, { maxFileBytes }: UploadLimits) {
  const parser = new MultipartParser(boundary, {
    maxFileSize: maxFileBytes,
    maxTotalSize: maxFileBytes + MAX_FORM_BYTES,
    maxParts: MAX_PARTS,
  })
  const parts: MultipartPart[] = []
  let trouble: FileTrouble | undefined
  let discarded = 0
  try {
    for await (const chunk of request.body ?? []) {
      if (trouble) discarded += chunk.byteLength
      else trouble = write(parser, chunk, parts)
      if (discarded > MAX_DISCARDED_BYTES) break
    }
    if (!trouble) parser.finish()
  } catch (error) {
    if (error instanceof Response) throw error
    trouble ??= 'broken-off'
  }
  return { parts, trouble }
}

/** @returns why nothing more is taken, or nothing. */
function write(parser: MultipartParser, chunk: Uint8Array, parts: MultipartPart[]): FileTrouble | undefined {
  try {
    // Its headers are read here, where a part that cannot be read is refused.
    for (const part of parser.write(chunk)) if (part.isFile || part.name) parts.push(part)
  } catch (error) {
    const { name } = error as Error
    if (name === 'MaxFileSizeExceededError' || name === 'MaxTotalSizeExceededError') return 'too-large'
    throw new Response('This form cannot be read.', { status: 400 })
  }
  return undefined
}

/** Of a file field in which nothing was chosen a browser sends an empty file without a name. */
const isNoFile = (part: MultipartPart) => !part.filename && part.size === 0

function fieldsIn(parts: readonly MultipartPart[]): FormFault['values'] {
  if (parts.reduce((sum, { size }) => sum + size, 0) > MAX_FORM_BYTES)
    throw new Response('This form is too large.', { status: 413 })
  const fields = new URLSearchParams()
  for (const part of parts) if (part.name) fields.append(part.name, Buffer.from(part.bytes).toString('utf8'))
  return fieldsOf(fields)
}
