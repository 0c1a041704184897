import { rubricVersion } from '#app/content/catalogue.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { cohortsOf, holdCohort } from '#app/db/cohorts.server.ts'
import {
  countJudges,
  type ExerciseState,
  holdOpenExercise,
  insertExercise,
  readStandardPage,
  saveExerciseState,
  saveJudgements,
} from '#app/db/standards.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { FEWEST_JUDGES } from '#app/domain/standard-setting/angoff.ts'
import { checkEstimates } from '#app/domain/standard-setting/estimate-form.ts'
import { itemsOf } from './exercise-view.ts'

export type OfVignette = { cohortId: string; vignetteSlug: string }

/**
 * Opens an exercise of the modified Angoff kind in two rounds. Where one is open already, also by somebody else at the same moment, there is
 * still one.
 * @throws 404 for a cohort out of the actor's reach, and for a vignette that it does not have.
 */
export async function openExercise(actor: Actor, of: OfVignette, now: Date): Promise<void> {
  const { vignetteId } = await findLedVignette(actor, of)
  await transact(async (tx) => {
    const key = { cohortId: of.cohortId, vignetteId }
    await holdCohort(tx, of.cohortId, cohortsOf(actor))
    if (await holdOpenExercise(tx, key)) return
    const id = await insertExercise(tx, { ...key, openedById: actor.id, openedAt: now })
    await record(tx, actor, 'standard.opened', { id, details: { vignetteId } }, now)
  })
}

type Round = { round: 1 | 2 }
type Refused = { refused: string }

/**
 * Keeps a judge's estimates of a round, in place of their own earlier ones of it. Any training lead can judge while an exercise is open.
 * @returns the faults by their fields, or why it is too late: the round was closed meanwhile.
 */
export async function judge(
  actor: Actor,
  of: OfVignette & Round,
  fields: Record<string, unknown>,
  now: Date,
): Promise<{ faults: Record<string, string[]> } | Refused | { done: true }> {
  const { vignetteId, rubricVersionId } = await findVignette(actor, of)
  const checked = checkEstimates(itemsOf(await rubricVersion(rubricVersionId)), fields)
  if ('faults' in checked) return checked
  return transact(async (tx) => {
    const exercise = await holdOpenExercise(tx, { cohortId: of.cohortId, vignetteId })
    if (exercise?.state !== stateOf(of)) return CLOSED_MEANWHILE
    await saveJudgements(tx, { settingId: exercise.id, judgeId: actor.id, round: of.round }, checked.estimates, now)
    await record(tx, actor, 'standard.judged', { id: exercise.id, details: { round: of.round } }, now)
    return { done: true }
  })
}

/** Closes a round: after the first comes the second, in which judges see the spread of the first; after that the exercise is over. */
export async function closeRound(actor: Actor, of: OfVignette & Round, now: Date): Promise<Refused | { done: true }> {
  const { vignetteId } = await findLedVignette(actor, of)
  return transact(async (tx) => {
    const exercise = await holdOpenExercise(tx, { cohortId: of.cohortId, vignetteId })
    if (exercise?.state !== stateOf(of)) return CLOSED_MEANWHILE
    if ((await countJudges(tx, exercise.id, of.round)) < FEWEST_JUDGES) {
      return { refused: `At least ${FEWEST_JUDGES} judges must have given their estimates before a round is closed.` }
    }
    const next: ExerciseState = of.round === 1 ? 'round_2' : 'closed'
    await saveExerciseState(tx, exercise.id, next)
    await record(tx, actor, 'standard.round-closed', { id: exercise.id, details: { round: of.round } }, now)
    return { done: true }
  })
}

const CLOSED_MEANWHILE: Refused = { refused: 'This round has been closed meanwhile.' }

const stateOf = ({ round }: Round) => (round === 1 ? 'round_1' : 'round_2')

/** A vignette for which the actor may judge. */
async function findVignette(actor: Actor, { cohortId, vignetteSlug }: OfVignette) {
  const who = { reach: cohortsOf(actor), personId: actor.id }
  const page = await readStandardPage(cohortId, who, vignetteSlug)
  if (!page?.shown) throw new Response('This cohort has no such vignette.', { status: 404 })
  return { ...page.shown, isLed: page.isLed }
}

/** One of a cohort that the actor leads. */
async function findLedVignette(actor: Actor, of: OfVignette) {
  const vignette = await findVignette(actor, of)
  if (!vignette.isLed) throw new Response('This cohort has no such vignette.', { status: 404 })
  return vignette
}

const record = (
  tx: Db,
  actor: Actor,
  action: `standard.${string}`,
  { id, details }: { id: string; details: Record<string, string | number> },
  at: Date,
) => recordAudit(tx, { actor, action, object: { kind: 'standard_setting', id }, details, at })
