import type { CohortMarkingView } from '#app/features/marking/view-cohort-marking.server.ts'
import { controlAttributes, FieldError } from '#app/ui/field.tsx'
import type { PolicyField } from './policy-values.ts'

type PolicyMarkersProps = { markers: CohortMarkingView['markers']; field: PolicyField }

/** Each marker with a weight of their own, which counts where the marker is ticked. */
export function PolicyMarkers({ markers, field }: PolicyMarkersProps) {
  return (
    <fieldset id="marker" tabIndex={-1} className="grid min-w-0 gap-3">
      <legend className="mb-1.5 font-serif text-lg">Markers</legend>
      <p className="max-w-measure text-ink-muted text-sm">
        Tick nobody to let every training lead mark. Weights say who gets how large a share of what is allocated by
        weights. A third marker may be anybody.
      </p>
      <FieldError id="markers" errors={field.errors('markers')} />
      {markers.map(({ userId, name }) => {
        const weight = `weight-${userId}`
        const errors = field.errors(weight)
        return (
          <div key={userId} className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <label className="flex min-h-target min-w-0 flex-1 items-center gap-3">
              <input
                type="checkbox"
                name="marker"
                value={userId}
                defaultChecked={field.markers.includes(userId)}
                className="choice"
              />
              <span className="wrap-anywhere">{name}</span>
            </label>
            <label className="flex items-center gap-3">
              <span className="text-ink-muted text-sm">
                Weight<span className="sr-only"> of {name}</span>
              </span>
              <input
                {...controlAttributes({ id: weight, errors })}
                name={weight}
                inputMode="numeric"
                defaultValue={field.value(weight) || '1'}
                className="control max-w-20"
              />
            </label>
            <FieldError id={weight} errors={errors} />
          </div>
        )
      })}
    </fieldset>
  )
}
