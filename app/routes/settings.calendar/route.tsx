import { data, Form } from 'react-router'
import { z } from 'zod'
import { requireActor } from '#app/auth/guards.server.ts'
import { endCalendarLink, makeCalendarLink, viewCalendarLink } from '#app/features/cohorts/calendar-link.server.ts'
import { requestContext } from '#app/http/context.ts'
import { redirectWithFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Calendar · Stance' }]

const form = z.object({ intent: z.enum(['make', 'end']) })

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return { madeAt: await viewCalendarLink(actor), zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  const sent = await parseForm(args.request, form)
  if (!sent.ok) return data({ address: null }, { status: 400 })
  const { now } = args.context.get(requestContext)
  if (sent.value.intent === 'make') return data({ address: await makeCalendarLink(actor, now) })
  await endCalendarLink(actor, now)
  return redirectWithFlash('/settings/calendar', 'The address no longer works.')
}

export default function Calendar({ loaderData: { madeAt, zone }, actionData }: Route.ComponentProps) {
  return (
    <div className="grid max-w-measure gap-6">
      <p>
        Your calendar program can subscribe to the live sessions of your cohorts: it shows them in your own time, and
        follows when one is changed or cancelled.
      </p>
      {actionData?.address && (
        <Notice kind="positive" title="The address of your calendar">
          <p className="font-mono wrap-anywhere">{actionData.address}</p>
          <p className="mt-2">
            Copy it now: it is shown this once. Whoever has it can read your sessions, so pass it to nobody.
          </p>
        </Notice>
      )}
      <p className="text-ink-muted">
        {madeAt ? (
          <>
            You have had an address since <Time value={madeAt} zone={zone} style="date-time" />. A new one ends it.
          </>
        ) : (
          'You have no address yet.'
        )}
      </p>
      <Form method="post" className="flex flex-wrap gap-3">
        <Button name="intent" value="make">
          {madeAt ? 'Make a new address' : 'Make an address'}
        </Button>
        {madeAt && (
          <Button variant="quiet" name="intent" value="end">
            End the address
          </Button>
        )}
      </Form>
    </div>
  )
}
