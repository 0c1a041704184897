import { z } from 'zod'
import type { MarkFields } from '#app/domain/mark-form.ts'
import { parseForm } from '#app/http/form.server.ts'

/** A field that was sent more than once was forged: its first value stands, and the use case judges it like any other. */
const practiceForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]))
  .transform(({ intent: _, draftVersion, round, ...fields }) => ({
    draftVersion: Number(draftVersion) || 0,
    round: /^\d{1,6}$/.test(round ?? '') ? Number(round) : -1,
    fields,
  }))

type SentMark = {
  draftVersion: number
  /** Which turn of the benchmark it was filled in for. */
  round: number
  fields: MarkFields
}

/** @throws 413 or 415 for what no form of ours sends. */
export async function readPracticeForm(request: Request): Promise<SentMark> {
  const form = await parseForm(request, practiceForm)
  if (!form.ok) throw new Response('This is not a mark.', { status: 400 })
  return form.value
}
