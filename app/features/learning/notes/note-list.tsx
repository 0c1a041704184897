import { RichText } from '#app/rich-text/render-document.tsx'
import { type NoteView, noteAnchor } from './note-view.ts'

type NoteListProps = {
  notes: readonly NoteView[]
  /** Absent where the lesson has gone. */
  lessonPath: string | undefined
  /** The page to come back to from writing; the lesson otherwise. */
  from?: 'notes'
}

/** Marked words, each with what was written on it. */
export function NoteList({ notes, lessonPath, from }: NoteListProps) {
  return (
    <ul className="grid gap-6">
      {notes.map(({ id, quote, note, place }) => (
        <li key={id} id={noteAnchor(id)} className="grid gap-2">
          <blockquote className="own-quote">{quote}</blockquote>
          {!place && (
            <p className="text-caution text-sm">The lesson has changed since: these words are no longer in it.</p>
          )}
          {note && <RichText document={note} headingLevel={4} />}
          <p className="flex flex-wrap gap-x-5 text-sm print:hidden">
            <a href={`/learn/notes/${id}${from ? `?from=${from}` : ''}`} className="inline-flex min-h-8 items-center">
              {note ? 'Change or delete' : 'Write on it, or delete'}
              <span className="sr-only">: {quote.slice(0, 60)}</span>
            </a>
            {place && lessonPath && (
              <a href={`${lessonPath}#${place.anchor}`} className="inline-flex min-h-8 items-center">
                {from ? 'In the lesson' : 'To the words'}
                <span className="sr-only">: {quote.slice(0, 60)}</span>
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
