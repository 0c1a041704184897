import { CODE_FIELD } from '#app/features/portfolio/answer-fields.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { OpenLinkProps } from './open-link.tsx'

type SendAnswersProps = Omit<OpenLinkProps, 'hasMailbox' | 'signedNow'> & { asksForCode: boolean }

const KEPT = 'What you sign is kept with your name and the day, and cannot be changed.'

/** Signed in, the answers are sent at once; by the link alone, first a code is mailed, and typed in here. */
export function SendAnswers({ token, view, fault, isCodeSent, asksForCode }: SendAnswersProps) {
  const { isSignedIn, maskedEmail } = view
  if (isSignedIn)
    return (
      <div className="grid justify-items-start gap-3">
        <Button name="intent" value="answer">
          Send my answers
        </Button>
        <p className="text-ink-muted text-sm">{KEPT}</p>
      </div>
    )
  return (
    <section
      id="send"
      aria-label="Send your answers"
      className="grid justify-items-start gap-4 border-line border-t pt-8"
    >
      {asksForCode ? (
        <Code isCodeSent={isCodeSent} maskedEmail={maskedEmail} fault={fault} />
      ) : (
        <p className="max-w-measure">
          To sign, you need a code, so that nobody signs who only has this link. We send it to {maskedEmail}; what you
          have chosen stays here.
        </p>
      )}
      <Button
        name="intent"
        value="code"
        variant={asksForCode ? 'quiet' : 'primary'}
        formAction={`/countersign/${token}#send`}
      >
        {asksForCode ? 'Send another code' : 'Send me a code'}
      </Button>
      <p className="text-ink-muted text-sm">
        {KEPT} You can also <a href={`/sign-in?next=/countersign/${token}`}>sign in</a>, which needs no code.
      </p>
    </section>
  )
}

type CodeProps = Pick<SendAnswersProps, 'isCodeSent' | 'fault'> & { maskedEmail: string }

function Code({ isCodeSent, maskedEmail, fault }: CodeProps) {
  return (
    <>
      <TextField
        name={CODE_FIELD}
        label="Code"
        hint={
          isCodeSent
            ? `We have sent six digits to ${maskedEmail}. They work for 15 minutes.`
            : `The six digits that were sent last to ${maskedEmail}.`
        }
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        className="max-w-40 tabular-nums tracking-widest"
        errors={fault?.errors[CODE_FIELD]}
        autoFocus={isCodeSent}
      />
      <Button name="intent" value="answer">
        Send my answers
      </Button>
    </>
  )
}
