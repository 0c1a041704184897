import { leavesOf } from '#app/domain/pathway/evaluated.ts'
import type { OpenRequirement } from '#app/domain/pathway/open-requirements.ts'
import { inNumber } from '#app/domain/wording.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { ApplyingPage } from '#app/features/pathway/view-applying.server.ts'
import { typedIn, wholeErrorsOf } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { Time } from '#app/ui/time.tsx'
import { OpenRequirements } from './open-requirements.tsx'

type Faulty = { fault: ScreenFault | undefined }

/** To apply when everything is met, or earlier: then the gaps are named before it is sent, and staff see them too. */
export function ApplyForm({ gaps, fee, fault }: Faulty & Pick<ApplyingPage, 'gaps' | 'fee'>) {
  return (
    <section aria-labelledby="apply" className="grid max-w-form gap-5">
      <h2 id="apply" className="text-2xl">
        Apply
      </h2>
      <Gaps gaps={gaps} met="Everything that the pathway asks for is there" />
      <FeeWords fee={fee} />
      <HandInForm intent="apply" button="Hand in this application" fault={fault} />
    </section>
  )
}

/** To go on with a status: judged by what its renewal asks for, on what was done since. */
export function RenewForm({ status, fault }: Faulty & { status: ApplyingPage['statuses'][number] }) {
  const { id, title, renewal, fee, wouldHoldUntil, graceUntil } = status
  const gaps = renewal ? leavesOf(renewal.requirements).filter(({ state }) => state !== 'met') : []
  return (
    <section aria-labelledby={`renew-${id}`} className="grid max-w-form gap-5">
      <h2 id={`renew-${id}`} className="text-2xl">
        Renew {title}
      </h2>
      <p>
        Renewed, it holds until <Time value={wouldHoldUntil} zone="UTC" />, however early you apply. You can do so until{' '}
        <Time value={graceUntil} zone="UTC" />; what is handed in by then is decided, however long that takes.
      </p>
      <Gaps gaps={gaps} met="Everything that the renewal asks for is there" />
      <FeeWords fee={fee} />
      <HandInForm intent="renew" status={id} button="Hand in the renewal" fault={fault} />
    </section>
  )
}

const FeeWords = ({ fee }: { fee: string | undefined }) =>
  fee && (
    <p>
      The fee is {fee}. You pay it when you have handed in: nothing that you wrote waits for your bank, and nothing is
      decided before it has come.
    </p>
  )

function Gaps({ gaps, met }: { gaps: readonly OpenRequirement[]; met: string }) {
  if (gaps.length === 0) return <Notice kind="positive" title={met} />
  return (
    <>
      <Notice
        kind="caution"
        title={inNumber(gaps.length, { one: 'One requirement is open', other: '{n} requirements are open' })}
      >
        <p>You can apply all the same. Staff see what is open.</p>
      </Notice>
      <OpenRequirements gaps={gaps} />
    </>
  )
}

type HandInFormProps = Faulty & { intent: 'apply' | 'renew'; status?: string; button: string }

function HandInForm({ intent, status, button, fault: given }: HandInFormProps) {
  const isMine = given?.values.intent === intent && (!status || given.values.status === status)
  const fault = isMine ? given : undefined
  return (
    <form method="post" className="grid gap-5">
      <KeptForm form="own-application" subject={status ? `${intent}.${status}` : intent} />
      <ErrorSummary errors={wholeErrorsOf(fault)} title="Nothing was sent" />
      <IdentifierReview fault={fault} />
      {status && <input type="hidden" name="status" value={status} />}
      <TextArea
        name="text"
        id={`text-${intent}`}
        label="Anything that staff should know"
        hint="For example why a requirement is open. No detail of a patient."
        rows={5}
        maxLength={5000}
        defaultValue={typedIn(fault, 'text')}
        errors={fault?.errors.text}
      />
      <CheckboxField
        name="confirmed"
        id={`confirmed-${intent}`}
        label="What I hand in is true, and the work is my own."
        errors={fault?.errors.confirmed}
        data-not-kept
        required
      />
      <div>
        <Button name="intent" value={intent}>
          {button}
        </Button>
      </div>
    </form>
  )
}
