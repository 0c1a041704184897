import { pathwayVersion } from '#app/content/catalogue.server.ts'
import type { Pathway } from '#app/content/schemas.ts'
import { completionOf } from '#app/domain/completion.ts'
import { evaluatePathway, type PathwayFacts, type PathwayStanding } from '#app/domain/pathway.ts'
import type { Actor } from '#app/domain/people.ts'
import { outlineOf } from './course-standing.ts'
import { type LoadedStudy, loadStudy, vignettesOf } from './load-study.server.ts'

export type Progress = PathwayStanding & Pick<Pathway, 'title' | 'source' | 'elsewhere'>

/** How far somebody is on the pathway that is offered. Nothing while none is published. */
export async function viewProgress(actor: Pick<Actor, 'id'>): Promise<Progress | undefined> {
  const study = await loadStudy(actor.id)
  const current = study.pathways.find(({ isListed }) => isListed)
  if (!current) return undefined
  const { title, source, elsewhere, requirements } = await pathwayVersion(current.versionId)
  return { title, source, elsewhere, ...evaluatePathway(requirements, factsOf(study)) }
}

function factsOf({ courses, vignettes }: LoadedStudy): PathwayFacts {
  const passed = vignettes.filter(({ state }) => state === 'passed').map(({ slug }) => slug)
  const enrolled = courses.filter(({ enrolment }) => enrolment)
  return {
    courses: new Map(
      courses
        .filter(({ isListed, enrolment }) => isListed || enrolment)
        .map(({ slug, course, enrolment, lessonsRead, answers }) => [
          slug,
          {
            isEnrolled: Boolean(enrolment),
            isCompleted: Boolean(enrolment?.completedAt),
            completion: completionOf(outlineOf(course), { lessonsRead, answers, vignettesPassed: passed }),
          },
        ]),
    ),
    vignettes: new Map(
      vignettes.map((view) => {
        const holds = ({ course }: LoadedStudy['courses'][number]) => vignettesOf(course, [view]).length > 0
        const opensWithCourse = enrolled.some(holds) ? undefined : courses.find(holds)?.slug
        return [view.slug, { ...view, opensWithCourse }]
      }),
    ),
  }
}
