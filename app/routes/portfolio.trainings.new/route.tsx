import { data, Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { faultsBeside } from '#app/features/portfolio/entry-fields.server.ts'
import { keepTraining } from '#app/features/portfolio/keep-training.server.ts'
import { readTraining } from '#app/features/portfolio/read-training.server.ts'
import { TrainingFields } from '#app/features/portfolio/training-fields.tsx'
import { providersFor } from '#app/features/portfolio/view-trainings.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { RequiredNote } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Enter a training · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  return { providers: await providersFor(await requirePermission(args, 'portfolio.keep')) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const { now } = args.context.get(requestContext)
  const read = await readTraining(actor, args.request, now)
  if (!read.ok) return data({ fault: read.fault }, { status: 400 })
  const kept = await keepTraining(actor, read.sent, now)
  if ('faults' in kept) return data({ fault: faultsBeside(kept.faults, read.typed) }, { status: 400 })
  return redirectWithFlash(
    `/portfolio/trainings/${kept.id}`,
    'The training is in your portfolio. Staff check its certificate.',
  )
}

export default function NewTraining({ loaderData: { providers }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        title="Enter a training"
        lead="One that somebody else gave. Staff look at its certificate and tell you what they found."
      />
      <Form method="post" encType="multipart/form-data" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <IdentifierReview fault={fault} />
        <RequiredNote />
        <TrainingFields providers={providers} values={fault?.values ?? {}} errors={fault?.errors ?? {}} />
        <div>
          <Button>Keep this training</Button>
        </div>
      </Form>
    </>
  )
}

const trail = [
  { href: '/portfolio', label: 'Portfolio' },
  { href: '/portfolio/trainings', label: 'Training elsewhere' },
]
