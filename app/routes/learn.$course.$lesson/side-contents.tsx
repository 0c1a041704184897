import type { LessonPage } from '#app/features/learning/view-lesson.server.ts'
import { StatusMark } from '#app/ui/status-mark.tsx'

/** What this page holds and where it stands in the course: beside the text where there is room, folded above it elsewhere. */
export function SideContents({ page }: { page: LessonPage }) {
  return (
    <div className="lesson-side">
      <details className="lesson-contents is-shown-beside">
        <summary>On this page</summary>
        <nav aria-label="On this page">
          <ul>
            {page.contents.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
            {page.questions.length > 0 && (
              <li>
                <a href="#questions">Questions</a>
              </li>
            )}
            <li>
              <a href="#own-notes">My notes</a>
            </li>
          </ul>
        </nav>
      </details>
      <details className="lesson-contents">
        <summary>Lessons of this course</summary>
        <nav aria-label="Lessons of this course">
          <ol>
            {page.lessons.map(({ slug, title, isRead }) => (
              <li key={slug}>
                <StatusMark
                  status={isRead ? 'met' : 'not-begun'}
                  className={`size-4 ${isRead ? 'text-positive' : 'text-line-strong'}`}
                />
                <a
                  href={`/learn/${page.course.slug}/${slug}`}
                  aria-current={slug === page.lesson.slug ? 'page' : undefined}
                >
                  {title}
                  {isRead && <span className="sr-only">, read</span>}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </details>
    </div>
  )
}
