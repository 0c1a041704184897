import { z } from 'zod'
import type { MarkFields } from '#app/domain/mark-form.ts'
import { takePlainPassages } from '#app/domain/plain-passages.ts'
import { parseForm } from '#app/http/form.server.ts'

/** A field that was sent more than once was forged: its first value stands, and the use case judges it like any other. */
const markForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]))
  .transform(({ intent, draftVersion, ...fields }) => ({
    intent,
    draftVersion: Number(draftVersion) || 0,
    fields: takePlainPassages(fields),
  }))

type SentMark = {
  intent: string | undefined
  /** The draft that the form was filled in on: a form that is sent once more by a reload may be older than the draft by now. */
  draftVersion: number
  fields: MarkFields
}

/** @throws 413 or 415 for what no form of ours sends. */
export async function readMarkForm(request: Request): Promise<SentMark> {
  const form = await parseForm(request, markForm)
  if (!form.ok) throw new Response('This is not a mark.', { status: 400 })
  return form.value
}
