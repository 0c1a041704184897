import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type TroubledMail = {
  id: string
  kind: string
  name: string
  email: string
  mailState: string
  mailedAt: Date | null
  mailError: string | null
}

export function MailTable({ mails, zone }: { mails: readonly TroubledMail[]; zone: string }) {
  if (mails.length === 0)
    return <EmptyState title="All mail has gone out">What fails or stays in doubt stands here.</EmptyState>
  return (
    <Table
      caption="Mails that need a decision"
      hideCaption
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        {
          key: 'to',
          header: 'To',
          cell: ({ name, email }) => <span className="wrap-anywhere">{`${name}, ${email}`}</span>,
        },
        { key: 'kind', header: 'About', cell: ({ kind }) => kind.replaceAll('-', ' ') },
        {
          key: 'state',
          header: 'What happened',
          cell: ({ mailState, mailError }) => (
            <div className="grid gap-1">
              {mailState === 'failed' ? (
                <span>
                  <Tag tone="critical">Not sent</Tag>
                </span>
              ) : (
                <span>
                  <Tag tone="caution">May have arrived</Tag>
                </span>
              )}
              <span className="text-ink-muted text-sm wrap-anywhere">{mailError ?? 'Broken off while sending.'}</span>
            </div>
          ),
        },
        {
          key: 'when',
          header: 'Last try',
          cell: ({ mailedAt }) => mailedAt && <Time value={mailedAt} zone={zone} style="date-time" />,
        },
        {
          key: 'again',
          header: 'Send again',
          hideHeader: true,
          cell: ({ id, name }) => (
            <Form method="post">
              <input type="hidden" name="noticeId" value={id} />
              <Button variant="secondary" className="whitespace-nowrap" aria-label={`Send again to ${name}`}>
                Send again
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
