import { requirePermission } from '#app/auth/guards.server.ts'
import { viewQuotedLesson } from '#app/features/discussion/view-quoted-lesson.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.lesson.title ?? 'Lesson'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { id: cohortId, thread: threadId } = args.params
  return viewQuotedLesson(actor, { cohortId, threadId })
}

/** A lesson that somebody asked about, for their training lead to read. */
export default function QuotedLesson({ loaderData: { cohort, thread, courseTitle, lesson } }: Route.ComponentProps) {
  const discussion = `/cohorts/${cohort.id}/discussion`
  const trail = [
    { href: discussion, label: cohort.name },
    { href: `${discussion}/${thread.id}`, label: thread.title },
  ]
  return (
    <>
      <PageHeader above={<Breadcrumb trail={trail} />} eyebrow={courseTitle} title={lesson.title} lead={lesson.aim} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by render-lesson.server.tsx, which lets no raw HTML pass */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: lesson.html }} />
    </>
  )
}
