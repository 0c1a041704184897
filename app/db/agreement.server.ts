import type { Db } from './client.server.ts'
import { enqueueJobLater } from './jobs.server.ts'

/** So long a report may be behind the marks. */
const MINUTES_BEHIND = 5

/**
 * Asks for the report on agreement between the markers of a vignette to be worked out again, within minutes. To be called when a mark is locked
 * or released; however many are, it is worked out once. Answers of nobody's cohort have no report.
 */
export async function requestAgreement(
  tx: Db,
  { cohortId, vignetteId }: { cohortId: string | null; vignetteId: string },
  now: Date,
): Promise<void> {
  if (!cohortId) return
  const due = new Date(now.getTime() + MINUTES_BEHIND * 60_000)
  await enqueueJobLater(
    tx,
    'compute-agreement',
    { cohortId, vignetteId },
    { key: keyOf({ cohortId, vignetteId }), due },
  )
}

const keyOf = ({ cohortId, vignetteId }: { cohortId: string; vignetteId: string }) =>
  `agreement:${cohortId}:${vignetteId}`
