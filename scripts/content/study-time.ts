import type { Finding } from '#app/content/findings.ts'
import { isBlock } from '#app/content/lesson-format.ts'
import { everyNode, parseMarkdown } from '#app/content/markdown.ts'
import { readCaptions } from '#app/content/media-format.ts'
import type { PublishableItem } from '#app/content/publishable.ts'

/** Read to learn, with a second look at the dialogue: well below the pace of a novel. */
const WORDS_A_MINUTE = 150
/** To think, to answer and to read what there is to say on each option. */
const MINUTES_A_QUESTION = 2
const MINUTES_TO_REFLECT = 5
/** An author may know better than the rule, by so much. */
const MINUTES_APART = 2
/** Hours are claimed in halves, and a half that is not full is not claimed. */
const STEP_MINUTES = 30

type CourseBody = Extract<PublishableItem, { kind: 'course' }>['body']
type Lesson = CourseBody['lessons'][number]
export type Studied = { words: number; questions: number; reflections: number; recordedSeconds: number }

/** How long a lesson takes, by one rule for all of them: hours of professional development are claimed on the sum. */
export const minutesToStudy = ({ words, questions, reflections, recordedSeconds }: Studied): number =>
  Math.ceil(
    words / WORDS_A_MINUTE + questions * MINUTES_A_QUESTION + reflections * MINUTES_TO_REFLECT + recordedSeconds / 60,
  )

/** Lessons that state another time than the rule gives, and courses whose hours are not those of their lessons and vignettes. */
export function untrueTimes(items: readonly PublishableItem[]): Finding[] {
  const vignettes = new Map(
    items.flatMap((item) => (item.kind === 'vignette' ? [[item.slug, item.body.minutes] as const] : [])),
  )
  const courses = new Map(items.flatMap((item) => (item.kind === 'course' ? [[item.slug, item.body] as const] : [])))
  return [...courses].flatMap(([slug, course]) => [
    ...course.lessons.flatMap((lesson) => untrueLesson(slug, lesson, course)),
    ...(course.modules ? untrueSum(slug, course, courses) : untrueHours(slug, course, vignettes)),
  ])
}

function untrueLesson(course: string, lesson: Lesson, { questions }: CourseBody): Finding[] {
  const expected = minutesToStudy({
    words: lesson.wordCount,
    questions: questions.filter((question) => question.lesson === lesson.slug).length,
    reflections: [...everyNode(parseMarkdown(lesson.markdown))].filter(
      (node) => isBlock(node) && node.name === 'reflect',
    ).length,
    recordedSeconds: secondsRecorded(lesson),
  })
  if (Math.abs(expected - lesson.minutes) <= MINUTES_APART) return []
  return [untrue(`${course}/${lesson.slug}`, 'minutes', `are ${expected} by the rule, not ${lesson.minutes}`)]
}

/** Captions end where a recording does, or shortly before. */
const secondsRecorded = ({ media = [] }: Lesson) =>
  media.reduce((sum, { captions }) => sum + (readCaptions(captions)?.at(-1)?.endSeconds ?? 0), 0)

function untrueHours(slug: string, course: CourseBody, vignettes: ReadonlyMap<string, number>): Finding[] {
  const minutesOf = (slugs: readonly string[]) => slugs.reduce((sum, one) => sum + (vignettes.get(one) ?? 0), 0)
  const asked = course.lessons.reduce((sum, { minutes }) => sum + minutes, 0) + minutesOf(course.vignettes)
  const claimed = (Math.floor(asked / STEP_MINUTES) * STEP_MINUTES) / 60
  const most = Math.ceil((asked + minutesOf(course.practice)) / STEP_MINUTES) * (STEP_MINUTES / 60)
  const { cpdHours, studyHours } = course
  const isStudied = cpdHours <= studyHours && studyHours <= most
  return [
    ...(cpdHours === claimed
      ? []
      : [untrue(slug, 'cpdHours', `its lessons and vignettes come to ${claimed}, not ${cpdHours}`)]),
    ...(isStudied
      ? []
      : [
          untrue(
            slug,
            'studyHours',
            `is ${studyHours}: at least what is claimed, and at most ${most} with all practice`,
          ),
        ]),
  ]
}

function untrueSum(slug: string, course: CourseBody, courses: ReadonlyMap<string, CourseBody>): Finding[] {
  const parts = (course.modules ?? []).map((module) => courses.get(module)?.cpdHours ?? 0)
  const sum = parts.reduce((total, hours) => total + hours, course.completion.attendedHours ?? 0)
  return sum === course.cpdHours
    ? []
    : [untrue(slug, 'cpdHours', `its modules and hours live come to ${sum}, not ${course.cpdHours}`)]
}

const untrue = (file: string, field: string, message: string): Finding => ({ file, line: 1, column: 1, field, message })
