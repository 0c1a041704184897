import { type CourseFacts, type CourseOutline, judgedOf } from './completion.ts'

export type CoursePlan = CourseOutline & { questionLesson: (questionId: string) => string }

/** The next thing to do on a course; `anchor`: the paragraph of the lesson where somebody stopped. */
export type Place =
  | { kind: 'lesson'; slug: string; anchor?: string | undefined }
  | { kind: 'question'; slug: string; questionId: string }
  | { kind: 'vignette'; slug: string }

/**
 * Where somebody goes on: the lesson after the one they read last, then lessons left out, then questions that still count, then
 * a vignette. Nothing when all of it is done or waits for somebody else.
 * @param facts with the lessons in the order of reading.
 * @param waiting slugs of vignettes that are with a marker.
 */
export function whereToGoOn(plan: CoursePlan, facts: CourseFacts, waiting: readonly string[] = []): Place | undefined {
  const lesson = nextLesson(plan.lessons, facts.lessonsRead)
  if (lesson) return { kind: 'lesson', slug: lesson }
  const question = nextQuestion(plan, facts)
  if (question) return { kind: 'question', slug: plan.questionLesson(question), questionId: question }
  const vignette = plan.completion.vignettes
    ? plan.vignettes.find((slug) => !facts.vignettesPassed.includes(slug) && !waiting.includes(slug))
    : undefined
  return vignette === undefined ? undefined : { kind: 'vignette', slug: vignette }
}

function nextLesson(lessons: readonly string[], read: readonly string[]): string | undefined {
  const last = read.at(-1)
  const after = last === undefined ? [] : lessons.slice(lessons.indexOf(last) + 1)
  return [...after, ...lessons].find((slug) => !read.includes(slug))
}

/** An unanswered question first; then, if too few were right, one to try again. */
function nextQuestion({ questions, unjudged, completion }: CoursePlan, { answers }: CourseFacts): string | undefined {
  if (!completion.questions) return undefined
  const unanswered = questions.find((id) => !answers.some(({ questionId }) => questionId === id))
  if (unanswered) return unanswered
  const judged = judgedOf({ questions, unjudged })
  const wrong = answers.filter(({ questionId, isCorrect }) => !isCorrect && judged.includes(questionId))
  const isEnough = judged.length - wrong.length >= (completion.correctShare ?? 0) * judged.length - 1e-9
  return isEnough ? undefined : questions.find((id) => wrong.some(({ questionId }) => questionId === id))
}
