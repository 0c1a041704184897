import type { ReactNode } from 'react'
import { typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

/** Of several forms on a page, what is wrong with this one. */
export const faultOf = (fault: ScreenFault | undefined, intent: string) =>
  fault?.values.intent === intent ? fault : undefined
type DeskFormProps = {
  fault: ScreenFault | undefined
  intent: string
  button: ReactNode
  textHint: string
  isOptional?: boolean
  /** Keeps what is written while it is not sent. */
  kept: ReactNode
  children?: ReactNode
}

/** Everything that is done has a reason, which the holder reads. */
export function DeskForm({ intent, button, textHint, isOptional = false, kept, fault, children }: DeskFormProps) {
  return (
    <form method="post" className="grid max-w-form gap-5">
      {kept}
      <IdentifierReview fault={fault} />
      {children}
      <TextArea
        name="text"
        id={`text-${intent}`}
        label={isOptional ? 'What else there is to say' : 'Reason'}
        hint={textHint}
        rows={4}
        maxLength={2000}
        defaultValue={typedIn(fault, 'text')}
        errors={fault?.errors.text}
        required={!isOptional}
      />
      <div>{button}</div>
    </form>
  )
}
