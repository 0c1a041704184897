import { type BenchmarkOfMarker, listMarkers, type MarkerRow, readPractice } from '#app/db/practice.server.ts'
import { benchmarksToPractise } from '#app/domain/benchmark-order.ts'
import {
  type AgreementPoint,
  agreementOverTime,
  type BenchmarkMarking,
  type CalibrationStanding,
  calibrationStanding,
  defaultCalibrationRule,
} from '#app/domain/calibration-standing.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Provenance } from '#app/domain/provenance.ts'

export type RubricPractice = {
  slug: string
  title: string
  standing: CalibrationStanding
  /** Whether live scripts wait for this: a benchmark's consensus counts here. */
  isGate: boolean
  provenances: Provenance[]
  benchmarks: number
  /** Benchmarks that the marker knows to have marked. */
  marked: number
  series: AgreementPoint[]
  /** What to practise on next; `isAgain` when all have been marked. */
  next: { slug: string; vignetteTitle: string; isAgain: boolean } | null
}

/** Every rubric that has benchmarks, with how the actor stands on it and what comes next. */
export async function viewPractice(actor: Pick<Actor, 'id'>, now: Date): Promise<RubricPractice[]> {
  const { benchmarks, markings } = await readPractice(actor.id)
  const slugs = [...new Set(benchmarks.map(({ rubricSlug }) => rubricSlug))]
  return slugs.map((slug) => {
    const ofRubric = ({ rubricSlug }: { rubricSlug: string }) => rubricSlug === slug
    return practiceOn(slug, { benchmarks: benchmarks.filter(ofRubric), markings: markings.filter(ofRubric), now })
  })
}

type Practised = { benchmarks: BenchmarkOfMarker[]; markings: BenchmarkMarking[]; now: Date }

function practiceOn(slug: string, { benchmarks, markings, now }: Practised): RubricPractice {
  const [next] = benchmarksToPractise(benchmarks)
  return {
    slug,
    title: benchmarks[0]?.rubricTitle ?? slug,
    standing: calibrationStanding(markings, defaultCalibrationRule, now),
    isGate: benchmarks.some(({ counts }) => counts),
    provenances: distinct(benchmarks.map(({ provenance }) => provenance)),
    benchmarks: benchmarks.length,
    marked: benchmarks.filter(({ isKnown }) => isKnown).length,
    series: agreementOverTime(markings),
    next: next ? { slug: next.slug, vignetteTitle: next.vignetteTitle, isAgain: next.isKnown } : null,
  }
}

const distinct = (provenances: Provenance[]) => [
  ...new Map(provenances.map((one) => [JSON.stringify(one), one])).values(),
]

export type MarkerStanding = {
  id: string
  name: string
  /** By rubric slug. */
  standings: Record<string, CalibrationStanding>
}

/**
 * Who is calibrated for what: for an administrator every marker, for a lead those of the cohorts that they lead. No marks and no
 * answers.
 */
export async function viewMarkers(
  actor: Pick<Actor, 'id' | 'roles'>,
  rubricSlugs: readonly string[],
  now: Date,
): Promise<MarkerStanding[]> {
  const markers = await listMarkers({ id: actor.id, isAdministrator: actor.roles.includes('administrator') }, now)
  return markers.map((marker) => ({
    id: marker.id,
    name: marker.name,
    standings: standingsOf(marker, rubricSlugs, now),
  }))
}

const standingsOf = ({ markings }: MarkerRow, rubricSlugs: readonly string[], now: Date) =>
  Object.fromEntries(
    rubricSlugs.map((slug) => {
      const history = markings.filter(({ rubricSlug }) => rubricSlug === slug)
      return [slug, calibrationStanding(history, defaultCalibrationRule, now)]
    }),
  )
