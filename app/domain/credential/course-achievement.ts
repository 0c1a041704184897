import type { CourseOutline } from '../completion.ts'
import type { Achievement } from './build-badge.ts'
import { countWords, listWords } from './words.ts'

/** What a credential says of the version of a course that was studied. */
export type StudiedCourse = {
  slug: string
  version: number
  title: string
  summary: string
  outcomes: readonly string[]
  /** 0 for one that has lessons of its own. */
  modules: number
  lessons: number
  questions: number
  vignettes: number
  completion: Pick<CourseOutline['completion'], 'questions' | 'correctShare' | 'vignettes' | 'attendedHours'>
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

const asked = ({ modules, lessons, questions, vignettes, completion }: StudiedCourse): string[] => [
  modules > 0
    ? `To complete all ${countWords(modules, 'module')}`
    : `To read ${lessons === 1 ? 'its lesson' : `all ${countWords(lessons, 'lesson')}`}`,
  ...(completion.questions ? [`to answer ${countWords(questions, 'question')}`] : []),
  ...(completion.correctShare
    ? [`to have ${Math.round(completion.correctShare * 100)} % of them right at the last try`]
    : []),
  ...(completion.vignettes && vignettes > 0 ? [`to pass ${countWords(vignettes, 'assessed vignette')}`] : []),
  ...(completion.attendedHours ? [`to be there for ${countWords(completion.attendedHours, 'hour')} live`] : []),
]

const done = ({ modules, lessons, questions, vignettes, completion }: StudiedCourse): string[] => [
  modules > 0 ? `${countWords(modules, 'module')} completed` : `${countWords(lessons, 'lesson')} read`,
  ...(completion.questions ? [`${countWords(questions, 'question')} answered`] : []),
  ...(completion.vignettes && vignettes > 0 ? [`${countWords(vignettes, 'vignette')} marked and passed`] : []),
  ...(completion.attendedHours ? [`${countWords(completion.attendedHours, 'hour')} attended live`] : []),
]
