import { data, Form } from 'react-router'
import { z } from 'zod'
import { requirePermission } from '#app/auth/guards.server.ts'
import { createPanel, panelSubjects } from '#app/features/panels/create-panel.server.ts'
import { panelKindNames } from '#app/features/panels/panel-kinds.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { faultIn, parseForm } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'New panel · Stance' }]

const panelForm = z.object({
  item: z.string().min(1, 'Choose what the panel judges.'),
  title: z.string().trim().min(1, 'Give the panel a name.').max(120, 'Use at most 120 characters.'),
  closesOn: z.iso.date('Choose a day.'),
})

export async function loader(args: Route.LoaderArgs) {
  await requirePermission(args, 'panels.manage')
  const subjects = await panelSubjects()
  return { options: subjects.map(({ id, kind, title }) => ({ value: id, label: `${panelKindNames[kind]}: ${title}` })) }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requirePermission(args, 'panels.manage')
  const form = await parseForm(args.request, panelForm)
  if (!form.ok) return data({ fault: form.fault }, { status: 400 })
  const { item: itemId, ...panel } = form.value
  const created = await createPanel(actor, { itemId, ...panel }, args.context.get(requestContext).now)
  if ('fault' in created)
    return data({ fault: faultIn(created.fault.field, created.fault.message, form.typed) }, { status: 400 })
  return redirectWithFlash(`/panels/${created.id}`, 'The panel is there. Invite its members below.')
}

export default function NewPanel({ loaderData: { options }, actionData }: Route.ComponentProps) {
  const fault = actionData?.fault
  const field = (name: string) => ({ ...fieldsIn(fault)(name), required: true })
  return (
    <>
      <PageHeader
        above={<Breadcrumb trail={[{ href: '/panels', label: 'Panels' }]} />}
        title="New panel"
        lead="The members judge the version of today. A later version needs a panel of its own."
      />
      <Form method="post" className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <SelectField
          {...field('item')}
          label="What it judges"
          placeholder="Choose a vignette or a benchmark"
          options={options}
        />
        <TextField
          {...field('title')}
          label="Name"
          hint="Trainees see it with the key, for example “Leeds panel, 2026”."
        />
        <DateField {...field('closesOn')} label="Closes on" hint="The last day for answers; it ends at midnight UTC." />
        <div>
          <Button>Create the panel</Button>
        </div>
      </Form>
    </>
  )
}
