import { Form } from 'react-router'
import { z } from 'zod'
import { requireActor } from '#app/auth/guards.server.ts'
import { chooseLetterKeys } from '#app/features/people/own-account.server.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Keyboard · Stance' }]

const keysForm = z.object({ letterKeys: z.string().optional() })

export async function loader(args: Route.LoaderArgs) {
  return { usesLetterKeys: (await requireActor(args)).usesLetterKeys }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const form = await parseForm(args.request, keysForm)
  await chooseLetterKeys(actor, form.ok && form.value.letterKeys !== undefined)
  return redirectWithFlash('/settings/keyboard', 'Your choice is saved.')
}

export default function Keyboard({ loaderData: { usesLetterKeys } }: Route.ComponentProps) {
  return (
    <Form method="post" className="grid max-w-form gap-6">
      <CheckboxField
        name="letterKeys"
        label="Single letters and numbers are keys where I mark"
        hint="They never work while you write. Switch them off if you speak your text, or if letters reach the page by accident: everything can be done with Tab, arrows, Space and Enter as well."
        defaultChecked={usesLetterKeys}
      />
      <Button className="justify-self-start">Save</Button>
    </Form>
  )
}
