import { redirect } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { chosenIn, wordsForm } from '#app/features/learning/lesson-forms.server.ts'
import { markLessonWords } from '#app/features/learning/notes/mark-lesson-words.server.ts'
import { requestContext } from '#app/http/context.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { Route } from './+types/route'

/** Marks words of a lesson; `write` goes on to the page on which one writes on them. */
export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const form = await parseForm(args.request, wordsForm)
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  const { intent, key } = form.value
  const { now } = args.context.get(requestContext)
  const marked = await markLessonWords(actor, args.params, { chosen: chosenIn(form.value), key }, now)
  if (intent === 'write' && marked.ids[0]) return redirect(`/learn/notes/${marked.ids[0]}`)
  return redirect(`/learn/${args.params.course}/${args.params.lesson}#${marked.anchor}`)
}
