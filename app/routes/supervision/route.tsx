import { data } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import { SIGN_THE_REST } from '#app/features/portfolio/answer-fields.ts'
import { AnswerForm } from '#app/features/portfolio/answer-form.tsx'
import { answerRequests } from '#app/features/portfolio/answer-requests.server.ts'
import { answeredWords } from '#app/features/portfolio/answered-words.ts'
import { answersForm, readAnswers } from '#app/features/portfolio/read-answers.server.ts'
import { signTheRest } from '#app/features/portfolio/sign-the-rest.ts'
import { viewSupervisees } from '#app/features/portfolio/view-supervisees.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { SuperviseeTable } from './supervisee-table.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Supervision · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'supervision.countersign')
  return viewSupervisees(actor)
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'supervision.countersign')
  const { typed } = await parseAnswers(args.request)
  const { now } = args.context.get(requestContext)
  const { waiting, supervisees } = await viewSupervisees(actor)
  if (typed.intent === SIGN_THE_REST) return signTheRest(waiting, typed)
  const people = [actor.name, ...supervisees.map(({ name }) => name)]
  const read = readAnswers(typed, { today: todayIn(actor.timeZone, now), people })
  if ('fault' in read) return data({ fault: read.fault, signedNow: undefined }, { status: 400 })
  const answered = await answerRequests(actor, read.answers, now, read.confirmed)
  return redirectWithFlash('/supervision', answeredWords(answered), answered.refused.length > 0 ? 'info' : 'positive')
}

async function parseAnswers(request: Request) {
  const form = await parseForm(request, answersForm)
  return { typed: form.ok ? form.typed : form.fault.values }
}

export default function Supervision({ loaderData, actionData }: Route.ComponentProps) {
  const { waiting, supervisees } = loaderData
  return (
    <>
      <PageHeader
        title="Supervision"
        lead="What your supervisees put before you. Each entry is frozen as it was when they asked: what you sign is what you read here."
      />
      {waiting.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          When a supervisee asks for your signature, you get a mail, one a day at most.
        </EmptyState>
      ) : (
        <AnswerForm
          kept={<KeptForm form="countersigning" subject="own" />}
          requests={waiting}
          action="/supervision"
          fault={actionData?.fault}
          signedNow={actionData?.signedNow}
          endsWithCode={false}
        >
          <div className="grid justify-items-start gap-3">
            <Button>Send my answers</Button>
            <p className="max-w-measure text-ink-muted text-sm">
              What you sign is kept with your name and the day, and cannot be changed. A correction takes the signature
              away.
            </p>
          </div>
        </AnswerForm>
      )}
      {supervisees.length > 0 && <SuperviseeTable supervisees={supervisees} />}
    </>
  )
}
