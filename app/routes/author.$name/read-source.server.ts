import { z } from 'zod'
import type { SentSource } from '#app/features/authoring/written-source.ts'
import { parseForm } from '#app/http/form.server.ts'

/** Room for the longest file of a curriculum as a browser writes it into a form. */
const MAX_FORM_BYTES = 1_000_000

const INTENTS = ['check', 'publish', 'discard'] as const

const version = z.coerce.number().int().min(0).max(1_000_000_000).catch(0)

const sourceForm = z.object({
  intent: z.enum(INTENTS),
  // Browsers end a line of a form as Windows does, and the files do not.
  text: z.string().transform((typed) => typed.replaceAll('\r\n', '\n')),
  reason: z.string().trim().max(500).default(''),
  base: version,
  draftVersion: version,
})

/** Reads what the page to write a text on sent. Whether it will do is for the use case to say. */
export async function readSource(request: Request): Promise<SentSource & { intent: (typeof INTENTS)[number] }> {
  const form = await parseForm(request, sourceForm, { maxBytes: MAX_FORM_BYTES })
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  return { ...form.value, typed: form.typed }
}
