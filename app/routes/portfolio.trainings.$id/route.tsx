import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { trainingKindNames } from '#app/domain/portfolio/words.ts'
import { TakeOut } from '#app/features/portfolio/take-out.tsx'
import { TrainingStandingTag } from '#app/features/portfolio/training-standing-tag.tsx'
import { viewTraining } from '#app/features/portfolio/view-trainings.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { changeTraining } from './change-training.server.ts'
import { CorrectionForm } from './correction-form.tsx'
import { Findings } from './findings.tsx'

import { TrainingFacts } from './training-facts.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'A training · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const { training, providers, checks } = await viewTraining(actor, idParam(args.params.id))
  return { training, providers, checks }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  const answer = await changeTraining(actor, idParam(args.params.id), args)
  return answer instanceof Response ? answer : data(answer, { status: 400 })
}

export default function TrainingPage({
  loaderData: { training, providers, checks },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={trail} />}
        eyebrow={trainingKindNames[training.body.training]}
        title={<span className="wrap-anywhere">{training.body.title}</span>}
        lead={<TrainingStandingTag standing={training.standing} />}
      />
      <div className="grid max-w-form gap-section">
        <TrainingFacts training={training} />
        <Findings checks={checks} version={training.version} />
        <CorrectionForm training={training} providers={providers} fault={actionData?.fault} />
        <TakeOut what="this training" />
      </div>
    </>
  )
}

const trail = [
  { href: '/portfolio', label: 'Portfolio' },
  { href: '/portfolio/trainings', label: 'Training elsewhere' },
]
