import type { ApplyingPage } from '#app/features/pathway/apply.server.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type ApplyFormProps = { gaps: ApplyingPage['gaps']; fault: ScreenFault | undefined }

/** To apply when everything is met, or earlier: then the gaps are named before it is sent, and staff see them too. */
export function ApplyForm({ gaps, fault: given }: ApplyFormProps) {
  const fault = given?.values.intent === 'apply' ? given : undefined
  return (
    <section aria-labelledby="apply" className="grid max-w-form gap-5">
      <h2 id="apply" className="text-2xl">
        Apply
      </h2>
      {gaps.length === 0 ? (
        <Notice kind="positive" title="Everything that the pathway asks for is there" />
      ) : (
        <Notice
          kind="caution"
          title={gaps.length === 1 ? 'One requirement is open' : `${gaps.length} requirements are open`}
        >
          <p>You can apply all the same. Staff see what is open; some of it may be theirs to check.</p>
          <ul className="list-disc ps-5">
            {gaps.map(({ id, title, missing }) => (
              <li key={id}>
                {title}
                {missing.length > 0 && <span className="text-ink-muted">: {missing.join('; ')}</span>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" className="grid gap-5">
        <FieldError id="apply" errors={fault?.errors['']} />
        <IdentifierReview fault={fault} />
        <TextArea
          name="text"
          id="text-apply"
          label="Anything that staff should know"
          hint="For example why a requirement is open. No detail of a patient."
          rows={5}
          maxLength={5000}
          defaultValue={[fault?.values.text ?? ''].flat()[0]}
          errors={fault?.errors.text}
        />
        <CheckboxField
          name="confirmed"
          label="What I hand in is true, and the work is my own."
          errors={fault?.errors.confirmed}
          required
        />
        <div>
          <Button name="intent" value="apply">
            Hand in this application
          </Button>
        </div>
      </form>
    </section>
  )
}
