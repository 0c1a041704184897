import { LESSON_END } from '#app/domain/offline.ts'
import type { LessonPage } from '#app/features/learning/view-lesson.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Status } from '#app/ui/tag.tsx'

/** The end of a lesson: mark it as read and go on, or go back to the one before. */
export function FinishLesson({ page, path }: { page: LessonPage; path: string }) {
  const { course, previous, next, isRead } = page
  const hrefTo = (slug: string) => `/learn/${course.slug}/${slug}`
  return (
    <nav
      id={LESSON_END}
      aria-label="Next and previous lesson"
      className="grid gap-6 border-ink border-t pt-6 print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        {isRead ? (
          <>
            <Status status="met">Read</Status>
            <LinkButton href={next ? hrefTo(next.slug) : `/learn/${course.slug}`}>
              {next ? 'Next lesson' : 'Back to the course'} <Icon name="arrow-right" className="size-4.5" />
            </LinkButton>
          </>
        ) : (
          <form method="post" action={path}>
            <input type="hidden" name="intent" value="read" />
            <Button>
              {next ? 'Mark as read and go on' : 'Mark as read'} <Icon name="arrow-right" className="size-4.5" />
            </Button>
          </form>
        )}
        {next && (
          <p className="text-sm">
            Next: <a href={hrefTo(next.slug)}>{next.title}</a>
          </p>
        )}
      </div>
      {previous && (
        <p className="text-sm">
          Before: <a href={hrefTo(previous.slug)}>{previous.title}</a>
        </p>
      )}
    </nav>
  )
}
