import { Form } from 'react-router'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { Time } from '#app/ui/time.tsx'

type ApprovalLineProps = {
  approval: { id: string; startsOn: string; endsOn: string | null; note: string; approvedBy: string }
  provider: string
  isOver: boolean
  fault: FormFault | undefined
}

export function ApprovalLine({
  approval: { id, startsOn, endsOn, note, approvedBy },
  provider,
  isOver,
  fault,
}: ApprovalLineProps) {
  return (
    <li className="grid gap-1">
      <p>
        {endsOn ? (
          <>
            From <Time value={startsOn} zone="UTC" /> until <Time value={endsOn} zone="UTC" />
          </>
        ) : (
          <>
            From <Time value={startsOn} zone="UTC" /> on
          </>
        )}
        <span className="text-ink-muted text-sm">
          {' '}
          · approved by {approvedBy || 'somebody who has left'}
          {note && <span className="wrap-anywhere">: {note}</span>}
        </span>
      </p>
      {!isOver && <EndIt id={id} provider={provider} fault={fault} />}
    </li>
  )
}

function EndIt({ id, provider, fault }: { id: string; provider: string; fault: FormFault | undefined }) {
  return (
    <details open={fault !== undefined}>
      <summary className="text-primary text-sm">
        End it<span className="sr-only">: {provider}</span>
      </summary>
      <Form method="post" className="mt-2 flex flex-wrap items-end gap-4">
        <input type="hidden" name="approval" value={id} />
        <DateField id={`${id}-lastDay`} name="lastDay" label="Its last day" errors={fault?.errors.lastDay} required />
        <Button name="intent" value="end" variant="secondary">
          End this approval
        </Button>
      </Form>
    </details>
  )
}
