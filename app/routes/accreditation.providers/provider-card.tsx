import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import type { ManagedProvider } from '#app/features/accreditation/manage-providers.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf } from '#app/http/form-errors.ts'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ApprovalFields } from './approval-fields.tsx'
import { ApprovalLine } from './approval-line.tsx'

type ProviderCardProps = {
  provider: ManagedProvider
  today: string
  fault: FormFault | undefined
  endFault: FormFault | undefined
}

export function ProviderCard({ provider, today, fault, endFault }: ProviderCardProps) {
  const { id, name, approvals, trainings, isAskedFor, isDeclined, askedBy } = provider
  return (
    <li className="grid gap-3 border-line border-t py-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="text-xl wrap-anywhere">{name}</h3>
        {isAskedFor && !isDeclined && <Tag tone="caution">Asked for by {askedBy ?? 'a trainee'}</Tag>}
        {isDeclined && <Tag>Not approved</Tag>}
        <span className="text-ink-muted text-sm">
          {inNumber(trainings, { one: '1 training entered', other: '{n} trainings entered' })}
        </span>
      </div>
      <ul className="grid gap-2">
        {approvals.map((approval) => (
          <ApprovalLine
            key={approval.id}
            approval={approval}
            provider={name}
            isOver={approval.endsOn !== null && approval.endsOn < today}
            fault={endFault?.values.approval === approval.id ? endFault : undefined}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-start gap-3">
        <details open={fault !== undefined} className="min-w-0 open:basis-full">
          <summary className={buttonClass('secondary')}>
            Approve for further days<span className="sr-only">: {name}</span>
          </summary>
          <Form method="post" className="mt-4 grid gap-6">
            <ErrorSummary
              errors={errorsOf(fault).map(({ id: field, message }) => ({ id: `${id}-${field}`, message }))}
            />
            <input type="hidden" name="provider" value={id} />
            <ApprovalFields prefix={`${id}-`} fault={fault} />
            <div>
              <Button name="intent" value="approve">
                Approve
              </Button>
            </div>
          </Form>
        </details>
        {isAskedFor && !isDeclined && (
          <Form method="post">
            <input type="hidden" name="provider" value={id} />
            <Button name="intent" value="decline" variant="quiet">
              Leave it out<span className="sr-only">: {name}</span>
            </Button>
          </Form>
        )}
      </div>
    </li>
  )
}
