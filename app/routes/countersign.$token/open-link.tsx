import { MailboxHint } from '#app/features/notices/mailbox-hint.tsx'
import { CODE_FIELD } from '#app/features/portfolio/answer-fields.ts'
import { AnswerForm } from '#app/features/portfolio/answer-form.tsx'
import type { LinkView } from '#app/features/portfolio/countersign-link.server.ts'
import { requestTitle } from '#app/features/portfolio/request-facts.tsx'
import { RequestStanding } from '#app/features/portfolio/request-standing.tsx'
import type { StandingRequest } from '#app/features/portfolio/view-supervisees.server.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Time } from '#app/ui/time.tsx'
import { SendAnswers } from './send-answers.tsx'

type View = Omit<Extract<LinkView, { state: 'open' }>, 'requests'> & { requests: readonly StandingRequest[] }

export type OpenLinkProps = {
  token: string
  view: View
  fault: ScreenFault | undefined
  signedNow: number | undefined
  isCodeSent: boolean
  hasMailbox: boolean
}

/** What waits behind a link that works, to be answered; and what does not wait any more, with what became of it. */
export function OpenLink({ token, view, fault, signedNow, isCodeSent, hasMailbox }: OpenLinkProps) {
  const { requests, supervisorName, timeZone, expiresAt } = view
  const waiting = requests.filter(({ standing }) => standing === 'waiting')
  const asksForCode = !view.isSignedIn && (isCodeSent || view.hasCode || Boolean(fault?.errors[CODE_FIELD]))
  const over = requests.filter(({ standing }) => standing !== 'waiting')
  return (
    <>
      <PageHeader
        eyebrow={`For ${supervisorName}`}
        title={waiting.length > 0 ? 'Countersign' : 'Nothing waits behind this link any more'}
        lead={
          waiting.length > 0 ? (
            <>
              Please read each entry as it was put before you, and answer. The link works until{' '}
              <Time value={expiresAt} zone={timeZone} />.
            </>
          ) : (
            'This is what became of it. You need not do anything more.'
          )
        }
      />
      {waiting.length > 0 && (
        <AnswerForm
          requests={waiting}
          action={`/countersign/${token}`}
          fault={fault}
          signedNow={signedNow}
          endsWithCode={asksForCode}
        >
          <SendAnswers token={token} view={view} fault={fault} isCodeSent={isCodeSent} asksForCode={asksForCode} />
          {hasMailbox && isCodeSent && <MailboxHint />}
        </AnswerForm>
      )}
      {over.length > 0 && <NotWaiting requests={over} timeZone={timeZone} hasOthers={waiting.length > 0} />}
    </>
  )
}

type NotWaitingProps = { requests: readonly StandingRequest[]; timeZone: string; hasOthers: boolean }

function NotWaiting({ requests, timeZone, hasOthers }: NotWaitingProps) {
  return (
    <section aria-labelledby="not-waiting" className={hasOthers ? 'mt-section' : ''}>
      <h2 id="not-waiting" className="mb-3 text-xl">
        {hasOthers ? 'These do not wait any more' : 'What became of each entry'}
      </h2>
      <ul className="grid border-line border-b">
        {requests.map((request) => (
          <li
            key={request.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-t py-3"
          >
            <span>
              {requestTitle(request)}
              <span className="block text-ink-muted text-sm">{request.ownerName}</span>
            </span>
            <RequestStanding {...request} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  )
}
