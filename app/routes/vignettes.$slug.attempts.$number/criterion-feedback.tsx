import type { ReactNode } from 'react'
import type { PublishedRubric } from '#app/content/schemas.ts'

type Descriptors = PublishedRubric['global']['descriptors']

const HIGHEST = 7

type CriterionFeedbackProps = {
  title: string
  descriptors: Descriptors
  /** Null: it could not be rated, which is no low mark. */
  level?: number | null | undefined
  comment?: string | undefined
}

/** The level with the rubric's own words for it, and what the marker wrote. */
export function CriterionFeedback({ title, descriptors, level, comment }: CriterionFeedbackProps) {
  return (
    <section className="border-line border-t pt-4">
      <h3 className="flex flex-wrap justify-between gap-x-4 text-lg">
        {title}
        <span className="font-sans font-medium text-base tabular-nums">
          {typeof level === 'number' ? `${level} of ${HIGHEST}` : 'Not rateable'}
        </span>
      </h3>
      {typeof level === 'number' && <Meaning level={level} descriptors={descriptors} />}
      <Comment>{comment}</Comment>
    </section>
  )
}

/** Levels without words of their own lie between their neighbours. */
function Meaning({ level, descriptors }: { level: number; descriptors: Descriptors }) {
  const words: Partial<Record<number, string>> = descriptors
  if (words[level]) return <p className="mt-1 text-ink-muted text-sm">{words[level]}</p>
  return (
    <div className="mt-1 grid gap-1 text-ink-muted text-sm">
      <p>
        Between {level - 1}: {words[level - 1]}
      </p>
      <p>
        and {level + 1}: {words[level + 1]}
      </p>
    </div>
  )
}

export const Comment = ({ children }: { children: ReactNode }) =>
  children ? <p className="mt-2 whitespace-pre-line wrap-anywhere font-serif text-lg">{children}</p> : null
