import { inNumber } from '#app/domain/wording.ts'
import type { LessonRow } from '#app/features/learning/view-course.server.ts'
import { Status } from '#app/ui/tag.tsx'

export function LessonList({ course, lessons }: { course: string; lessons: readonly LessonRow[] }) {
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons" className="pb-4 text-2xl">
        Lessons
      </h2>
      <ol className="border-line border-b">
        {lessons.map((lesson, index) => (
          <li
            key={lesson.slug}
            className="grid grid-cols-[2rem_1fr] items-baseline gap-x-4 gap-y-1.5 border-line border-t py-4 sm:grid-cols-[2rem_1fr_auto]"
          >
            <span aria-hidden="true" className="font-serif text-accent-ink text-lg italic">
              {index + 1}
            </span>
            <div className="min-w-0">
              <h3 className="text-lg">
                <a href={`/learn/${course}/${lesson.slug}`}>{lesson.title}</a>
              </h3>
              <p className="text-ink-muted text-sm">
                {inNumber(lesson.minutes, { one: '1 minute', other: '{n} minutes' })}
                <Questions questions={lesson.questions} />
              </p>
            </div>
            <div className="col-start-2 sm:col-start-3">
              <Status status={lesson.isRead ? 'met' : 'not-begun'}>{lesson.isRead ? 'Read' : 'Not read'}</Status>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

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
