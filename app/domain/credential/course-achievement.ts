import type { CourseOutline } from '../completion.ts'
import { inList } from '../listing.ts'
import { writtenForAll } from '../region.ts'
import { inNumber } from '../wording.ts'
import type { Achievement } from './build-badge.ts'

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
    criteria: `${writtenForAll(() => inList(asked(course)))}.`,
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
  `The provider’s record of study: ${writtenForAll(() => inList(done(course)))}. The record itself is not published.`

const asked = ({ modules, lessons, questions, vignettes, completion }: StudiedCourse): string[] => [
  modules > 0
    ? inNumber(modules, { one: 'To complete its module', other: 'To complete all {n} modules' })
    : inNumber(lessons, { one: 'To read its lesson', other: 'To read all {n} lessons' }),
  ...(completion.questions
    ? [inNumber(questions, { one: 'to answer 1 question', other: 'to answer {n} questions' })]
    : []),
  ...(completion.correctShare
    ? [`to have ${Math.round(completion.correctShare * 100)} % of them right at the last try`]
    : []),
  ...(completion.vignettes && vignettes > 0
    ? [inNumber(vignettes, { one: 'to pass 1 assessed vignette', other: 'to pass {n} assessed vignettes' })]
    : []),
  ...(completion.attendedHours
    ? [
        inNumber(completion.attendedHours, {
          one: 'to be there for 1 hour live',
          other: 'to be there for {n} hours live',
        }),
      ]
    : []),
]

const done = ({ modules, lessons, questions, vignettes, completion }: StudiedCourse): string[] => [
  modules > 0
    ? inNumber(modules, { one: '1 module completed', other: '{n} modules completed' })
    : inNumber(lessons, { one: '1 lesson read', other: '{n} lessons read' }),
  ...(completion.questions
    ? [inNumber(questions, { one: '1 question answered', other: '{n} questions answered' })]
    : []),
  ...(completion.vignettes && vignettes > 0
    ? [inNumber(vignettes, { one: '1 vignette marked and passed', other: '{n} vignettes marked and passed' })]
    : []),
  ...(completion.attendedHours
    ? [inNumber(completion.attendedHours, { one: '1 hour attended live', other: '{n} hours attended live' })]
    : []),
]
