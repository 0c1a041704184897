import { data } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { HistoryLink } from '#app/features/portfolio/history-link.tsx'
import { takeReflectionOut } from '#app/features/portfolio/keep-reflection.server.ts'
import { documentsOf } from '#app/features/portfolio/reflection-draft.ts'
import { TakeOut } from '#app/features/portfolio/take-out.tsx'
import { viewReflection } from '#app/features/portfolio/view-reflections.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { ReflectionToRead } from '#app/routes/portfolio.reflections.new/reflection-to-read.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.reflection.body.title ?? 'Reflection'} · Stance` },
]

const form = z.object({ intent: z.literal('take-out') })

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { reflection: await viewReflection(actor, idParam(args.params.id)) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const parsed = await parseForm(args.request, form)
  if (!parsed.ok) return data(null, { status: 400 })
  await takeReflectionOut(actor, idParam(args.params.id), args.context.get(requestContext).now)
  return redirectWithFlash('/portfolio/reflections', 'The reflection is no longer in your portfolio.')
}

export default function Reflection({ loaderData: { reflection } }: Route.ComponentProps) {
  const { id, version, body, caseCode } = reflection
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
        eyebrow={body.isReport ? 'Reflective report' : 'Reflection'}
        title={body.title}
        lead={
          <>
            <Time value={body.on} zone="UTC" />
            {caseCode && `, on ${caseCode}`}
          </>
        }
        actions={
          <LinkButton href={`/portfolio/reflections/${id}/correct`} variant="secondary">
            Correct it
          </LinkButton>
        }
      />
      <div className="grid gap-section">
        <div className="max-w-measure">
          <ReflectionToRead documents={documentsOf(body)} />
        </div>
        <div className="grid gap-2">
          <HistoryLink id={id} version={version} />
          <TakeOut what="this reflection" />
        </div>
      </div>
    </>
  )
}
