import type { Report } from './findings.ts'
import type { CourseSource } from './sources.ts'
import { finding } from './yaml-file.ts'

/** With fewer questions to choose one answer in, a share says nothing. */
const FEWEST_QUESTIONS = 4
/** One in four would be chance; a course this short strays from that, but a habit shows above one in two. */
const LARGEST_SHARE = 0.5

/** Readers soon learn to choose the longest option, if that is mostly the right one, and then practise nothing else. */
export function checkAnswerLength({ questions }: CourseSource, report: Report): void {
  if (!questions) return
  const single = questions.value.filter((question) => question.kind === 'single')
  const given = single.filter(({ options }) => isRightLongest(options))
  if (single.length < FEWEST_QUESTIONS || given.length <= single.length * LARGEST_SHARE) return
  const ids = given.map(({ id }) => id).join(', ')
  report.notes.push(
    finding(
      questions,
      [],
      `the right option is the longest in ${given.length} of ${single.length} single questions: ${ids}`,
    ),
  )
}

function isRightLongest(options: readonly { text: string; correct: boolean }[]): boolean {
  const longest = (isRight: boolean) =>
    Math.max(...options.filter(({ correct }) => correct === isRight).map(({ text }) => text.length))
  return longest(true) > longest(false)
}
