import type { PassageView } from '#app/features/discussion/view-thread.server.ts'

const SINCE: Record<PassageView['state'], string> = {
  there: '',
  changed: 'The lesson has been corrected since: this paragraph is another one now.',
  gone: 'This lesson is no longer part of the course.',
}

/** The paragraph of a lesson that the thread is about, in the words that stood there when somebody asked. */
export function Passage({ passage: { quote, lessonTitle, state, path } }: { passage: PassageView }) {
  return (
    <figure className="grid gap-2 rounded-md bg-sunk p-5">
      <figcaption className="text-ink-muted text-sm">
        {path ? (
          <a href={path} className="inline-flex min-h-6 items-center">
            {lessonTitle}
          </a>
        ) : (
          (lessonTitle ?? 'A lesson')
        )}
      </figcaption>
      <blockquote className="font-serif text-lg wrap-anywhere">{quote}</blockquote>
      {SINCE[state] && <p className="text-ink-muted text-sm">{SINCE[state]}</p>}
    </figure>
  )
}
