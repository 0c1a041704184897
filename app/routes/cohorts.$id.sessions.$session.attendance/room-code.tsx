import { Form } from 'react-router'
import type { AttendanceView } from '#app/features/cohorts/view-attendance.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Time } from '#app/ui/time.tsx'

type RoomCodeProps = {
  view: Pick<AttendanceView, 'code' | 'codeEndsAt'>
  zone: string
  fault: FormFault | undefined
}

/** What is shown on the wall: trainees type it on their page of live sessions. */
export function RoomCode({ view: { code, codeEndsAt }, zone, fault }: RoomCodeProps) {
  return (
    <section aria-labelledby="code" className="grid gap-5">
      <h2 id="code" className="text-2xl">
        Code for the room
      </h2>
      {code && codeEndsAt ? (
        <>
          <p className="font-mono text-5xl tracking-widest">{code}</p>
          <p className="max-w-measure">
            Trainees type it under “Live sessions” in their learning. Good until{' '}
            <Time value={codeEndsAt} zone={zone} style="date-time" />.
          </p>
        </>
      ) : (
        <p className="max-w-measure text-ink-muted">
          Trainees who type it are recorded as present. What you record yourself stands above it.
        </p>
      )}
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <div className="w-full sm:w-64">
          <SelectField
            name="goodFor"
            label="Good for"
            options={[
              { value: '10', label: '10 minutes' },
              { value: '30', label: '30 minutes' },
              { value: 'session', label: 'The whole session' },
            ]}
            errors={fault?.errors.goodFor}
          />
        </div>
        <Button variant="secondary" name="intent" value="open-code">
          {code ? 'Show another code' : 'Show a code'}
        </Button>
        {code && (
          <Button variant="quiet" name="intent" value="close-code">
            Close the code
          </Button>
        )}
      </Form>
    </section>
  )
}
