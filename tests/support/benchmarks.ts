import { randomUUID } from 'node:crypto'
import type { Benchmark } from '#app/content/rubric-schema.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Mark } from '#app/domain/rubric.ts'
import { now } from './accounts.ts'
import { publish } from './published.ts'
import type { PublishedVignette } from './scripts.ts'

const because = 'The experts’ reason.'

/** A benchmark for the vignettes of `createVignette`: a 5, a 4 and a 5, by a panel. */
export const benchmarkOf = (vignetteSlug: string, changes: Partial<Benchmark> = {}): Benchmark => ({
  slug: `benchmark-${randomUUID()}`,
  vignette: vignetteSlug,
  isBorderline: true,
  use: ['calibration', 'gold'],
  answers: { say: 'What was it like, to wait at the desk?' },
  consensus: {
    ratings: { 'not-knowing': { level: 5, because }, patience: { level: 4, because } },
    global: { level: 5, because },
    criticalErrors: [],
    comment: 'What divides markers here.',
  },
  provenance: { panel: 'Leeds', members: 6, on: '2026-10-01' },
  ...changes,
})

export type PublishedBenchmark = { id: string; slug: string; versionId: string }

export const createBenchmark = (
  { slug }: PublishedVignette,
  changes: Partial<Benchmark> = {},
): Promise<PublishedBenchmark> => publish('benchmark', benchmarkOf(slug, changes))

const judged: Mark = { ratings: {}, globalLevel: 5, criticalErrors: {}, comment: '' }

/** What a marker has done in calibration before: `+` within tolerance, `-` beyond; the last one an hour before `until`. */
export async function createMarkings(
  marker: Actor,
  benchmark: PublishedBenchmark,
  signs: string,
  until = now,
): Promise<void> {
  const { body } = await db().contentVersion.findUniqueOrThrow({ where: { id: benchmark.versionId } })
  const rubricSlug = await rubricOf((body as Benchmark).vignette)
  await db().calibrationMark.createMany({
    data: [...signs].map((sign, place) => ({
      ...judged,
      markerId: marker.id,
      benchmarkVersionId: benchmark.versionId,
      rubricSlug,
      source: 'calibration' as const,
      deviations: { global: sign === '+' ? 0 : 3 },
      isWithin: sign === '+',
      counts: true,
      markedAt: new Date(until.getTime() - (signs.length - place) * 3_600_000),
    })),
  })
}

async function rubricOf(vignetteSlug: string): Promise<string> {
  const where = { kind_slug: { kind: 'vignette' as const, slug: vignetteSlug } }
  const { currentVersion } = await db().contentItem.findUniqueOrThrow({ where, include: { currentVersion: true } })
  const body = currentVersion?.body as { rubric: string } | undefined
  return body?.rubric ?? ''
}
