import { Icon } from '#app/ui/icon.tsx'

type ErrorSummaryProps = {
  /** Field ids with their messages, in the order of the form; an empty id is about the form as a whole. */
  errors: readonly { id: string; message: string }[]
  title?: string
}

/** Stands above a form that came back; takes focus, and each line leads to its field. Draws nothing without errors. */
export function ErrorSummary({ errors, title = 'Please check these answers' }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page has just come back with errors, and without scripts nothing else moves focus to them
      autoFocus
      className="flex gap-3 rounded-md border border-critical bg-critical-soft p-4 text-ink sm:p-5"
    >
      <Icon name="error" className="mt-0.5 size-6 text-critical" />
      <div className="min-w-0">
        <h2 className="text-lg">{title}</h2>
        <ul className="mt-1.5 grid gap-1">
          {errors.map(({ id, message }) => (
            <li key={`${id} ${message}`}>
              {id ? (
                <a href={`#${id}`} className="inline-block py-0.5 text-critical">
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
