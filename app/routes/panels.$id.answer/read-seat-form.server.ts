import { z } from 'zod'
import type { SentSeat } from '#app/features/panels/read-seat.server.ts'
import { parseForm } from '#app/http/form.server.ts'

/** Room for a reason on every turn of a long transcript. */
const MAX_FORM_BYTES = 2_000_000

/** A field that was sent more than once was forged: its first value stands, and the use case judges it like any other. */
const form = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]))
  .transform(({ intent, draftVersion, ...fields }) => ({
    intent: intent === 'save' ? ('save' as const) : ('answer' as const),
    draftVersion: /^\d{1,9}$/.test(draftVersion ?? '') ? Number(draftVersion) : 0,
    fields,
  }))

/** @throws a 400 Response for what no form of this page sends. */
export async function readSeatForm(request: Request): Promise<SentSeat & { intent: 'answer' | 'save' }> {
  const parsed = await parseForm(request, form, { maxBytes: MAX_FORM_BYTES })
  if (!parsed.ok) throw new Response('This form is not one of this page.', { status: 400 })
  return parsed.value
}
