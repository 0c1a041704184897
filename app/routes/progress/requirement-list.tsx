import type { NextStep, RequirementStanding } from '#app/domain/pathway.ts'
import { Status } from '#app/ui/tag.tsx'

type RequirementListProps = {
  requirements: readonly RequirementStanding[]
  hrefOf: (target: NonNullable<NextStep['target']>) => string
}

/** Each requirement in words: why it is asked, what there is of it, what is missing and where to go on. */
export function RequirementList({ requirements, hrefOf }: RequirementListProps) {
  return (
    <section aria-labelledby="requirements">
      <h2 id="requirements" className="pb-4 text-2xl">
        Requirement by requirement
      </h2>
      <ol className="border-line border-b">
        {requirements.map(({ id, title, why, state, because, next }) => (
          <li key={id} id={id} className="grid gap-x-10 gap-y-3 border-line border-t py-6 md:grid-cols-[1fr_1fr]">
            <div className="grid content-start justify-items-start gap-2">
              <h3 className="text-lg">{title}</h3>
              <Status status={state} />
              <p className="text-ink-muted">{why}</p>
            </div>
            <div className="grid content-start gap-3">
              <ul className="grid gap-1">
                {because.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
              {next?.target && (
                <p>
                  <a href={hrefOf(next.target)} aria-label={`${next.text}: ${title}`}>
                    {next.text}
                  </a>
                </p>
              )}
              {next && !next.target && <p className="text-ink-muted">{next.text}.</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
