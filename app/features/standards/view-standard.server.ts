import { rubricVersion } from '#app/content/catalogue.server.ts'
import type { PublishedRubric } from '#app/content/rubric-schema.ts'
import { cohortsOf } from '#app/db/cohorts.server.ts'
import { readStandardPage, type StandardPage } from '#app/db/standards.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { JudgedItem } from '#app/domain/standard-setting/estimate-form.ts'
import { type ProposedCut, proposedCuts } from '#app/domain/standard-setting/proposed-cut.ts'
import { type ExerciseView, exerciseView, itemsOf } from './exercise-view.ts'

type Shown = NonNullable<StandardPage['shown']>

export type StandardView = Pick<StandardPage, 'cohortId' | 'cohortName' | 'isLed' | 'vignettes'> & {
  shown:
    | (Pick<Shown, 'vignetteId' | 'slug' | 'borderline' | 'cuts'> & {
        /** The level that the rubric itself asks for. */
        ownRule: number
        items: (JudgedItem & { asks: string })[]
        exercise: ExerciseView | null
        proposals: ProposedCut[]
      })
    | null
}

/**
 * How the standard of a vignette is set in this cohort: the cut in force, an exercise of the modified Angoff kind as far as this judge may
 * see it, borderline regression, and the cuts that can be adopted.
 * @param vignetteSlug null for the first.
 * @throws 404 for a cohort that the actor neither leads nor can judge for, and for a vignette that it does not have.
 */
export async function viewStandard(actor: Actor, cohortId: string, vignetteSlug: string | null): Promise<StandardView> {
  const page = await readStandardPage(cohortId, { reach: cohortsOf(actor), personId: actor.id }, vignetteSlug)
  if (!page) throw new Response('There is no such cohort.', { status: 404 })
  if (vignetteSlug !== null && !page.shown) throw new Response('This cohort has no such vignette.', { status: 404 })
  const { shown, ...cohort } = page
  return { ...cohort, shown: shown && viewOf(shown, await rubricVersion(shown.rubricVersionId), actor.id) }
}

function viewOf(shown: Shown, rubric: PublishedRubric, judgeId: string): StandardView['shown'] {
  const { vignetteId, slug, borderline, cuts } = shown
  const exercise = shown.exercise && exerciseView(shown.exercise, rubric, judgeId)
  const results = exercise?.results
  return {
    ...{ vignetteId, slug, borderline, cuts, exercise },
    ownRule: rubric.pass.globalAtLeast,
    items: itemsOf(rubric),
    proposals: proposedCuts({
      angoff: results ? { global: results.global.second, criteria: results.criteria.second } : undefined,
      borderline: borderline ?? undefined,
      ownRule: rubric.pass.globalAtLeast,
    }),
  }
}
