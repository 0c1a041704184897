import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { inList } from '#app/domain/listing.ts'
import { inNumber } from '#app/domain/wording.ts'
import { reviewForm, reviewSimilarity, viewSimilarity } from '#app/features/similarity/review-similarity.server.ts'
import { sourceName } from '#app/features/similarity/source-name.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { MarkedText } from './marked-text.tsx'
import { ReviewForm } from './review-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Two texts side by side · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'similarity.read')
  const { id, finding } = args.params
  return { cohortId: id, found: await viewSimilarity(actor, id, finding) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'similarity.read')
  const where = { cohortId: args.params.id, id: args.params.finding }
  await viewSimilarity(actor, where.cohortId, where.id)
  const form = await parseForm(args.request, reviewForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  await reviewSimilarity(actor, where, form.value, args.context.get(requestContext).now)
  return redirectWithFlash(`/cohorts/${where.cohortId}/similarity/${where.id}`, 'What you found is recorded.')
}

export default function Similarity({ loaderData: { cohortId, found }, actionData, params }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: `/cohorts/${cohortId}`, label: found.cohortName },
              { href: `/cohorts/${cohortId}/similarity`, label: 'Similar answers' },
            ]}
          />
        }
        eyebrow={found.vignetteTitle}
        title="Two texts side by side"
        lead={inNumber(
          found.passages.length,
          {
            one: '{percent} % of the answer’s words stand in one passage that both texts have. Quotations of the case are left out.',
            other:
              '{percent} % of the answer’s words stand in {n} passages that both texts have. Quotations of the case are left out.',
          },
          { percent: Math.round(found.share * 100) },
        )}
      />
      <div className="grid gap-section">
        {found.names.length > 0 && (
          <Notice kind="caution" title="Recorded as a concern">
            <p>Written by {inList(found.names)}. Talk with them before you conclude anything.</p>
          </Notice>
        )}
        <div className="grid items-start gap-x-10 gap-y-section lg:grid-cols-2">
          <MarkedText title="The answer" text={found.here} passages={found.passages.map(({ here }) => here)} />
          <MarkedText
            title={sourceName(found)}
            text={found.there}
            passages={found.passages.map(({ there }) => there)}
          />
        </div>
        <ReviewForm subject={`${cohortId}.${params.finding}`} found={found} fault={actionData?.fault} />
      </div>
    </>
  )
}
