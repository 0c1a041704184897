import { NoteList } from '#app/features/learning/notes/note-list.tsx'
import type { LessonPage } from '#app/features/learning/view-lesson.server.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

/** What one marked in this lesson and wrote on it, and a way to write without selecting words. */
export function OwnNotes({ page: { notes, paragraphs }, path }: { page: LessonPage; path: string }) {
  return (
    <section
      aria-labelledby="own-notes"
      data-own-notes
      className={`grid max-w-measure gap-6 ${notes.length === 0 ? 'print:hidden' : ''}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <h2 id="own-notes" className="text-2xl">
          My notes on this lesson
        </h2>
        <a href="/learn/notes" className="inline-flex min-h-8 items-center text-sm print:hidden">
          All my notes
        </a>
      </div>
      {notes.length > 0 ? (
        <NoteList notes={notes} lessonPath={path} />
      ) : (
        <p className="text-ink-muted print:hidden">
          Select words of the lesson to mark them or to write on them. Only you see what you mark.
        </p>
      )}
      <ul data-unsent-words className="grid gap-6 empty:hidden" />
      <details className="border-line border-t pt-3 print:hidden">
        <summary className="min-h-8 cursor-pointer text-primary">Write a note on a paragraph</summary>
        <form method="post" action={`${path}/notes`} className="mt-3 grid justify-items-start gap-4">
          <SelectField
            id="paragraph"
            name="anchor"
            label="Paragraph"
            options={paragraphs.map(({ id, words }) => ({ value: id, label: words }))}
          />
          <Button variant="secondary" name="intent" value="write">
            Write a note
          </Button>
        </form>
      </details>
    </section>
  )
}
