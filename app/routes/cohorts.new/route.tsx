import { data, Form } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { cohortOptions, createCohort } from '#app/features/cohorts/create-cohort.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, listField, parseForm } from '#app/http/form.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { CohortForm } from './cohort-form.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'New cohort · Stance' }]

const day = z.iso.date('Choose a day.')

const cohortForm = z.object({
  name: z.string().trim().min(1, 'Give the cohort a name.').max(120, 'Use at most 120 characters.'),
  course: z.string().min(1, 'Choose a course.'),
  startsOn: day,
  endsOn: z.union([z.literal('').transform(() => undefined), day]),
  leads: listField(z.string()),
})

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const { courses, leads } = await cohortOptions(args.context.get(requestContext).now)
  const isLead = leads.some(({ id }) => id === actor.id)
  return { courses, isLead, leads: leads.filter(({ id }) => id !== actor.id) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'cohorts.manage')
  const form = await parseForm(args.request, cohortForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { course, leads, ...cohort } = form.value
  const { now } = args.context.get(requestContext)
  const created = await createCohort(actor, { ...cohort, courseSlug: course, leadIds: leads }, now)
  if ('fault' in created) {
    const { field, message } = created.fault
    return data({ fault: faultIn(field, message, { ...form.value, endsOn: form.value.endsOn ?? '' }) }, { status: 400 })
  }
  return redirectWithFlash(`/cohorts/${created.id}`, 'The cohort is there. Add its trainees below.')
}

export default function NewCohort({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title="New cohort" above={<Breadcrumb trail={[{ href: '/cohorts', label: 'Cohorts' }]} />} />
      <Form method="post" className="grid max-w-form gap-6">
        <CohortForm {...loaderData} fault={actionData?.fault} />
      </Form>
    </>
  )
}
