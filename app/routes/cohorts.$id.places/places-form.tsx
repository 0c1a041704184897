import { Form } from 'react-router'
import type { viewPlaces } from '#app/features/enrolment/manage-places.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, fieldsIn } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type PlacesFormProps = { cohort: Awaited<ReturnType<typeof viewPlaces>>; fault: FormFault | undefined }

export function PlacesForm({ cohort, fault }: PlacesFormProps) {
  const { places, joinFrom, joinUntil, offerHours } = cohort
  const field = fieldsIn(fault, {
    places: places?.toString() ?? '',
    joinFrom: joinFrom ?? '',
    joinUntil: joinUntil ?? '',
    offerHours: String(offerHours),
  })
  return (
    <section aria-labelledby="settings">
      <h2 id="settings" className="mb-4 text-2xl">
        How many, and who may come
      </h2>
      <Form method="post" className="grid max-w-form gap-6">
        <ErrorSummary errors={errorsOf(fault)} />
        <TextField
          {...field('places')}
          label="Places"
          hint="Leave empty where as many are taken as come. Nobody is sent away when you lower it."
          inputMode="numeric"
        />
        <DateField
          {...field('joinFrom')}
          label="People may join by themselves from"
          hint="Leave empty where only you bring people in."
        />
        <DateField {...field('joinUntil')} label="And until" hint="Leave empty for no last day." />
        <TextField
          {...field('offerHours')}
          label="Hours to decide on an offer"
          hint="So long a place is kept for whoever is next on the waiting list, and until a course that costs something is bought."
          inputMode="numeric"
          required
        />
        <div>
          <Button name="intent" value="set">
            Save
          </Button>
        </div>
      </Form>
    </section>
  )
}
