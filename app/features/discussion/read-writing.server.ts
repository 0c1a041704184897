import { z } from 'zod'
import { parseForm } from '#app/http/form.server.ts'
import type { SentWriting } from './written.ts'

/** Room for one long document as a browser writes it into a form. */
const MAX_FORM_BYTES = 700_000

const version = (sent: string | undefined) => (/^\d{1,9}$/.test(sent ?? '') ? Number(sent) : 0)

/** A field that was sent more than once was forged: its first value stands, and is judged like any other. */
const form = z.record(z.string(), z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]))

/** Reads what a page to write on sent. Whether it will do is for the use case to say. */
export async function readWriting(request: Request): Promise<SentWriting & { audience: 'cohort' | 'leads' }> {
  const parsed = await parseForm(request, form, { maxBytes: MAX_FORM_BYTES })
  if (!parsed.ok) throw new Response('This form is not one of this page.', { status: 400 })
  const { draftVersion, title = '', text = '', audience } = parsed.value
  return {
    draftVersion: version(draftVersion),
    title,
    text,
    // Whatever was meant is read by fewer people.
    audience: audience === 'cohort' ? 'cohort' : 'leads',
    typed: parsed.typed,
  }
}
