import { setImmediate } from 'node:timers/promises'
import { rubricVersion } from '#app/content/catalogue.server.ts'
import {
  type AgreementBody,
  readBlindMarks,
  readCalibration,
  type StoredBlindMark,
  saveReport,
} from '#app/db/agreement.server.ts'
import { transact } from '#app/db/client.server.ts'
import type { Steps } from '#app/domain/agreement/steps.ts'
import { type RubricScale, vignetteAgreement } from '#app/domain/agreement/vignette-agreement.ts'

/** That of `npm run agreement`, so that somebody who exports the marks gets the same intervals to the last digit. */
const SEED = '1'

const LEVELS = [1, 2, 3, 4, 5, 6, 7]

/**
 * Works out how far a cohort's markers of a vignette agree and keeps it for the page. A job: it pauses between steps, since this process
 * answers pages as well. Begun twice, the one that was begun later stays.
 */
export async function computeAgreement(key: { cohortId: string; vignetteId: string }, now: Date): Promise<void> {
  const marks = await readBlindMarks(key)
  const body = await bodyOf(marks)
  await transact((tx) => saveReport(tx, key, { body, begunAt: now }))
}

async function bodyOf(marks: readonly StoredBlindMark[]): Promise<AgreementBody> {
  // The titles and the rule are those of the newest version by which anything was marked.
  const newest = marks.at(-1)
  const rubric = newest && (await rubricVersion(newest.rubricVersionId))
  const markers = [...new Set(marks.map(({ marker }) => marker))].sort()
  const criteria = rubric?.criteria ?? []
  const scale: RubricScale = {
    criteria: criteria.map(({ id }) => id),
    levels: LEVELS,
    standard: rubric?.pass.globalAtLeast ?? 4,
  }
  return {
    ...(await withPauses(vignetteAgreement(marks, scale, SEED))),
    titles: Object.fromEntries(criteria.map(({ id, title }) => [id, title])),
    rubricVersions: new Set(marks.map(({ rubricVersionId }) => rubricVersionId)).size,
    markers,
    calibration: rubric ? await readCalibration(rubric.slug, markers) : [],
  }
}

async function withPauses<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await setImmediate()
  }
}
