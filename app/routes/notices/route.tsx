import { Form } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { markAllRead, readOwnNotices } from '#app/features/notices/own-notices.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { pageParam } from '#app/http/params.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { NoticeItem } from './notice-item.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Notices · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const page = pageParam(args.request)
  return { ...(await readOwnNotices(actor, page)), page, zone: actor.timeZone, unread: actor.unreadNotices }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  await markAllRead(actor, args.context.get(requestContext).now)
  return redirectWithFlash('/notices', 'All notices are marked as read.')
}

export default function Notices({ loaderData: { notices, page, pageCount, zone, unread } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Notices"
        actions={
          unread > 0 && (
            <Form method="post">
              <Button variant="secondary">Mark all as read</Button>
            </Form>
          )
        }
      />
      {notices.length === 0 ? (
        <EmptyState title="Nothing to tell you yet">
          When an answer arrives, feedback is ready or a certificate is issued, it stands here.
        </EmptyState>
      ) : (
        <ul className="max-w-measure border-line border-b">
          {notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} zone={zone} />
          ))}
        </ul>
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `/notices?page=${to}`} />
      <p className="mt-8 text-sm">
        <a href="/settings/notices">Choose which notices come by mail</a>
      </p>
    </>
  )
}
