import { data, Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import {
  reviewRubricChange,
  rubricReviewForm,
  viewRubricChanges,
} from '#app/features/review/review-rubric-change.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { pageParam } from '#app/http/params.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { CohortBreadcrumb } from '#app/ui/cohort-breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { Route } from './+types/route'
import { OutdatedTable } from './outdated-table.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Marks on an earlier rubric · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'moderation.review')
  const page = pageParam(args.request)
  return { page, cohortId: args.params.id, list: await viewRubricChanges(actor, args.params.id, page) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'moderation.review')
  const { id } = args.params
  await viewRubricChanges(actor, id, 1)
  const form = await parseForm(args.request, rubricReviewForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const count = await reviewRubricChange(actor, id, form.value, args.context.get(requestContext).now)
  const what = inNumber(count, { one: 'One mark was decided about.', other: '{n} marks were decided about.' })
  return redirectWithFlash(`/cohorts/${id}/rubric-changes`, what)
}

const decisions = [
  { value: 'stands', label: 'The marks stand', hint: 'The correction would not have changed them.' },
  { value: 'mark_again', label: 'Mark again', hint: 'By somebody who has not marked them, on the corrected version.' },
]

export default function RubricChanges({ loaderData: { page, cohortId, list }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  return (
    <>
      <PageHeader
        above={<CohortBreadcrumb id={cohortId} name={list.cohortName} />}
        title="Marks on an earlier rubric"
        lead="A rubric was corrected after these answers were marked. Nothing is worked out anew by itself: a person decides for each of them, with a reason."
      />
      {list.total === 0 ? (
        <EmptyState title="No mark is affected">
          <p>Every final mark was given on the current version of its rubric, or has been decided about.</p>
        </EmptyState>
      ) : (
        <Form method="post" noValidate className="grid gap-8">
          <KeptForm form="rubric-change" subject={cohortId} />
          <ErrorSummary errors={errorsOf(fault)} title="Nothing is decided yet" />
          <OutdatedTable marks={list.marks} ticked={[fault?.values.code ?? []].flat()} />
          <Pagination
            page={page}
            pageCount={list.pageCount}
            hrefOf={(to) => `/cohorts/${cohortId}/rubric-changes?page=${to}`}
          />
          <div className="grid max-w-form gap-6">
            <ChoiceGroup
              name="decision"
              label="What follows for the ticked ones?"
              choices={decisions}
              defaultValue={fault?.values.decision}
              errors={fault?.errors.decision}
              required
            />
            <TextArea
              name="reason"
              label="Reason"
              defaultValue={fault?.values.reason}
              errors={fault?.errors.reason}
              required
            />
            <Button className="justify-self-start">Decide</Button>
          </div>
        </Form>
      )}
    </>
  )
}
