import type { EvaluatedPart } from '#app/domain/pathway/evaluated.ts'
import { measureWords, stillNeeded } from '#app/domain/pathway/wording.ts'
import { hrefOfTarget } from '#app/features/pathway/target.ts'
import { Status, Tag } from '#app/ui/tag.tsx'
import { EvidenceLists } from './evidence-lists.tsx'

type RoutesProps = { part: EvaluatedPart; reflectionIds: readonly string[] }

export const routesByLength = ({ children }: EvaluatedPart): EvaluatedPart[] =>
  [...children].sort(
    (a, b) => Number(b.isShortest ?? false) - Number(a.isShortest ?? false) || a.remainingHours - b.remainingHours,
  )

/** The routes on which treatments can be completed, the shortest first, each with what it still needs. */
export function Routes({ part, reflectionIds }: RoutesProps) {
  return (
    <ul className="grid">
      {routesByLength(part).map((route) => (
        <li key={route.id} className="border-line border-t">
          <details open={route.isShortest}>
            <summary className="min-h-target space-x-2 py-2">
              <span className="font-medium">{route.title}</span>
              {route.isShortest && route.state !== 'met' && <Tag tone="primary">The shortest way</Tag>}
              <span className="text-ink-muted text-sm tabular-nums">{measureWords(route)}</span>
            </summary>
            <div className="grid gap-5 pb-5">
              <RouteNeeds route={route} />
              {route.children.map((treatment) => (
                <Treatment key={treatment.id} treatment={treatment} reflectionIds={reflectionIds} />
              ))}
              <EvidenceLists part={{ counted: [], notCounted: route.notCounted }} reflectionIds={reflectionIds} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  )
}

function RouteNeeds({ route }: { route: EvaluatedPart }) {
  const needs = (route.totals ?? []).flatMap((total) => stillNeeded(total) ?? [])
  if (route.state === 'met') return <p>Nothing is missing on this route.</p>
  const besides = route.children.filter(({ kind }) => kind === 'minimum').flatMap(({ missing }) => missing)
  return <p>{[...needs, ...besides].join(' · ')}.</p>
}

/** A treatment with its minima; or something that the treatments of a route need together. */
function Treatment({ treatment, reflectionIds }: { treatment: EvaluatedPart; reflectionIds: readonly string[] }) {
  const { title, state, children, caseId, next } = treatment
  return (
    <div className="grid gap-2 border-line border-s-2 ps-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{caseId ? <a href={`/portfolio/cases/${caseId}`}>{title}</a> : title}</span>
        <Status status={state} />
        {children.length === 0 && <span className="text-ink-muted text-sm">{measureWords(treatment)}</span>}
      </p>
      {children.length === 0 && <EvidenceLists part={treatment} reflectionIds={reflectionIds} />}
      {caseId
        ? children.map((minimum) => <Minimum key={minimum.id} minimum={minimum} reflectionIds={reflectionIds} />)
        : next?.target && (
            <p>
              <a href={hrefOfTarget(next.target)}>{next.text}</a>
            </p>
          )}
    </div>
  )
}

function Minimum({ minimum, reflectionIds }: { minimum: EvaluatedPart; reflectionIds: readonly string[] }) {
  const { title, counted, notCounted, state, next } = minimum
  return (
    <details>
      <summary className="py-1">
        {title}: <span className="tabular-nums">{measureWords(minimum)}</span>
        {notCounted.length > 0 && <span className="text-ink-muted">, {notCounted.length} not counted</span>}
      </summary>
      <div className="grid gap-3 py-2 ps-5">
        {counted.length + notCounted.length === 0 && <p className="text-ink-muted">Nothing yet.</p>}
        <EvidenceLists part={minimum} reflectionIds={reflectionIds} />
        {state !== 'met' && next?.target && (
          <p>
            <a href={hrefOfTarget(next.target)}>{next.text}</a>
          </p>
        )}
      </div>
    </details>
  )
}
