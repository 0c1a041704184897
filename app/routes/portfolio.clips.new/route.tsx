import { data, Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { ClipFields } from '#app/features/portfolio/clip-fields.tsx'
import { faultsBeside } from '#app/features/portfolio/entry-fields.server.ts'
import { clipForm, keepClip } from '#app/features/portfolio/keep-clip.server.ts'
import { typedFields } from '#app/features/portfolio/typed-fields.ts'
import { viewNewClip } from '#app/features/portfolio/view-clips.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { RequiredNote } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Enter a clip · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const caseId = args.url.searchParams.get('case') ?? ''
  return { ...(await viewNewClip(actor, args.context.get(requestContext).now)), caseId }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const form = await parseForm(args.request, clipForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const kept = await keepClip(actor, form.value, args.context.get(requestContext).now)
  if ('faults' in kept) return data({ fault: faultsBeside(kept.faults, form.typed) }, { status: 400 })
  return redirectWithFlash(`/portfolio/clips/${kept.id}`, 'The clip is in your portfolio.')
}

export default function NewClip({ loaderData: { offer, caseId }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title="Enter a clip"
        lead="What the recording is and until when it is kept. The recording itself stays with you."
      />
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <RequiredNote />
        <ClipFields fields={typedFields(fault, { caseId, minutes: '15', media: 'video' })} offer={offer} isNew />
        <div>
          <Button>Keep this clip</Button>
        </div>
      </Form>
    </>
  )
}

const trail = [
  { href: '/portfolio', label: 'Portfolio' },
  { href: '/portfolio/clips', label: 'Clips' },
]
