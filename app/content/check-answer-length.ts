import type { Report } from './findings.ts'
import type { CourseSource } from './sources.ts'
import { finding } from './yaml-file.ts'

/** With fewer questions to choose one answer in, a share says nothing. */
const FEWEST_QUESTIONS = 4
/** One in four would be chance; a course this short strays from that, but a habit shows above one in two. */
const LARGEST_SHARE = 0.5
/** A reader who has seen that it is mostly three of five chooses three. */
const LARGEST_SHARE_ALIKE = 0.75

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

/** Readers count as well: how many options are right should differ from one question to the next. */
export function checkRightCounts({ questions }: CourseSource, report: Report): void {
  if (!questions) return
  const counts = questions.value.flatMap((question) =>
    question.kind === 'multiple' ? [rightOf(question.options)] : [],
  )
  const alike = counts.filter((count) => count === mostFrequent(counts))
  if (counts.length < FEWEST_QUESTIONS || alike.length <= counts.length * LARGEST_SHARE_ALIKE) return
  const message = `${alike[0]} options are right in ${alike.length} of ${counts.length} multiple questions`
  report.notes.push(finding(questions, [], message))
}

const rightOf = (options: readonly { correct: boolean }[]) =>
  `${options.filter(({ correct }) => correct).length} of ${options.length}`

const mostFrequent = (counts: readonly string[]) => {
  const times = (one: string) => counts.filter((other) => other === one).length
  return [...counts].sort((one, other) => times(other) - times(one))[0]
}

function isRightLongest(options: readonly { text: string; correct: boolean }[]): boolean {
  const longest = (isRight: boolean) =>
    Math.max(...options.filter(({ correct }) => correct === isRight).map(({ text }) => text.length))
  return longest(true) > longest(false)
}
