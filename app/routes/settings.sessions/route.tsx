import { Form, redirect } from 'react-router'
import { requireActor } from '#app/auth/guards.server.ts'
import { currentSecret, endAllSessions } from '#app/auth/session.server.ts'
import { readSessions, recordSignOutEverywhere } from '#app/features/people/own-account.server.ts'
import { requestContext } from '#app/http/context.ts'
import { Button } from '#app/ui/button.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Sessions · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return { sessions: await readSessions(actor, await currentSecret(args.context)), zone: actor.timeZone }
}

export async function action(args: Route.ActionArgs) {
  const actor = await requireActor(args)
  await recordSignOutEverywhere(actor, args.context.get(requestContext).now)
  await endAllSessions(args.context, actor.id)
  return redirect('/sign-in?done=signed-out-everywhere', { headers: { 'Clear-Site-Data': '"storage"' } })
}

export default function Sessions({ loaderData: { sessions, zone } }: Route.ComponentProps) {
  return (
    <div className="grid justify-items-start gap-8">
      <Table
        caption="Where you are signed in"
        rows={sessions}
        rowKey={(session) => session.createdAt.toISOString()}
        columns={[
          {
            key: 'device',
            header: 'Device',
            cell: ({ device, isCurrent }) => (
              <span className="flex flex-wrap items-center gap-2">
                {device} {isCurrent && <Tag tone="primary">This one</Tag>}
              </span>
            ),
          },
          {
            key: 'since',
            header: 'Since',
            cell: (row) => <Time value={row.createdAt} zone={zone} style="date-time" />,
          },
          {
            key: 'until',
            header: 'Ends if unused',
            cell: (row) => <Time value={row.expiresAt} zone={zone} style="date-time" />,
          },
        ]}
      />
      <Form method="post">
        <p className="mb-3 max-w-measure text-ink-muted">
          A session that you do not recognise, or a computer that you left? This ends them all, this one too.
        </p>
        <Button variant="danger">Sign out everywhere</Button>
      </Form>
    </div>
  )
}
