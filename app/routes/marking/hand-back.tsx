import { Form } from 'react-router'
import { GIVE_BACK_REASONS } from '#app/domain/give-back.ts'
import { scriptName } from '#app/domain/marking.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

/** Two steps, and both work without scripts. */
export function HandBack({ code }: { code: string }) {
  return (
    <details>
      <summary className="px-2 py-1 text-primary text-sm">
        Hand it back<span className="sr-only">, {scriptName(code)}</span>
      </summary>
      <Form method="post" className="mt-2 grid gap-3 px-2">
        <input type="hidden" name="code" value={code} />
        <SelectField
          id={`reason-${code}`}
          name="reason"
          label="Why?"
          options={Object.entries(GIVE_BACK_REASONS).map(([value, { text }]) => ({ value, label: text }))}
        />
        <div>
          <Button variant="secondary" name="intent" value="give-back">
            Hand it back<span className="sr-only">, {scriptName(code)}</span>
          </Button>
        </div>
      </Form>
    </details>
  )
}
