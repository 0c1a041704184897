import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type AtATimeProps = {
  id: string
  /** What the form asks for with a time, and without. */
  intents: readonly [later: string, never: string]
  timeZone: string
  fault: { at: string; errors: readonly string[] | undefined } | undefined
}

/** Opens by itself where its time has to be put right. */
export function AtATime({ id, intents: [later, never], timeZone, fault }: AtATimeProps) {
  return (
    <details open={Boolean(fault)}>
      <summary className="min-h-8 text-primary">At a time</summary>
      <div className="mt-3 grid justify-items-start gap-3">
        <TextField
          id={`${id}-at`}
          name="at"
          type="datetime-local"
          label="When"
          hint={`In the time of ${timeZone}, as in your settings.`}
          defaultValue={fault?.at}
          errors={fault?.errors}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" name="intent" value={later}>
            Release then
          </Button>
          <Button variant="quiet" name="intent" value={never}>
            Take the time away
          </Button>
        </div>
      </div>
    </details>
  )
}
