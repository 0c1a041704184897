import type { ReactNode } from 'react'
import type { Mark } from '#app/domain/rubric.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'

/** Every level and comment of a mark, to be read. */
export function MarkGiven({ rubric, mark }: { rubric: ShownRubric; mark: Mark }) {
  const errors = rubric.criticalErrors.filter(({ id }) => id in mark.criticalErrors)
  return (
    <>
      {rubric.criteria.map(({ id, title }) => (
        <Given key={id} title={title} level={mark.ratings[id]?.level ?? 'Not rateable'}>
          {mark.ratings[id]?.comment}
        </Given>
      ))}
      <Given title="Global rating" level={mark.globalLevel} />
      {errors.map(({ id, title }) => (
        <Given key={id} title={title} level="Critical error">
          {mark.criticalErrors[id]}
        </Given>
      ))}
      <Given title="Overall comment">{mark.comment}</Given>
    </>
  )
}

const Given = ({ title, level, children }: { title: string; level?: ReactNode; children?: ReactNode }) => (
  <section className="border-line border-t pt-4">
    <h3 className="flex flex-wrap justify-between gap-x-4 text-lg">
      {title} <span className="font-sans tabular-nums">{level}</span>
    </h3>
    {children && <p className="mt-2 whitespace-pre-line wrap-anywhere">{children}</p>}
  </section>
)
