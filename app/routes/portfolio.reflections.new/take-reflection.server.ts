import { z } from 'zod'
import type { Actor } from '#app/domain/people.ts'
import {
  keepReflection,
  type RefusedReflection,
  type SentReflection,
  saveReflection,
} from '#app/features/portfolio/keep-reflection.server.ts'
import { parseForm } from '#app/http/form.server.ts'

/** Room for four long documents as a browser writes them into a form. */
const MAX_FORM_BYTES = 2_500_000

const version = (sent: string | undefined) => (/^\d{1,9}$/.test(sent ?? '') ? Number(sent) : 0)

/** A field that was sent more than once was forged: its first value stands, and is judged like any other. */
const form = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]))
  .transform(({ intent, draftVersion, seenVersion, ...fields }) => ({
    intent: intent === 'save' ? ('save' as const) : ('keep' as const),
    draftVersion: version(draftVersion),
    seenVersion: version(seenVersion),
    fields,
  }))

type Taken = { to: string; done: string } | { refused: RefusedReflection }

/** Keeps what the page of a reflection sent, or saves it for later. */
export async function takeReflection(actor: Actor, id: string | null, request: Request, now: Date): Promise<Taken> {
  const { intent, ...sent } = await readForm(request)
  if (intent === 'save') {
    const refused = await saveReflection(actor, id, sent, now)
    if (refused) return { refused }
    const to = id === null ? '/portfolio/reflections/new' : `/portfolio/reflections/${id}/correct`
    return { to, done: 'It is saved. It counts once you keep it.' }
  }
  const kept = await keepReflection(actor, id, sent, now)
  if ('refused' in kept) return kept
  return { to: `/portfolio/reflections/${kept.id}`, done: id === null ? 'The reflection is kept.' : 'It is corrected.' }
}

async function readForm(request: Request): Promise<SentReflection & { intent: 'keep' | 'save' }> {
  const parsed = await parseForm(request, form, { maxBytes: MAX_FORM_BYTES })
  if (!parsed.ok) throw new Response('This form is not one of this page.', { status: 400 })
  return { ...parsed.value, typed: parsed.typed }
}
