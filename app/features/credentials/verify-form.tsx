import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type VerifyFormProps = { typed?: string; fault?: string | undefined; label?: string }

/** Asks for a certificate's number; works on every page and without an account. */
export function VerifyForm({ typed = '', fault, label = 'Certificate number' }: VerifyFormProps) {
  return (
    <form method="get" action="/verify" className="grid max-w-form gap-4">
      <TextField
        name="number"
        label={label}
        hint="It begins with STN. Dashes, spaces and capitals do not matter."
        errors={fault ? [fault] : undefined}
        defaultValue={typed}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={300}
        className="tabular-nums"
      />
      <div>
        <Button>Verify</Button>
      </div>
    </form>
  )
}
