import type { EvaluatedPart } from '#app/domain/pathway/evaluated.ts'
import { amountWords, measureWords, stillNeeded } from '#app/domain/pathway/wording.ts'
import { routesByLength } from './treatment-routes.tsx'

/** How far each treatment of the shortest route is, minimum by minimum; and in a line what every other route would still need. */
export function TreatmentGlance({ part }: { part: EvaluatedPart }) {
  const [shortest, ...others] = routesByLength(part)
  if (!shortest) return null
  return (
    <div className="mt-3 grid gap-4">
      <p className="text-sm">
        {shortest.state === 'met' ? 'Complete' : 'The shortest way'}: <strong>{shortest.title}</strong>
      </p>
      <ul className="grid gap-4">
        {shortest.children
          .filter(({ kind }) => kind === 'treatment')
          .map((treatment) => (
            <li key={treatment.id} className="grid gap-1.5">
              <p className="font-medium text-sm">{treatment.title}</p>
              <dl className="grid grid-cols-2 gap-x-5 gap-y-2 lg:grid-cols-4">
                {treatment.children.map((minimum) => (
                  <MinimumMeter key={minimum.id} minimum={minimum} of={treatment.title} />
                ))}
              </dl>
            </li>
          ))}
      </ul>
      {shortest.state !== 'met' && others.length > 0 && (
        <ul className="grid gap-1 text-ink-muted text-sm">
          {others.map((route) => (
            <li key={route.id}>
              <strong className="font-medium text-ink">{route.title}</strong>, {needsOf(route)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const needsOf = ({ totals = [], remainingHours }: EvaluatedPart) =>
  `about ${amountWords(Math.round(remainingHours))} hours of work. ${totals.flatMap((total) => stillNeeded(total) ?? []).join(' · ')}`

function MinimumMeter({ minimum, of }: { minimum: EvaluatedPart; of: string }) {
  const { title, have, need } = minimum
  return (
    <div className="grid min-w-0 content-end gap-1">
      <dt className="text-ink-muted text-xs">{title}</dt>
      <dd className="grid gap-1 text-sm tabular-nums">
        {measureWords(minimum)}
        <progress aria-label={`${title}, ${of}`} value={Math.min(have, need)} max={need} className="meter" />
      </dd>
    </div>
  )
}
