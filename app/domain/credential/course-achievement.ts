import type { Achievement } from './build-badge.ts'

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
    criteria: `${list(asked(course))}.`,
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
  `The provider’s record of study: ${list(done(course))}. The record itself is not published.`

const plural = (count: number, noun: string) => `${count} ${count === 1 ? noun : `${noun}s`}`

const asked = ({ lessons, questions, vignettes, completion }: StudiedCourse): string[] => [
  `To read ${lessons === 1 ? 'its lesson' : `all ${plural(lessons, 'lesson')}`}`,
  ...(completion.questions ? [`to answer ${plural(questions, 'question')}`] : []),
  ...(completion.correctShare
    ? [`to have ${Math.round(completion.correctShare * 100)} % of them right at the last try`]
    : []),
  ...(completion.vignettes && vignettes > 0 ? [`to pass ${plural(vignettes, 'assessed vignette')}`] : []),
]

const done = ({ lessons, questions, vignettes, completion }: StudiedCourse): string[] => [
  `${plural(lessons, 'lesson')} read`,
  ...(completion.questions ? [`${plural(questions, 'question')} answered`] : []),
  ...(completion.vignettes && vignettes > 0 ? [`${plural(vignettes, 'vignette')} marked and passed`] : []),
]

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
