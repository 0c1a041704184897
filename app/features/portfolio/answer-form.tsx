import type { ReactNode } from 'react'
import { Form } from 'react-router'
import type { CountersignRequest } from '#app/db/countersigning.server.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { CameBack } from '#app/ui/came-back.tsx'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import './answer-form.css'
import { answerField, reasonField, SIGN_THE_REST } from './answer-fields.ts'
import { RequestFacts, requestTitle } from './request-facts.tsx'

type AnswerFormProps = {
  /** Keeps what is chosen and written while it is not sent: for whoever has an account. */
  kept?: ReactNode
  /** What waits, supervisee by supervisee. */
  requests: readonly CountersignRequest[]
  action: string
  /** What came back: everything chosen and typed is kept. */
  fault: ScreenFault | undefined
  /** For how many entries "Sign it" was just chosen at once; undefined when nobody asked for that. */
  signedNow: number | undefined
  /** A code is typed in last: Enter in it sends. Without one, Enter on an answer must not sign. */
  endsWithCode: boolean
  /** Below the entries: how the answers are sent. */
  children: ReactNode
}

/** Every entry that waits with its answer, sent together. Nothing is chosen at first, so that no signature is given by oversight. */
export function AnswerForm({ kept, requests, action, fault, signedNow, endsWithCode, children }: AnswerFormProps) {
  const owners = [...new Map(requests.map(({ ownerId, ownerName }) => [ownerId, ownerName]))]
  return (
    <Form method="post" action={action} noValidate className="grid gap-10">
      {endsWithCode ? <button type="submit" name="intent" value="answer" hidden /> : <EnterSendsNothing />}
      {kept}
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
              <RequestAnswer key={request.id} request={request} fault={fault} />
            ))}
        </section>
      ))}
      {requests.length > 1 && <SignTheRest signedNow={signedNow} />}
      {children}
    </Form>
  )
}

/** Below the entries: whoever has read them leaves no answer that they gave behind by it. */
function SignTheRest({ signedNow }: Pick<AnswerFormProps, 'signedNow'>) {
  return (
    <div className="grid justify-items-start gap-3">
      {signedNow !== undefined && (
        <CameBack title={restSignedWords(signedNow)}>
          Every other answer is as you chose it. Nothing is sent yet.
        </CameBack>
      )}
      <Button variant="secondary" name="intent" value={SIGN_THE_REST}>
        Choose “Sign it” for all that are on “Later”
      </Button>
    </div>
  )
}

const restSignedWords = (count: number) =>
  count === 0
    ? 'No entry was on “Later”'
    : inNumber(count, {
        one: '“Sign it” is chosen for 1 more entry',
        other: '“Sign it” is chosen for {n} more entries',
      })

type RequestAnswerProps = { request: CountersignRequest; fault: FormFault | undefined }

function RequestAnswer({ request, fault }: RequestAnswerProps) {
  const { id } = request
  const title = requestTitle(request)
  const chosen = typedIn(fault, answerField(id))
  return (
    <article
      id={`request-${id}`}
      aria-label={title}
      className="answer grid gap-4 rounded-lg border border-line bg-surface p-4 sm:p-6"
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
      <Reason request={request} title={title} fault={fault} />
    </article>
  )
}

const CHOICES = [
  { value: 'signed', label: 'Sign it' },
  { value: 'correction-asked', label: 'Ask for a correction' },
  { value: 'refused', label: 'Refuse it' },
  { value: '', label: 'Later' },
]

type ReasonProps = RequestAnswerProps & { title: string }

/** There as soon as the answer needs one, and while something stands in it or against it. */
function Reason({ request: { id }, title, fault }: ReasonProps) {
  const name = reasonField(id)
  return (
    <div className="answer-reason">
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
        placeholder=" "
        defaultValue={typedIn(fault, name)}
        errors={fault?.errors[name]}
      />
    </div>
  )
}
