import { Form } from 'react-router'
import { requireActor, requirePermission } from '#app/auth/guards.server.ts'
import { takeAnnouncementBack } from '#app/features/discussion/post-announcement.server.ts'
import { type AnnouncementView, viewAnnouncements } from '#app/features/discussion/view-announcements.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { pageParam } from '#app/http/params.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import '#app/rich-text/rich-text.css'
import { z } from 'zod'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Announcements · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const page = pageParam(args.request)
  return { ...(await viewAnnouncements(actor, args.params.id, page)), page, zone: actor.timeZone }
}

const takeBackForm = z.object({ announcement: z.uuid() })

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const form = await parseForm(args.request, takeBackForm)
  if (!form.ok) throw new Response('This form is not one of this page.', { status: 400 })
  const cohortId = args.params.id
  const { now } = args.context.get(requestContext)
  await takeAnnouncementBack(actor, { cohortId, id: form.value.announcement }, now)
  return redirectWithFlash(`/cohorts/${cohortId}/announcements`, 'The announcement is taken back.')
}

export default function Announcements({ loaderData }: Route.ComponentProps) {
  const { cohort, announcements, page, pages, zone } = loaderData
  const path = `/cohorts/${cohort.id}/announcements`
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: `/cohorts/${cohort.id}/discussion`, label: 'Discussion' }]} />}
        eyebrow={cohort.name}
        title="Announcements"
        actions={cohort.isLead && <LinkButton href={`${path}/write`}>Announce something</LinkButton>}
      />
      {announcements.length === 0 && <EmptyState title="Nothing was announced yet" />}
      <ol className="grid max-w-measure gap-10">
        {announcements.map((one) => (
          <Announcement key={one.id} announcement={one} isLead={cohort.isLead} path={path} zone={zone} />
        ))}
      </ol>
      <Pagination page={page} pageCount={pages} hrefOf={(number) => `${path}?page=${number}`} />
    </>
  )
}

type AnnouncementProps = { announcement: AnnouncementView; isLead: boolean; path: string; zone: string }

function Announcement({ announcement, isLead, path, zone }: AnnouncementProps) {
  const { id, title, authorName, postedAt, correctedAt, text, isOwn } = announcement
  return (
    <li className="grid gap-2 border-line border-s-2 ps-5">
      {text && <h2 className="text-xl wrap-anywhere">{title}</h2>}
      <p className="text-ink-muted text-sm">
        {authorName}, <Time value={postedAt} zone={zone} style="date-time" />
        {text && correctedAt && ' · corrected'}
      </p>
      {text ? <RichText document={text} headingLevel={3} /> : <p className="text-ink-muted italic">Taken back.</p>}
      {text && isLead && (
        <div className="flex flex-wrap items-start gap-x-5 text-sm print:hidden">
          {isOwn && (
            <a href={`${path}/write?correct=${id}`} className="inline-flex min-h-8 items-center">
              Correct<span className="sr-only"> {title}</span>
            </a>
          )}
          <details className="open:w-full">
            <summary className="min-h-8 cursor-pointer content-center text-primary">
              Take back<span className="sr-only"> {title}</span>
            </summary>
            <Form method="post" className="grid justify-items-start gap-3 py-3">
              <input type="hidden" name="announcement" value={id} />
              <p>What it says is gone for everybody, and cannot be had again.</p>
              <Button variant="secondary">Take it back</Button>
            </Form>
          </details>
        </div>
      )}
    </li>
  )
}
