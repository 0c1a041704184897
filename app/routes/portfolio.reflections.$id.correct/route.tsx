import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { viewReflectionPage } from '#app/features/portfolio/view-reflections.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { idParam } from '#app/http/params.ts'
import { ReflectionWriter } from '#app/routes/portfolio.reflections.new/reflection-writer.tsx'
import { takeReflection } from '#app/routes/portfolio.reflections.new/take-reflection.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = () => [{ title: 'Correct a reflection · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const page = await viewReflectionPage(actor, idParam(args.params.id), args.context.get(requestContext).now)
  return { page, vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const { now } = args.context.get(requestContext)
  const taken = await takeReflection(actor, idParam(args.params.id), args.request, now)
  if ('refused' in taken) return data(taken.refused, { status: taken.refused.newer ? 409 : 400 })
  return redirectWithFlash(taken.to, taken.done)
}

export default function CorrectReflection({ loaderData, actionData }: Route.ComponentProps) {
  const { subject, title } = loaderData.page
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: '/portfolio/reflections', label: 'Reflections' },
              { href: `/portfolio/reflections/${subject}`, label: title ?? '' },
            ]}
          />
        }
        title="Correct a reflection"
        lead="What it said before stays in its history."
      />
      <ReflectionWriter {...loaderData} refused={actionData} button="Correct the reflection" />
    </>
  )
}
