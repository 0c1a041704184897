import { inNumber } from '#app/domain/wording.ts'
import type { LessonRow } from '#app/features/learning/view-course.server.ts'
import { Status } from '#app/ui/tag.tsx'
import { NumberedList } from './numbered-list.tsx'

type LessonListProps = { course: string; lessons: readonly LessonRow[] }

export const LessonList = ({ course, lessons }: LessonListProps) => (
  <NumberedList
    id="lessons"
    title="Lessons"
    rows={lessons.map(({ slug, title, minutes, questions, isRead }) => ({
      slug,
      href: `/learn/${course}/${slug}`,
      title,
      below: (
        <p className="text-ink-muted text-sm">
          {inNumber(minutes, { one: '1 minute', other: '{n} minutes' })}
          <Questions questions={questions} />
        </p>
      ),
      standing: <Status status={isRead ? 'met' : 'not-begun'}>{isRead ? 'Read' : 'Not read'}</Status>,
    }))}
  />
)

function Questions({ questions: { count, answered, right } }: Pick<LessonRow, 'questions'>) {
  if (count === 0) return null
  const words =
    answered === 0
      ? inNumber(count, { one: '1 question', other: '{n} questions' })
      : inNumber(
          count,
          { one: '{answered} of 1 answered, {right} right', other: '{answered} of {n} answered, {right} right' },
          { answered, right },
        )
  return ` · ${words}`
}
