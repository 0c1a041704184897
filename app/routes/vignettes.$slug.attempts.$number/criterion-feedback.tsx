import type { PublishedRubric } from '#app/content/rubric-schema.ts'

type Descriptors = PublishedRubric['global']['descriptors']

const HIGHEST = 7

type CriterionFeedbackProps = {
  title: string
  descriptors: Descriptors
  /** Null: it could not be rated, which is no low mark. */
  level?: number | null | undefined
  comments?: readonly string[]
}

/** The level with the rubric's own words for it, and what the marker wrote. */
export function CriterionFeedback({ title, descriptors, level, comments = [] }: CriterionFeedbackProps) {
  return (
    <section className="border-line border-t pt-4">
      <h3 className="flex flex-wrap justify-between gap-x-4 text-lg">
        {title}
        <span className="font-sans font-medium text-base tabular-nums">
          {typeof level === 'number' ? `${level} of ${HIGHEST}` : 'Not rateable'}
        </span>
      </h3>
      {typeof level === 'number' && <Meaning level={level} descriptors={descriptors} />}
      <Comments texts={comments} />
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

/** What was written, whoever wrote it. */
export const Comments = ({ texts }: { texts: readonly string[] }) =>
  texts.map((text) => (
    <p key={text} className="mt-2 whitespace-pre-line wrap-anywhere font-serif text-lg">
      {text}
    </p>
  ))

/** Each text once, and none that another one has in it: a final mark often repeats its markers' words. */
export function distinct(texts: readonly (string | undefined)[]): string[] {
  const kept: string[] = []
  for (const text of texts) if (text && !kept.some((one) => one.includes(text))) kept.push(text)
  return kept
}
