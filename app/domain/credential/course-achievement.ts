import type { Achievement } from './build-badge.ts'
import { countWords, listWords } from './words.ts'

/** What a credential says of the version of a course that was studied. */
export type StudiedCourse = {
  slug: string
  version: number
  title: string
  summary: string
  outcomes: readonly string[]
  lessons: number
  questions: number
  vignettes: number
  completion: { questions?: 'all' | undefined; correctShare?: number | undefined; vignettes?: 'all' | undefined }
}

/** A completed course as an achievement: its learning outcomes are what it is aligned to. */
export function courseAchievement(course: StudiedCourse, appUrl: string): Achievement {
  const page = `${appUrl}/courses/${course.slug}`
  return {
    id: page,
    name: course.title,
    description: course.summary,
    version: String(course.version),
    achievementType: 'Course',
    criteria: `${listWords(asked(course))}.`,
    alignment: course.outcomes.map((outcome) => ({
      targetName: outcome,
      targetUrl: `${page}#outcomes`,
      targetFramework: `Learning outcomes of the course “${course.title}”`,
      targetType: 'ceasn:Competency',
    })),
    image: `${appUrl}/badges/course.png`,
  }
}

/** In numbers alone: no answer, no case and no mark is in it. */
export const courseEvidence = (course: StudiedCourse): string =>
  `The provider’s record of study: ${listWords(done(course))}. The record itself is not published.`

const asked = ({ lessons, questions, vignettes, completion }: StudiedCourse): string[] => [
  `To read ${lessons === 1 ? 'its lesson' : `all ${countWords(lessons, 'lesson')}`}`,
  ...(completion.questions ? [`to answer ${countWords(questions, 'question')}`] : []),
  ...(completion.correctShare
    ? [`to have ${Math.round(completion.correctShare * 100)} % of them right at the last try`]
    : []),
  ...(completion.vignettes && vignettes > 0 ? [`to pass ${countWords(vignettes, 'assessed vignette')}`] : []),
]

const done = ({ lessons, questions, vignettes, completion }: StudiedCourse): string[] => [
  `${countWords(lessons, 'lesson')} read`,
  ...(completion.questions ? [`${countWords(questions, 'question')} answered`] : []),
  ...(completion.vignettes && vignettes > 0 ? [`${countWords(vignettes, 'vignette')} marked and passed`] : []),
]
