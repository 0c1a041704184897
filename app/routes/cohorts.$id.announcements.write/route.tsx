import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { correctAnnouncement, postAnnouncement } from '#app/features/discussion/post-announcement.server.ts'
import { readWriting } from '#app/features/discussion/read-writing.server.ts'
import { viewAnnouncementWriting } from '#app/features/discussion/view-announcements.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { optionalId } from '#app/http/params.ts'
import { limitRate } from '#app/http/rate-limit.server.ts'
import { Writer } from '#app/routes/cohorts.$id.discussion.new/writer.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = () => [{ title: 'Announce something · Stance' }]

/** The announcement that the address names to be corrected; null for a new one. */
const correctionIn = (request: Request) => optionalId(new URL(request.url).searchParams.get('correct'))

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const correct = correctionIn(args.request)
  const view = await viewAnnouncementWriting(actor, args.params.id, correct)
  return { ...view, isCorrection: correct !== null, vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  await limitRate(args, 'discussion', actor.id)
  const { now } = args.context.get(requestContext)
  const [cohortId, id] = [args.params.id, correctionIn(args.request)]
  const sent = await readWriting(args.request)
  const written = id
    ? await correctAnnouncement(actor, { cohortId, id }, sent, now)
    : await postAnnouncement(actor, cohortId, sent, now)
  if ('refused' in written) return data(written.refused, { status: written.refused.newer ? 409 : 400 })
  return redirectWithFlash(`/cohorts/${cohortId}/announcements`, id ? 'It is corrected.' : 'Your cohort is told.')
}

export default function WriteAnnouncement({ loaderData, actionData: refused }: Route.ComponentProps) {
  const { cohort, isCorrection, ...rest } = loaderData
  const trail = [
    { href: `/cohorts/${cohort.id}/discussion`, label: cohort.name },
    { href: `/cohorts/${cohort.id}/announcements`, label: 'Announcements' },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title={isCorrection ? 'Correct the announcement' : 'Announce something'}
        lead={
          isCorrection
            ? 'It will say that it was corrected. Nobody is told again.'
            : 'Everybody in the cohort is told that it is there. It is saved as you write, for you alone, until you send it.'
        }
      />
      <Writer
        {...rest}
        kind="announcement"
        hasTitle
        refused={refused}
        button={isCorrection ? 'Save the correction' : 'Tell the cohort'}
      />
    </>
  )
}
