import { Form } from 'react-router'
import type { ShownCohort } from '#app/features/enrolment/view-enrolment.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { formatTime } from '#app/ui/time.tsx'

/** Asks to go over to another cohort of the course. */
export function Transfer({ cohort, fault }: { cohort: ShownCohort; fault: FormFault | undefined }) {
  const { id, targets, wishedFor } = cohort
  if (wishedFor)
    return (
      <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <input type="hidden" name="cohort" value={id} />
        <span>You have asked to go over to {wishedFor}.</span>
        <Button variant="quiet" name="intent" value="take-wish-back">
          Take this back<span className="sr-only">: {wishedFor}</span>
        </Button>
      </Form>
    )
  if (targets.length === 0) return null
  const field = (name: string) => ({
    id: `${name}-other-${id}`,
    ...fieldsIn(fault)(name),
    required: true,
  })
  return (
    <Folded title="Ask to go over to another cohort" isOpen={fault !== undefined}>
      <Form method="post" className="grid max-w-form gap-4">
        <input type="hidden" name="cohort" value={id} />
        <p>
          Your work, your attendance and your extensions stay yours. The deadlines and live sessions of the other cohort
          hold from then on; a session that you attended here counts for the same one there.
        </p>
        <SelectField
          {...field('to')}
          label="To which cohort"
          placeholder="Choose"
          options={targets.map(({ id: value, name, startsOn }) => ({
            value,
            label: `${name}, from ${formatTime(startsOn, 'UTC')}`,
          }))}
        />
        <TextArea {...field('reason')} label="Reason" hint="Only training leads read it." rows={3} />
        <div>
          <Button variant="secondary" name="intent" value="ask-transfer">
            Ask to go over
          </Button>
        </div>
      </Form>
    </Folded>
  )
}
