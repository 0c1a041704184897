import type { MarkingPolicy } from '#app/domain/marking-policy.ts'
import type { CohortMarkingView } from '#app/features/marking/view-cohort-marking.server.ts'
import { formatTime } from '#app/ui/time.tsx'

type PolicyHistoryProps = Pick<CohortMarkingView, 'policies' | 'markers'> & { timeZone: string }

export function PolicyHistory({ policies, markers, timeZone }: PolicyHistoryProps) {
  if (policies.length === 0) return null
  const nameOf = (userId: string) => markers.find((marker) => marker.userId === userId)?.name ?? 'a former marker'
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-4 text-2xl">
        Versions
      </h2>
      <ol className="grid gap-5">
        {policies.map(({ version, policy, adoptedBy, adoptedAt }, place) => (
          <li key={version} className="border-line border-t pt-4">
            <h3 className="text-lg">
              Version {version}
              {place === 0 && ', in force'}
            </h3>
            <p className="text-ink-muted text-sm">
              Adopted by {adoptedBy} on {formatTime(adoptedAt, timeZone, 'date-time')}
            </p>
            <p className="mt-2 max-w-measure">{sentencesOf(policy, timeZone, nameOf).join(' ')}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function sentencesOf(policy: MarkingPolicy, timeZone: string, nameOf: (userId: string) => string): string[] {
  const { agreeWithin, goldShare, markers, release } = policy
  return [
    schemeOf(policy),
    thirdMarkerOf(policy),
    agreeWithin === null
      ? 'Two marks never agree by themselves.'
      : `Two marks agree by themselves within ${levels(agreeWithin)}.`,
    release.sequence === 'together'
      ? 'A vignette’s marks are released together.'
      : 'Marks are released as they are ready.',
    release.notBefore ? `Nothing is released before ${formatTime(release.notBefore, timeZone, 'date-time')}.` : '',
    `${percent(goldShare)} benchmarks.`,
    markers.length === 0
      ? 'Every training lead marks.'
      : `Marked by ${markers.map(({ userId, weight }) => `${nameOf(userId)} (${weight})`).join(', ')}.`,
  ].filter(Boolean)
}

function schemeOf({ scheme, sample }: MarkingPolicy): string {
  if (scheme === 'single') return 'One person marks.'
  if (scheme === 'double') return 'Two people mark every answer, blind.'
  const chosen = [
    sample.share > 0 && `${percent(sample.share)} of all by chance`,
    sample.nearPass && 'all next to the pass standard',
    sample.firstAttempts && 'all first attempts',
  ].filter(Boolean)
  return `Two people mark a sample, blind: ${chosen.join(', ')}.`
}

function thirdMarkerOf({ adjudication }: MarkingPolicy): string {
  const when = [
    `they differ by ${levels(adjudication.difference)} or more`,
    adjudication.eitherSideOfPass && 'one passes and one does not',
    adjudication.anyCriticalError && 'either sees a critical error',
  ].filter(Boolean)
  return `A third is asked when ${when.join(', or ')}.`
}

const levels = (count: number) => (count === 1 ? '1 level' : `${count} levels`)
const percent = (share: number) => `${Math.round(share * 100)} %`
