import { readStudy, type StudiedCourse, type Study } from '#app/db/study.server.ts'
import { courseVersion, loadVersions, vignetteVersion } from './catalogue.server.ts'
import type { Course } from './course-schema.ts'
import { type VignetteView, vignetteView } from './vignette-view.ts'

export type LoadedCourse = StudiedCourse & { course: Course }

export type LoadedStudy = { courses: LoadedCourse[]; vignettes: VignetteView[]; pathways: Study['pathways'] }

/** What a person studies, with the texts of the current versions: two statements, or one when the texts are in memory. */
export async function loadStudy(userId: string): Promise<LoadedStudy> {
  const study = await readStudy(userId)
  await loadVersions(versionsIn(study))
  return withTexts(study)
}

/** The versions that are current of everything that is taught. */
export const versionsIn = ({ courses, vignettes, pathways }: Study): string[] =>
  [...courses, ...vignettes, ...pathways].map(({ versionId }) => versionId)

/** With the texts, which are read one by one where they are not in memory: load them before. */
export async function withTexts(study: Study): Promise<LoadedStudy> {
  const courses = study.courses.map(async (studied) => ({ ...studied, course: await courseVersion(studied.versionId) }))
  const vignettes = study.vignettes.map(async (studied) =>
    vignetteView(await vignetteVersion(studied.versionId), studied),
  )
  return { courses: await Promise.all(courses), vignettes: await Promise.all(vignettes), pathways: study.pathways }
}

/** The vignettes that count towards completing a course, in the course's order. */
export const vignettesOf = ({ vignettes }: Pick<Course, 'vignettes'>, all: readonly VignetteView[]): VignetteView[] =>
  vignettes.flatMap((slug) => all.filter((view) => view.slug === slug))

/** Those that it has to practise on. */
export const practiceOf = ({ practice }: Pick<Course, 'practice'>, all: readonly VignetteView[]): VignetteView[] =>
  vignettesOf({ vignettes: practice }, all)
