import { readMailbox } from '#app/features/notices/development-mailbox.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Development mailbox · Stance' }]

export const loader = async () => ({ messages: await readMailbox() })

export default function DevelopmentMailbox({ loaderData: { messages } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Development mailbox"
        lead="What would have been sent if there were a mail server. It does not exist in production."
      />
      <Table
        caption="The latest mails"
        rows={messages}
        rowKey={(message) => message.id}
        empty="No mail yet."
        columns={[
          { key: 'subject', header: 'Subject', cell: ({ id, subject }) => <a href={`/dev/mail/${id}`}>{subject}</a> },
          { key: 'to', header: 'To', cell: ({ to }) => <span className="wrap-anywhere">{to}</span> },
          {
            key: 'when',
            header: 'When (UTC)',
            cell: ({ createdAt }) => <Time value={createdAt} zone="UTC" style="date-time" />,
          },
        ]}
      />
    </>
  )
}
