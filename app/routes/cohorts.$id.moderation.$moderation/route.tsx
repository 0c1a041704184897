import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { MarkingRecord } from '#app/features/review/marking-record.tsx'
import { moderate, verdictForm } from '#app/features/review/moderate.server.ts'
import { viewModeration } from '#app/features/review/view-moderations.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'
import { VerdictForm } from './verdict-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'A mark to moderate · Stance' }]

const which = ({ id, moderation }: Route.LoaderArgs['params']) => ({ cohortId: id, id: moderation })

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'moderation.review')
  return { cohortId: args.params.id, moderated: await viewModeration(actor, which(args.params)) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'moderation.review')
  await viewModeration(actor, which(args.params))
  const form = await parseForm(args.request, verdictForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const because = await moderate(actor, which(args.params), form.value, args.context.get(requestContext).now)
  if (because) return data({ fault: faultIn('', because, form.typed) }, { status: 400 })
  return redirectWithFlash(`/cohorts/${args.params.id}/moderation`, 'Your verdict is recorded.')
}

export default function Moderation({ loaderData: { cohortId, moderated }, actionData, params }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: `/cohorts/${cohortId}`, label: moderated.cohortName },
              { href: `/cohorts/${cohortId}/moderation`, label: 'Moderation' },
            ]}
          />
        }
        eyebrow={moderated.vignetteTitle}
        title="A mark to moderate"
        lead="Read the answer first and say to yourself what you would give. A moderator agrees or does not; the mark itself stays with its markers."
      />
      <div className="grid gap-section">
        {moderated.isChangedSince && (
          <Notice kind="info" title="Changed since moderation">
            <p>The answer has had another final mark since somebody gave the verdict below.</p>
          </Notice>
        )}
        <MarkingRecord record={moderated} />
        <VerdictForm subject={`${cohortId}.${params.moderation}`} moderated={moderated} fault={actionData?.fault} />
      </div>
    </>
  )
}
