import { data, Form } from 'react-router'
import { requirePermission } from '#app/auth/guards.server.ts'
import { ROLES, roleNames } from '#app/domain/people.ts'
import { invitationForm, invitePerson } from '#app/features/people/invite-person.server.ts'
import { ProfessionField } from '#app/features/people/profile-fields.tsx'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Invite somebody · Stance' }]

const TAKEN = 'There is an account with this address already. Search for it under People to give it a role.'

export async function loader(args: Route.LoaderArgs) {
  return { zone: (await requirePermission(args, 'people.manage')).timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'people.manage')
  const { now } = args.context.get(requestContext)
  const form = await parseForm(args.request, invitationForm(actor, now))
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { id, isNew } = await invitePerson(form.value, actor, now)
  if (!isNew) return data({ fault: faultIn('email', TAKEN, form.typed) }, { status: 400 })
  return redirectWithFlash(`/admin/people/${id}`, 'The invitation is on its way.')
}

export default function Invite({ loaderData: { zone }, actionData }: Route.ComponentProps) {
  const { values = {}, errors } = actionData?.fault ?? {}
  return (
    <>
      <PageHeader
        title="Invite somebody"
        lead="They get a mail with a link to choose a password. It works for 7 days."
        above={<Breadcrumb trail={[{ href: '/admin/people', label: 'People' }]} />}
      />
      <Form method="post" noValidate className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(actionData?.fault)} />
        <TextField name="name" label="Name" defaultValue={values.name} errors={errors?.name} required />
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          defaultValue={values.email}
          errors={errors?.email}
          required
        />
        <ProfessionField values={values} errors={errors} />
        <ChoiceGroup
          kind="checkbox"
          name="roles"
          label="Roles"
          choices={ROLES.map((role) => ({ value: role, label: roleNames[role] }))}
          defaultValue={values.roles}
          errors={errors?.roles}
        />
        <DateField
          name="lastDay"
          label="Last day"
          hint={`The roles are held to the end of this day (${zone.replaceAll('_', ' ')}). Leave it empty for no end.`}
          defaultValue={values.lastDay}
          errors={errors?.lastDay}
        />
        <Button className="justify-self-start">Send the invitation</Button>
      </Form>
    </>
  )
}
