import type { NoFigure } from '#app/domain/agreement/figure.ts'
import type { AdoptedCut } from '#app/domain/standard-setting/adopted-cut.ts'
import type { BorderlineRegression } from '#app/domain/standard-setting/borderline-regression.ts'
import type { Estimates } from '#app/domain/standard-setting/estimate-form.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type CohortReach, isInReach } from './cohorts.server.ts'

export type ExerciseState = 'round_1' | 'round_2' | 'closed'

export type StoredJudgement = { judgeId: string; judge: string; round: number; criterionId: string; estimate: number }

export type AdoptedCutRow = AdoptedCut & { basis: { kind: string }; reason: string; by: string; adoptedAt: string }

export type StandardPage = {
  cohortId: string
  /** Whether the person leads the cohort, and does not only judge for it. */
  isLed: boolean
  cohortName: string
  vignettes: { slug: string; title: string }[]
  shown: {
    vignetteId: string
    slug: string
    rubricVersionId: string
    borderline: BorderlineRegression | NoFigure | null
    /** The newest exercise. */
    exercise: { id: string; state: ExerciseState; openedAt: string; judgements: StoredJudgement[] } | null
    /** The newest, which is in force, first. */
    cuts: AdoptedCutRow[]
  } | null
}

/**
 * Judges come from outside as well: a cohort has too few leads of its own. Whoever may set standards finds a cohort while an exercise is open
 * there, but nobody where they are a trainee.
 */
const mayJudge = (personId: string) => Prisma.sql`(
  EXISTS (SELECT 1 FROM standard_setting e WHERE e.cohort_id = c.id AND e.state <> 'closed')
  AND NOT EXISTS (SELECT 1 FROM cohort_member m WHERE m.cohort_id = c.id AND m.user_id = ${personId}::uuid AND m.part = 'trainee'))`

/**
 * How the standard of one of a cohort's vignettes was set and may be set: that of the vignette asked for, else of the first. One statement;
 * `undefined` for a cohort that the person neither leads nor can judge for.
 */
export async function readStandardPage(
  cohortId: string,
  { reach, personId }: { reach: CohortReach; personId: string },
  vignetteSlug: string | null,
): Promise<StandardPage | undefined> {
  const [page] = await db().$queryRaw<StandardPage[]>`
    WITH marked AS (
      SELECT c.id AS cohort_id, vi.id, vi.slug, vi.position, vv.body ->> 'title' AS title, ru.current_version_id AS rubric_version_id
      FROM cohort c JOIN content_item ci ON ci.id = c.course_id JOIN content_version cv ON cv.id = ci.current_version_id
        JOIN content_item vi ON vi.kind = 'vignette' AND jsonb_exists(cv.body -> 'vignettes', vi.slug)
        JOIN content_version vv ON vv.id = vi.current_version_id
        JOIN content_item ru ON ru.kind = 'rubric' AND ru.slug = vv.body ->> 'rubric'
      WHERE c.id::text = ${cohortId}
    ), shown AS (
      SELECT * FROM marked WHERE ${vignetteSlug}::text IS NULL OR slug = ${vignetteSlug} ORDER BY position, slug LIMIT 1
    )
    SELECT c.id AS "cohortId", c.name AS "cohortName", ${isInReach(reach)} AS "isLed",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', m.slug, 'title', m.title) ORDER BY m.position, m.slug), '[]')
       FROM marked m) AS vignettes,
      (SELECT jsonb_build_object('vignetteId', s.id, 'slug', s.slug, 'rubricVersionId', s.rubric_version_id,
         'borderline', (SELECT r.body -> 'borderline' FROM agreement_report r WHERE r.cohort_id = c.id AND r.vignette_id = s.id),
         'exercise', (
           SELECT jsonb_build_object('id', e.id, 'state', e.state, 'openedAt', e.opened_at, 'judgements', (
             SELECT coalesce(jsonb_agg(jsonb_build_object('judgeId', j.judge_id, 'judge', u.name, 'round', j.round,
                      'criterionId', j.criterion_id, 'estimate', j.estimate)), '[]')
             FROM angoff_judgement j JOIN "user" u ON u.id = j.judge_id WHERE j.setting_id = e.id))
           FROM standard_setting e WHERE e.cohort_id = c.id AND e.vignette_id = s.id ORDER BY e.opened_at DESC, e.id DESC LIMIT 1),
         'cuts', (
           SELECT coalesce(jsonb_agg(jsonb_build_object('scale', a.scale, 'value', a.value, 'basis', a.basis, 'reason', a.reason,
                    'by', u.name, 'adoptedAt', a.adopted_at) ORDER BY a.adopted_at DESC, a.id DESC), '[]')
           FROM adopted_cut a JOIN "user" u ON u.id = a.adopted_by_id WHERE a.cohort_id = c.id AND a.vignette_id = s.id))
       FROM shown s) AS shown
    FROM cohort c WHERE c.id::text = ${cohortId} AND (${isInReach(reach)} OR ${mayJudge(personId)})`
  return page
}

type ExerciseKey = { cohortId: string; vignetteId: string }

/** The exercise of a vignette that is not closed, kept as it is until the transaction ends. */
export async function holdOpenExercise(
  tx: Db,
  { cohortId, vignetteId }: ExerciseKey,
): Promise<{ id: string; state: 'round_1' | 'round_2' } | undefined> {
  const [exercise] = await tx.$queryRaw<{ id: string; state: 'round_1' | 'round_2' }[]>`
    SELECT id, state::text AS state FROM standard_setting
    WHERE cohort_id = ${cohortId}::uuid AND vignette_id = ${vignetteId}::uuid AND state <> 'closed' FOR UPDATE`
  return exercise
}

/** The caller holds the cohort, so that two leads at one moment open one exercise. @returns its id. */
export async function insertExercise(
  tx: Db,
  data: ExerciseKey & { openedById: string; openedAt: Date },
): Promise<string> {
  const { id } = await tx.standardSetting.create({ data, select: { id: true } })
  return id
}

export async function saveExerciseState(tx: Db, id: string, state: ExerciseState): Promise<void> {
  await tx.standardSetting.update({ where: { id }, data: { state }, select: { id: true } })
}

/** A judge's estimates of a round, in place of earlier ones. The caller holds the exercise. */
export async function saveJudgements(
  tx: Db,
  { settingId, judgeId, round }: { settingId: string; judgeId: string; round: number },
  estimates: Estimates,
  judgedAt: Date,
): Promise<void> {
  await tx.angoffJudgement.deleteMany({ where: { settingId, judgeId, round } })
  await tx.angoffJudgement.createMany({
    data: Object.entries(estimates).map(([criterionId, estimate]) => ({
      ...{ settingId, judgeId, round, judgedAt },
      ...{ criterionId, estimate },
    })),
  })
}

/** How many judges have given their estimates in a round. The caller holds the exercise. */
export async function countJudges(tx: Db, settingId: string, round: number): Promise<number> {
  const judges = await tx.angoffJudgement.groupBy({ by: ['judgeId'], where: { settingId, round } })
  return judges.length
}

type NewCut = ExerciseKey &
  AdoptedCut & { basis: Prisma.InputJsonObject; reason: string; adoptedById: string; now: Date }

/** Adopts a cut, which is in force from then on. @returns its id. */
export async function insertAdoptedCut(tx: Db, { now, ...cut }: NewCut): Promise<string> {
  const { id } = await tx.adoptedCut.create({ data: { ...cut, adoptedAt: now }, select: { id: true } })
  return id
}
