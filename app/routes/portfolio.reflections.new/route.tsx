import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { draftVault } from '#app/features/drafts/draft-vault.server.ts'
import { viewReflectionPage } from '#app/features/portfolio/view-reflections.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'
import { ReflectionWriter } from './reflection-writer.tsx'
import { takeReflection } from './take-reflection.server.ts'

export const handle = { hydrate: true }

export const meta: Route.MetaFunction = () => [{ title: 'Write a reflection · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const page = await viewReflectionPage(actor, null, args.context.get(requestContext).now)
  return { page, vault: draftVault(actor.id), timeZone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const taken = await takeReflection(actor, null, args.request, args.context.get(requestContext).now)
  if ('refused' in taken) return data(taken.refused, { status: taken.refused.newer ? 409 : 400 })
  return redirectWithFlash(taken.to, taken.done)
}

export default function NewReflection({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: '/portfolio/reflections', label: 'Reflections' },
            ]}
          />
        }
        title="Write a reflection"
        lead="Without anything that tells who a patient is. It is saved as you write, for you alone, until you keep it."
      />
      <ReflectionWriter {...loaderData} refused={actionData} button="Keep this reflection" />
    </>
  )
}
