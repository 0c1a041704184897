import { Form } from 'react-router'
import { localTimeAt } from '#app/domain/wall-clock.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type Vignette = { slug: string; title: string; dueAt: string | null }
type DeadlinesProps = { vignettes: readonly Vignette[]; timeZone: string; fault: FormFault | undefined }

export function Deadlines({ vignettes, timeZone, fault }: DeadlinesProps) {
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines" className="mb-2 text-2xl">
        Deadlines
      </h2>
      <p className="mb-6 max-w-measure text-ink-muted">
        The last moment at which this cohort’s trainees can hand in an answer. Times are those of {zoneName(timeZone)},
        as in your settings; trainees see them in their own. Somebody in several cohorts has the latest of their
        deadlines.
      </p>
      {vignettes.length === 0 && <p>This course has no vignette, so there is nothing to hand in.</p>}
      {vignettes.map((vignette) => (
        <Deadline
          key={vignette.slug}
          vignette={vignette}
          timeZone={timeZone}
          fault={fault?.values.vignette === vignette.slug ? fault : undefined}
        />
      ))}
    </section>
  )
}

function Deadline({
  vignette,
  timeZone,
  fault,
}: {
  vignette: Vignette
  timeZone: string
  fault: FormFault | undefined
}) {
  const { slug, title, dueAt } = vignette
  const typed = fault?.values.dueAt
  const current = dueAt ? localTimeAt(new Date(dueAt), timeZone) : ''
  return (
    <Form method="post" className="flex flex-wrap items-end gap-3 border-line border-t py-4">
      <input type="hidden" name="vignette" value={slug} />
      <div className="w-full sm:w-80">
        <TextField
          id={`due-${slug}`}
          name="dueAt"
          type="datetime-local"
          label={title}
          hint={dueAt ? undefined : 'No deadline'}
          defaultValue={typeof typed === 'string' ? typed : current}
          errors={fault?.errors.dueAt}
        />
      </div>
      <Button variant="secondary" name="intent" value="set-deadline">
        {dueAt ? 'Change' : 'Set'}
        <span className="sr-only"> the deadline of {title}</span>
      </Button>
      {dueAt && (
        <Button variant="quiet" name="intent" value="clear-deadline">
          Take away<span className="sr-only"> the deadline of {title}</span>
        </Button>
      )}
    </Form>
  )
}

/** `Europe/London` as a place: "Europe/London" is a code, "London" is what people say. */
const zoneName = (timeZone: string) => timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
