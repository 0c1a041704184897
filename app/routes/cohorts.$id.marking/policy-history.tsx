import { inChoice, inList } from '#app/domain/listing.ts'
import type { MarkingPolicy } from '#app/domain/marking-policy.ts'
import { inNumber } from '#app/domain/wording.ts'
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
      : inNumber(agreeWithin, {
          one: 'Two marks agree by themselves within 1 level.',
          other: 'Two marks agree by themselves within {n} levels.',
        }),
    release.sequence === 'together'
      ? 'A vignette’s marks are released together.'
      : 'Marks are released as they are ready.',
    release.notBefore ? `Nothing is released before ${formatTime(release.notBefore, timeZone, 'date-time')}.` : '',
    `${percent(goldShare)} of the scripts that are given out are benchmarks.`,
    markers.length === 0
      ? 'Every training lead marks.'
      : `Marked by ${inList(markers.map(({ userId, weight }) => `${nameOf(userId)} (${weight})`))}.`,
  ].filter(Boolean)
}

function schemeOf({ scheme, sample }: MarkingPolicy): string {
  if (scheme === 'single') return 'One person marks.'
  if (scheme === 'double') return 'Two people mark every answer, blind.'
  const chosen = [
    sample.share > 0 && `${percent(sample.share)} of all by chance`,
    sample.nearPass && 'all next to the pass standard',
    sample.firstAttempts && 'all first attempts',
  ].filter((words) => words !== false)
  return `Two people mark a sample, blind: ${inList(chosen)}.`
}

function thirdMarkerOf({ adjudication }: MarkingPolicy): string {
  const when = [
    inNumber(adjudication.difference, {
      one: 'they differ by 1 level or more',
      other: 'they differ by {n} levels or more',
    }),
    adjudication.eitherSideOfPass && 'one passes and one does not',
    adjudication.anyCriticalError && 'either sees a critical error',
  ].filter((words) => words !== false)
  return `A third is asked when ${inChoice(when)}.`
}

const percent = (share: number) => `${Math.round(share * 100)} %`
