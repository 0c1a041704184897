import type { EvaluatedPart, NextStep } from '#app/domain/pathway/evaluated.ts'
import { measureWords } from '#app/domain/pathway/wording.ts'
import { hrefOfTarget } from '#app/features/pathway/target.ts'
import type { Progress } from '#app/features/pathway/view-progress.server.ts'
import { Status, Tag } from '#app/ui/tag.tsx'
import { AttestForm } from './attest-form.tsx'
import { EvidenceLists } from './evidence-lists.tsx'
import { Routes } from './treatment-routes.tsx'

export type Shown = Pick<Progress, 'statements' | 'reflectionIds'>

/** A requirement with all that it rests on: why it is asked, what there is, what does not count and what would complete it. */
export function RequirementDetail({ part, shown }: { part: EvaluatedPart; shown: Shown }) {
  const { id, kind, why, because, missing, title, next, children } = part
  const statement = kind === 'attestation' ? shown.statements[id] : undefined
  return (
    <div className="grid gap-4">
      {why && <p className="max-w-measure text-ink-muted">{why}</p>}
      {kind === 'treatments' ? (
        <Routes part={part} reflectionIds={shown.reflectionIds} />
      ) : children.length > 0 ? (
        <Parts parts={children} shown={shown} />
      ) : (
        <>
          <ul>
            {because.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {statement && <AttestForm part={part} statement={statement} />}
          <EvidenceLists part={part} reflectionIds={shown.reflectionIds} />
          {missing.length > 0 && !statement && <p>Still needed: {missing.join('; ')}.</p>}
          {next && !statement && <Step title={title} step={next} />}
        </>
      )}
    </div>
  )
}

/** Parts that are all asked for, or of which one is enough. */
function Parts({ parts, shown }: { parts: readonly EvaluatedPart[]; shown: Shown }) {
  return (
    <ul className="grid gap-5">
      {parts.map((part) => (
        <li key={part.id} id={part.id} className="grid gap-2 border-line border-s-2 ps-4">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-medium">{part.title}</span>
            <Status status={part.state} />
            {part.isShortest && part.state !== 'met' && <Tag tone="primary">The shortest way</Tag>}
            <span className="text-ink-muted text-sm tabular-nums">{measureWords(part)}</span>
          </p>
          <RequirementDetail part={part} shown={shown} />
        </li>
      ))}
    </ul>
  )
}

function Step({ title, step }: { title: string; step: NextStep }) {
  if (!step.target) return <p className="text-ink-muted">{step.text}.</p>
  return (
    <p>
      <a
        href={hrefOfTarget(step.target)}
        aria-label={`${step.text}: ${title}`}
        className="inline-flex items-center pointer-coarse:min-h-target"
      >
        {step.text}
      </a>
    </p>
  )
}
