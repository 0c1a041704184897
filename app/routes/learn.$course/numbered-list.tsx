import type { ReactNode } from 'react'

type Row = { slug: string; href: string; title: string; below: ReactNode; standing: ReactNode }

/** What a course is made of, in its order: each under its number, with something below its title and how it stands at the side. */
export function NumberedList({ id, title, rows }: { id: string; title: string; rows: readonly Row[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="pb-4 text-2xl">
        {title}
      </h2>
      <ol className="border-line border-b">
        {rows.map((row, index) => (
          <li
            key={row.slug}
            className="grid grid-cols-[2rem_1fr] items-baseline gap-x-4 gap-y-2 border-line border-t py-4 sm:grid-cols-[2rem_1fr_auto]"
          >
            <span aria-hidden="true" className="font-serif text-accent-ink text-lg italic">
              {index + 1}
            </span>
            <div className="grid min-w-0 gap-1">
              <h3 className="text-lg">
                <a href={row.href}>{row.title}</a>
              </h3>
              {row.below}
            </div>
            <div className="col-start-2 sm:col-start-3">{row.standing}</div>
          </li>
        ))}
      </ol>
    </section>
  )
}
