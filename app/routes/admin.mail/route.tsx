import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { sendAgain } from '#app/features/notices/send-again.server.ts'
import { readTroubledMail } from '#app/features/notices/troubled-mail.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { pageParam } from '#app/http/params.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { Route } from './+types/route'
import { MailTable } from './mail-table.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Mail · Stance' }]

const againForm = z.object({ noticeId: z.uuid() })

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'mail.read')
  const page = pageParam(args.request)
  const { now } = args.context.get(requestContext)
  return { ...(await readTroubledMail(page, now)), page, zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'mail.read')
  const form = await parseForm(args.request, againForm)
  const { now } = args.context.get(requestContext)
  const isQueued = form.ok && (await sendAgain(form.value.noticeId, actor, now))
  return isQueued
    ? redirectWithFlash('/admin/mail', 'The mail is being sent again.')
    : redirectWithFlash('/admin/mail', 'This mail needs nothing any more; somebody else may have seen to it.', 'info')
}

export default function Mail({ loaderData: { mails, page, pageCount, zone } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Mail"
        lead="Mails that did not go, and mails of which nobody knows whether they went. Those are never sent again by themselves: the person may have them already."
      />
      <MailTable mails={mails} zone={zone} />
      <Pagination page={page} pageCount={pageCount} hrefOf={(to) => `/admin/mail?page=${to}`} />
    </>
  )
}
