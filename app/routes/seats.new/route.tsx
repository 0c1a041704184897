import { data, Form } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { setUpOrganisation } from '#app/features/billing/seats/keep-organisation.server.ts'
import { OrganisationFields } from '#app/features/billing/seats/organisation-fields.tsx'
import { organisationForm } from '#app/features/billing/seats/organisation-form.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { type FormFault, parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { RequiredNote } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Set up an organisation · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  await requireActor(args)
  return null
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, organisationForm)
  if (!form.ok) return data<FormFault>(form.fault, { status: 400 })
  const id = await setUpOrganisation(actor, form.value, args.context.get(requestContext).now)
  return redirectWithFlash(`/seats/organisations/${id}`, 'The organisation is set up. Order its seats here.')
}

export default function NewOrganisation({ actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/seats', label: 'Seats' }]} />}
        title="Set up an organisation"
        lead="You will manage its seats, and can let others do so as well."
      />
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(actionData)} />
        <RequiredNote />
        <OrganisationFields fault={actionData} />
        <Button className="justify-self-start">Set it up</Button>
      </Form>
    </>
  )
}
