import { redirect } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { isParagraphAnchor } from '#app/domain/paragraph-anchor.ts'
import { markLessonWords } from '#app/features/learning/notes/mark-lesson-words.server.ts'
import { requestContext } from '#app/http/context.ts'
import { listField, parseForm } from '#app/http/form.server.ts'
import type { Route } from './+types/route'

const place = z.coerce.number().int().min(0).max(100_000)

/** Words are chosen in as many paragraphs as they lie in; without places each is meant whole. */
const markForm = z.object({
  intent: z.enum(['mark', 'write']),
  anchor: listField(z.string().refine(isParagraphAnchor)).pipe(z.array(z.string()).min(1).max(40)),
  from: listField(place),
  to: listField(place),
})

/** Marks words of a lesson; `write` goes on to the page on which one writes on them. */
export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const form = await parseForm(args.request, markForm)
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  const { intent, anchor, from, to } = form.value
  const chosen = anchor.map((one, index) => ({ anchor: one, from: from[index], to: to[index] }))
  const marked = await markLessonWords(actor, args.params, chosen, args.context.get(requestContext).now)
  if (intent === 'write') return redirect(`/learn/notes/${marked.ids[0]}`)
  return redirect(`/learn/${args.params.course}/${args.params.lesson}#${marked.anchor}`)
}
