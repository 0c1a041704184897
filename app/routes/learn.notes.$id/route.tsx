import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { viewNote } from '#app/features/learning/notes/view-note.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'
import { DeleteNote } from './delete-note.tsx'
import { NoteWriter } from './note-writer.tsx'
import { takeNote } from './take-note.server.ts'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = () => [{ title: 'My note · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const page = await viewNote(actor, idParam(args.params.id))
  return { page, vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'learning.study')
  const id = idParam(args.params.id)
  const page = await viewNote(actor, id)
  const taken = await takeNote(actor, id, args.request, args.context.get(requestContext).now)
  if ('refused' in taken) return data(taken.refused, { status: taken.refused.newer ? 409 : 400 })
  return redirectWithFlash(
    args.url.searchParams.get('from') === 'notes' ? '/learn/notes' : page.lesson.href,
    taken.done,
  )
}

export default function Note({ loaderData, actionData }: Route.ComponentProps) {
  const { page } = loaderData
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/learn/notes', label: 'My notes' },
              { href: page.lesson.href, label: page.lesson.title || page.course.title },
            ]}
          />
        }
        title="My note"
        lead="For you alone. Without anything that tells who a patient is."
      />
      <div className="grid max-w-measure gap-8">
        <blockquote className="own-quote">{page.quote}</blockquote>
        {page.hasChanged && <p>The lesson has changed since you marked this: these words are no longer in it.</p>}
        <NoteWriter {...loaderData} refused={actionData} />
        <DeleteNote />
      </div>
    </>
  )
}
