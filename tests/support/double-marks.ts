import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { now } from './accounts.ts'
import { createScripts, type PublishedVignette } from './scripts.ts'

/** What one marker gave one script; null is "not rateable". */
export type GivenMark = { marker: Actor; global: number; levels: Record<string, number | null> }

type Options = {
  cohortId: string
  trainee: Actor
  doubleMarking?: 'all' | 'random' | 'near_pass' | 'first_attempt' | null
}

/** Answers with locked first and second marks, in the order in which the marks were locked. */
export async function createMarkedScripts(
  of: PublishedVignette,
  scripts: readonly (readonly GivenMark[])[],
  { cohortId, trainee, doubleMarking = 'all' }: Options,
): Promise<string[]> {
  const created = await createScripts(of, trainee, scripts.length, { cohortId })
  const attemptIds = created.map(({ attemptId }) => attemptId)
  await db().attempt.updateMany({ where: { id: { in: attemptIds } }, data: { doubleMarking } })
  const rows = created.flatMap(({ attemptId, allocationId }, place) =>
    (scripts[place] ?? []).map((mark, index) => ({ ...mark, attemptId, index, place, firstId: allocationId })),
  )
  const allocations = rows.map((row) => ({ ...row, id: row.index === 0 ? row.firstId : uuidv7() }))
  for (const { id, marker } of allocations.filter(({ index }) => index === 0)) {
    await db().allocation.update({ where: { id }, data: { markerId: marker.id, state: 'locked' } })
  }
  await db().allocation.createMany({
    data: allocations
      .filter(({ index }) => index > 0)
      .map(({ id, attemptId, marker }) => ({
        ...{ id, attemptId, vignetteId: of.id, cohortId, purpose: 'second' as const, state: 'locked' as const },
        markerId: marker.id,
        code: randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
      })),
  })
  await db().mark.createMany({
    data: allocations.map(({ id, marker, global, levels, place, index }) => ({
      allocationId: id,
      markerId: marker.id,
      ratings: Object.fromEntries(
        Object.entries(levels).map(([criterion, level]) => [criterion, { level, comment: 'c' }]),
      ),
      globalLevel: global,
      comment: 'A comment.',
      criticalErrors: {},
      hasPassed: global >= 4,
      rubricVersionId: of.rubricVersionId,
      lockedAt: new Date(now.getTime() + place * 60_000 + index * 1000),
    })),
  })
  return attemptIds
}

/** A marker's mark on the rubric of `createVignette`. */
export const gave = (
  marker: Actor,
  global: number,
  notKnowing: number | null = global,
  patience: number | null = global,
) => ({
  marker,
  global,
  levels: { 'not-knowing': notKnowing, patience },
})
