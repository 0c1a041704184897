import { Form } from 'react-router'
import { z } from 'zod'
import { requireActor } from '#app/auth/guards.server.ts'
import { MAIL_CHOICES } from '#app/domain/notices.ts'
import { DISCUSSION_SETTING } from '#app/features/notices/discussion-kinds.ts'
import { chooseMails, readDiscussionChoice, readMailChoices } from '#app/features/notices/own-notices.server.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { listField, parseForm } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Notices by mail · Stance' }]

const choicesForm = z.object({
  kind: listField(z.string()),
  discussion: z.enum(MAIL_CHOICES).optional().catch(undefined),
})

const DISCUSSION_CHOICES = [
  { value: 'at-once', label: 'At once' },
  { value: 'daily', label: 'In one mail in the morning, where there is something' },
  { value: 'none', label: 'Not at all' },
]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  const [choices, discussion] = await Promise.all([readMailChoices(actor), readDiscussionChoice(actor)])
  return { choices, discussion }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, choicesForm)
  const { kind, discussion } = form.ok ? form.value : { kind: [], discussion: undefined }
  await chooseMails(actor, kind, discussion)
  return redirectWithFlash('/settings/notices', 'Your choice is saved.')
}

export default function MailChoices({ loaderData: { choices, discussion } }: Route.ComponentProps) {
  if (choices.length === 0) return <p>With your present roles you get no notices but those about your account.</p>
  return (
    <Form method="post" className="grid max-w-form gap-6">
      <ChoiceGroup
        kind="checkbox"
        name="kind"
        label="Mail me when …"
        hint="Every notice stands on your notices page as well. Mails about your account itself always come."
        choices={choices.map(({ kind, setting }) => ({ value: kind, label: setting }))}
        defaultValue={choices.filter(({ byEmail }) => byEmail).map(({ kind }) => kind)}
      />
      {discussion && (
        <ChoiceGroup
          name="discussion"
          label={`Mail me when ${DISCUSSION_SETTING} …`}
          choices={DISCUSSION_CHOICES}
          defaultValue={discussion}
        />
      )}
      <Button className="justify-self-start">Save</Button>
    </Form>
  )
}
