import { Form } from 'react-router'
import type { CaseSession } from '#app/domain/portfolio/entry.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { Time } from '#app/ui/time.tsx'

type SessionListProps = { sessions: readonly CaseSession[]; version: number; fault: FormFault | undefined }

/** Every session with its number; what was entered by mistake is ticked and taken out. */
export function SessionList({ sessions, version, fault }: SessionListProps) {
  if (sessions.length === 0) return <p className="text-ink-muted">None yet. The first day can be added above.</p>
  const ticked = new Set([fault?.values.session ?? []].flat())
  return (
    <Form method="post" className="grid gap-4">
      <input type="hidden" name="seenVersion" value={version} />
      <ol className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {sessions.map(({ on, minutes }, index) => (
          <li key={on} className="border-line border-b">
            <label className="flex min-h-target items-center gap-3">
              <input
                type="checkbox"
                name="session"
                value={on}
                defaultChecked={ticked.has(on)}
                className="choice print:hidden"
              />
              <span className="w-6 text-ink-muted text-sm tabular-nums">{index + 1}</span>
              <Time value={on} zone="UTC" />
              <span className="ms-auto text-ink-muted text-sm tabular-nums">{minutes} min</span>
            </label>
          </li>
        ))}
      </ol>
      <FieldError id="session" errors={fault && Object.values(fault.errors).flat()} />
      <div>
        <Button variant="secondary" name="intent" value="take-sessions-out">
          Take out those ticked
        </Button>
      </div>
    </Form>
  )
}
