import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { CountersignRequest } from '#app/db/countersigning.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { answerField, reasonField } from './answer-fields.ts'
import { RequestFacts, requestTitle } from './request-facts.tsx'

type AnswerFormProps = {
  /** What waits, supervisee by supervisee. */
  requests: readonly CountersignRequest[]
  action: string
  /** What came back: everything chosen and typed is kept. */
  fault: ScreenFault | undefined
  /** Every entry is chosen to be signed at first. */
  signsAll: boolean
  /** Without a code, which is typed in last: then Enter on an answer must not sign. */
  isSentAtOnce: boolean
  /** Below the entries: how the answers are sent. */
  children: ReactNode
}

/** Every entry that waits with its answer, sent together. Nothing is chosen at first, so that no signature is given by oversight. */
export function AnswerForm({ requests, action, fault, signsAll, isSentAtOnce, children }: AnswerFormProps) {
  const owners = [...new Map(requests.map(({ ownerId, ownerName }) => [ownerId, ownerName]))]
  return (
    <Form method="post" action={action} noValidate className="grid gap-10">
      {isSentAtOnce && <EnterSendsNothing />}
      <ErrorSummary errors={errorsOf(fault)} title="Nothing was sent yet" />
      <IdentifierReview fault={fault} />
      {owners.map(([ownerId, name]) => (
        <section key={ownerId} aria-labelledby={`of-${ownerId}`} className="grid gap-6">
          <h2 id={`of-${ownerId}`} className="text-2xl">
            {name}
          </h2>
          {requests
            .filter((request) => request.ownerId === ownerId)
            .map((request) => (
              <RequestAnswer key={request.id} request={request} fault={fault} signsAll={signsAll} />
            ))}
        </section>
      ))}
      {children}
    </Form>
  )
}

type RequestAnswerProps = { request: CountersignRequest; fault: FormFault | undefined; signsAll: boolean }

function RequestAnswer({ request, fault, signsAll }: RequestAnswerProps) {
  const { id } = request
  const title = requestTitle(request)
  const chosen = fault ? typedIn(fault, answerField(id)) : signsAll ? 'signed' : ''
  return (
    <article
      id={`request-${id}`}
      aria-label={title}
      className="grid gap-4 rounded-lg border border-line bg-surface p-4 sm:p-6"
    >
      <h3 className="text-xl">{title}</h3>
      <RequestFacts {...request} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">
          Your answer<span className="sr-only"> to {title}</span>
        </legend>
        <div className="grid sm:flex sm:flex-wrap sm:gap-x-8">
          {CHOICES.map(({ value, label }) => (
            <label key={value} className="flex min-h-target items-center gap-3">
              <input
                type="radio"
                className="choice"
                name={answerField(id)}
                value={value}
                defaultChecked={chosen === value}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <Reason
        request={request}
        title={title}
        fault={fault}
        isOpen={chosen === 'refused' || chosen === 'correction-asked'}
      />
    </article>
  )
}

const CHOICES = [
  { value: 'signed', label: 'Sign it' },
  { value: 'correction-asked', label: 'Ask for a correction' },
  { value: 'refused', label: 'Refuse it' },
  { value: '', label: 'Later' },
]

type ReasonProps = { request: CountersignRequest; title: string; fault: FormFault | undefined; isOpen: boolean }

/** Closed while somebody signs one entry after the other; open where something stands in it or against it. */
function Reason({ request: { id }, title, fault, isOpen }: ReasonProps) {
  const name = reasonField(id)
  const text = fault ? typedIn(fault, name) : ''
  return (
    <details open={isOpen || text !== ''}>
      <summary className="text-primary text-sm">
        Reason, for a correction or a refusal<span className="sr-only"> of {title}</span>
      </summary>
      <div className="mt-3">
        <TextArea
          name={name}
          label={
            <>
              Reason<span className="sr-only"> for {title}</span>
            </>
          }
          hint="The supervisee reads it. Name no patient."
          rows={3}
          maxLength={1000}
          defaultValue={text}
          errors={fault?.errors[name]}
        />
      </div>
    </details>
  )
}
