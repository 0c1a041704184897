import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import { TextArea } from '#app/ui/text-area.tsx'

/** What was written so far, by item or by turn; only a panel is asked why. */
export type ReasonsSoFar = Readonly<Record<string, string>> | undefined

export function ReasonField({ subject, label, reasons }: { subject: string; label: string; reasons: ReasonsSoFar }) {
  if (!reasons) return null
  return (
    <div className="max-w-measure">
      <TextArea
        name={keyedField.reason(subject)}
        label={label}
        hint="In a sentence or two. Trainees read it without your name."
        defaultValue={reasons[subject] ?? ''}
        rows={2}
        maxLength={2_000}
      />
    </div>
  )
}
