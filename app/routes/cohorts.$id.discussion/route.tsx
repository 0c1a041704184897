import { requireActor } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { viewDiscussion } from '#app/features/discussion/view-discussion.server.ts'
import { pageParam } from '#app/http/params.ts'
import '#app/rich-text/rich-text.css'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { LatestAnnouncement } from './latest-announcement.tsx'
import { ThreadList } from './thread-list.tsx'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `Discussion of ${loaderData?.cohort.name ?? 'a cohort'} · Stance` },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const page = pageParam(args.request)
  return { ...(await viewDiscussion(actor, args.params.id, page)), page, zone: actor.timeZone }
}

export default function Discussion({ loaderData }: Route.ComponentProps) {
  const { cohort, announcement, announcements, threads, pages, page, reported, zone } = loaderData
  const path = `/cohorts/${cohort.id}/discussion`
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[backOf(cohort)]} />}
        eyebrow={cohort.name}
        title="Discussion"
        lead="What your training leads announce, and what the cohort talks about. Only its members read it."
        actions={<LinkButton href={`${path}/new`}>Begin a thread</LinkButton>}
      />
      <div className="grid gap-section">
        {reported.length > 0 && <Reported reported={reported} path={path} />}
        <LatestAnnouncement cohort={cohort} announcement={announcement} count={announcements} zone={zone} />
        <section aria-labelledby="threads">
          <h2 id="threads" className="mb-4 text-2xl">
            Threads
          </h2>
          {threads.length === 0 && (
            <EmptyState title="Nobody has begun a thread yet" headingLevel={3}>
              <p>
                Ask what you did not understand, or tell what you tried. A thread can also go to the training leads
                alone.
              </p>
            </EmptyState>
          )}
          <ThreadList threads={threads} path={path} zone={zone} />
          <Pagination page={page} pageCount={pages} hrefOf={(number) => `${path}?page=${number}`} />
        </section>
      </div>
    </>
  )
}

const backOf = ({ id, name, isLead }: { id: string; name: string; isLead: boolean }) =>
  isLead ? { href: `/cohorts/${id}`, label: name } : { href: '/learn', label: 'My learning' }

type ReportedProps = {
  reported: readonly { threadId: string; title: string; number: number; page: number; reports: number }[]
  path: string
}

const Reported = ({ reported, path }: ReportedProps) => (
  <Notice kind="caution" title="Somebody asks you to look at this">
    <ul>
      {reported.map(({ threadId, title, number, page, reports }) => (
        <li key={`${threadId} ${number}`}>
          <a href={`${path}/${threadId}?page=${page}#post-${number}`} className="inline-flex min-h-6 items-center">
            Post {number} in “{title}”
          </a>
          {reports > 1 && inNumber(reports, { one: ': 1 person', other: ': {n} people' })}
        </li>
      ))}
    </ul>
  </Notice>
)
