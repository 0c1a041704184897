import type { DemoMember } from '#app/features/people/demo-cast.server.ts'

/** On a demonstration only: who there is to be, each a link that fills the form in. */
export function DemoCast({ cast, next }: { cast: readonly DemoMember[]; next: string | undefined }) {
  if (cast.length === 0) return null
  return (
    <section aria-labelledby="demo-cast" className="max-w-form">
      <h2 id="demo-cast" className="text-xl">
        This is a demonstration
      </h2>
      <p className="mt-2 text-ink-muted">
        Choose somebody to fill the form in, then sign in. Everybody has the password <code>mentalize-demo</code>.
      </p>
      <ul className="mt-4 border-line border-b">
        {cast.map(({ key, does }) => (
          <li key={key} className="border-line border-t">
            <a
              href={`/sign-in?${new URLSearchParams({ as: key, ...(next && { next }) })}`}
              className="flex min-h-target flex-wrap items-center gap-x-3 py-1.5"
            >
              <strong className="w-20 capitalize">{key}</strong>
              <span>{does}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
