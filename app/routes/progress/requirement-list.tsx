import type { EvaluatedPart, NextStep, StepTarget } from '#app/domain/pathway/evaluated.ts'
import { Status } from '#app/ui/tag.tsx'

type RequirementListProps = {
  requirements: readonly EvaluatedPart[]
  hrefOf: (target: StepTarget) => string | undefined
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
              {next && <Step title={title} step={next} href={next.target && hrefOf(next.target)} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Step({ title, step, href }: { title: string; step: NextStep; href: string | undefined }) {
  if (!href) return <p className="text-ink-muted">{step.text}.</p>
  return (
    <p>
      <a href={href} aria-label={`${step.text}: ${title}`}>
        {step.text}
      </a>
    </p>
  )
}
