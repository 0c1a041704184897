import { readMailboxMessage } from '#app/features/notices/development-mailbox.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { linked } from './linked.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'A mail · Stance' }]

export async function loader({ params }: Route.LoaderArgs) {
  const { to, subject, text, messageId, calendar } = await readMailboxMessage(idParam(params.id))
  return { to, subject, text, messageId, calendar }
}

export default function DevelopmentMail({
  loaderData: { to, subject, text, messageId, calendar },
}: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={subject}
        lead={`To ${to}`}
        above={<Breadcrumb trail={[{ href: '/dev/mail', label: 'Development mailbox' }]} />}
      />
      <div className="max-w-measure whitespace-pre-wrap border-line border-y py-6 wrap-anywhere">{linked(text)}</div>
      {calendar && (
        <details className="mt-3 max-w-measure">
          <summary className="min-h-8 text-primary">For the calendar: session.ics</summary>
          <pre className="overflow-x-auto py-3 text-sm">{calendar}</pre>
        </details>
      )}
      <p className="mt-3 text-ink-muted text-sm wrap-anywhere">Message-ID {messageId}</p>
    </>
  )
}
