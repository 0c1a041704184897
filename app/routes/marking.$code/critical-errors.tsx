import { markField } from '#app/domain/mark-form.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { Comment, type FilledForm, part } from './rating-sections.tsx'

type CriticalError = ShownRubric['criticalErrors'][number]

export function CriticalErrors({ errors, ...form }: FilledForm & { errors: readonly CriticalError[] }) {
  return (
    <section
      id="critical-errors"
      aria-labelledby="critical-errors-title"
      {...part('errors')}
      className="grid scroll-mt-32 gap-3"
    >
      <h3 id="critical-errors-title" className="text-xl">
        Critical errors
      </h3>
      <p className="text-ink-muted text-sm">Tick only what you saw. Each one needs a sentence that says where.</p>
      {errors.map(({ id, title, description }) => (
        <div key={id} className="group border-line border-t pt-3">
          <CheckboxField
            name={markField.error(id)}
            label={title}
            hint={description}
            defaultChecked={Boolean(form.fields[markField.error(id)])}
          />
          {/* Shown by the box itself, so also where no script runs. */}
          <div className="mt-2 ms-9 hidden group-has-checked:block">
            <Comment name={markField.errorWords(id)} label="Where you saw it" about={title} rows={2} {...form} />
          </div>
        </div>
      ))}
    </section>
  )
}
