import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import { deleteNote, keepNote, type RefusedNote } from '#app/features/learning/notes/keep-note.server.ts'
import { parseForm } from '#app/http/form.server.ts'

/** Room for a long document as a browser writes it into a form. */
const MAX_FORM_BYTES = 1_000_000

const version = z.coerce.number().int().min(0).max(1_000_000_000).catch(0)

const noteForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('delete') }),
  z.object({ intent: z.literal('keep'), draftVersion: version, seenVersion: version, note: z.string() }),
])

/** Keeps or deletes a note, whichever the page asked for. @returns what was done, or why it was not. */
export async function takeNote(
  actor: Pick<Actor, 'id' | 'timeZone'>,
  id: string,
  request: Request,
  now: Date,
): Promise<{ done: string } | { refused: RefusedNote }> {
  const form = await parseForm(request, noteForm, { maxBytes: MAX_FORM_BYTES })
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  if (form.value.intent === 'delete') {
    await deleteNote(actor, id)
    return { done: 'The note is deleted.' }
  }
  const { note: text, ...versions } = form.value
  const kept = await keepNote(actor, id, { ...versions, text, typed: form.typed }, now)
  return 'refused' in kept ? kept : { done: 'The note is kept.' }
}
