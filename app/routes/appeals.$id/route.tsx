import { data, Form } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { APPEAL_GROUNDS } from '#app/domain/appeals.ts'
import { decideAppeal, decisionForm, takeAppeal } from '#app/features/review/decide-appeal.server.ts'
import { MarkingRecord } from '#app/features/review/marking-record.tsx'
import { readAppeal } from '#app/features/review/read-appeals.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import '#app/rich-text/rich-text.css'
import type { Route } from './+types/route'
import { DecisionForm } from './decision-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'An appeal · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'appeals.decide')
  return { appeal: await readAppeal(actor, idParam(args.params.id)), zone: actor.timeZone }
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('take') }),
  decisionForm.extend({ intent: z.literal('decide') }),
])

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'appeals.decide')
  const id = idParam(args.params.id)
  const { now } = args.context.get(requestContext)
  await readAppeal(actor, id)
  const sent = await parseForm(args.request, form)
  if (!sent.ok) return data({ fault: sent.fault }, { status: 400 })
  const because =
    sent.value.intent === 'take' ? await takeAppeal(actor, id, now) : await decideAppeal(actor, id, sent.value, now)
  if (because) return data({ fault: faultIn('', because, sent.typed) }, { status: 400 })
  const done =
    sent.value.intent === 'take' ? 'The appeal is with you.' : 'The appeal is decided; the trainee has been told.'
  return redirectWithFlash(`/appeals/${id}`, done)
}

export default function AppealPage({ loaderData: { appeal, zone }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/appeals', label: 'Appeals' }]} />}
        eyebrow={appeal.vignetteTitle}
        title={`An appeal: ${APPEAL_GROUNDS[appeal.ground].title.toLowerCase()}`}
        lead={
          <>
            Sent <Time value={appeal.lodgedAt} zone={zone} style="date-time" />. {APPEAL_GROUNDS[appeal.ground].means}
          </>
        }
      />
      <div className="grid gap-section">
        <section aria-labelledby="statement" className="grid max-w-measure gap-4">
          <h2 id="statement" className="text-2xl">
            What the trainee wrote
          </h2>
          <p className="whitespace-pre-line wrap-anywhere font-serif text-lg">{appeal.statement}</p>
        </section>
        <MarkingRecord record={appeal} />
        <div className="max-w-measure">
          <Ending appeal={appeal} zone={zone} fault={actionData?.fault} />
        </div>
      </div>
    </>
  )
}

type EndingProps = Pick<Route.ComponentProps['loaderData'], 'appeal' | 'zone'> & {
  fault: NonNullable<Route.ComponentProps['actionData']>['fault'] | undefined
}

function Ending({ appeal, zone, fault }: EndingProps) {
  if (appeal.decidedAt)
    return (
      <Notice title={appeal.outcome === 'upheld' ? 'Upheld' : 'Not upheld'}>
        <p className="whitespace-pre-line wrap-anywhere">{appeal.reasons}</p>
        <p className="text-sm">
          Decided <Time value={appeal.decidedAt} zone={zone} style="date-time" />
        </p>
      </Notice>
    )
  if (appeal.isYours) return <DecisionForm id={appeal.id} fault={fault} />
  if (appeal.isTaken) return <Notice>Somebody else has taken this appeal on.</Notice>
  return (
    <Form method="post" className="grid justify-items-start gap-2">
      <Button name="intent" value="take">
        Take this appeal on
      </Button>
      <p className="text-ink-muted text-sm">You then decide it, with reasons that the trainee reads.</p>
    </Form>
  )
}
