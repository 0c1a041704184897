import { GIVE_BACK_REASONS } from '#app/domain/give-back.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

/** Two steps, and both work without scripts. The queue takes it, as it does what was not begun. */
export function GiveBack({ code }: { code: string }) {
  return (
    <details className="mt-12 border-line border-t pt-4">
      <summary className="min-h-8 text-primary">Give this script back</summary>
      <form method="post" action="/marking" className="mt-3 grid max-w-form gap-4">
        <input type="hidden" name="code" value={code} />
        <p className="max-w-measure">
          It goes back into the queue for somebody else, and what you have filled in here is removed for good.
        </p>
        <SelectField
          name="reason"
          label="Why?"
          hint="Where you recognise it, nothing of the same person comes to you from then on. You are not told who it is."
          options={Object.entries(GIVE_BACK_REASONS).map(([value, { text }]) => ({ value, label: text }))}
        />
        <div>
          <Button variant="danger" name="intent" value="give-back">
            Give it back and remove my draft
          </Button>
        </div>
      </form>
    </details>
  )
}
