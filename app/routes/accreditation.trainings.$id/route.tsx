import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { shownBytes } from '#app/domain/file-name.ts'
import {
  checkTraining,
  trainingCheckForm,
  viewTrainingToCheck,
} from '#app/features/accreditation/check-training.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'
import { CheckForm } from './check-form.tsx'
import { SentFacts } from './sent-facts.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Check a training · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'trainings.check')
  return { training: await viewTrainingToCheck(actor, idParam(args.params.id)) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'trainings.check')
  const id = idParam(args.params.id)
  await viewTrainingToCheck(actor, id)
  const form = await parseForm(args.request, trainingCheckForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const because = await checkTraining(actor, id, form.value, args.context.get(requestContext).now)
  if (because) return data({ fault: faultIn('', because, form.typed) }, { status: 400 })
  return redirectWithFlash('/accreditation/trainings', 'What you found is recorded, and the trainee has been told.')
}

export default function TrainingToCheck({ loaderData: { training }, actionData, params }: Route.ComponentProps) {
  const { ownerName, body, file, check, version } = training
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        eyebrow={ownerName}
        title={<span className="wrap-anywhere">{body.title}</span>}
        actions={
          file && (
            <LinkButton href={`/portfolio/files/${file.id}`} variant="secondary">
              Open the certificate ({shownBytes(file.bytes)})
            </LinkButton>
          )
        }
      />
      <div className="grid max-w-form gap-section">
        <SentFacts training={training} />
        {check && (
          <Notice
            kind={check.isAccepted ? 'positive' : 'caution'}
            title={check.isAccepted ? 'Accepted' : 'Not accepted'}
          >
            <p>
              On <Time value={check.checkedOn} zone="UTC" />. What you find now takes its place; both stay on record.
            </p>
            {check.note && <p className="whitespace-pre-line wrap-anywhere">{check.note}</p>}
          </Notice>
        )}
        <CheckForm id={params.id} version={version} fault={actionData?.fault} />
      </div>
    </>
  )
}

const trail = [
  { href: '/accreditation', label: 'Accreditation' },
  { href: '/accreditation/trainings', label: 'Trainings to check' },
]
