import { RichText } from '#app/rich-text/render-document.tsx'
import { Status } from '#app/ui/tag.tsx'
import type { RecordView } from './marking-record.server.ts'

const purposes: Record<string, string> = {
  first: 'First mark',
  second: 'Second mark',
  adjudication: 'Adjudication',
  again: 'Marked again',
}

/** The answer and everything that was given for it, without anybody's name. */
export function MarkingRecord({ record }: { record: RecordView }) {
  return (
    <div className="grid items-start gap-x-14 gap-y-section xl:grid-cols-2">
      <section aria-labelledby="answer" className="grid gap-6">
        <h2 id="answer" className="text-2xl">
          The answer
        </h2>
        <details className="border-line border-y py-3">
          <summary className="min-h-8 font-medium">The situation</summary>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through */}
          <div className="prose pt-3" dangerouslySetInnerHTML={{ __html: record.situationHtml }} />
        </details>
        {record.answers.map(({ id, label, document }) => (
          <section key={id} className="grid gap-2">
            <h3 className="text-lg">{label}</h3>
            <RichText document={document} headingLevel={4} />
          </section>
        ))}
      </section>
      <section aria-labelledby="marks" className="grid gap-6">
        <h2 id="marks" className="text-2xl">
          The marks
        </h2>
        {record.marks.map((mark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks are locked and in a fixed order
          <Mark key={index} mark={mark} rubric={record.rubric} />
        ))}
        {record.finals.map(({ globalLevel, hasPassed, because }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: final marks are never changed
          <div key={index} className="grid gap-2 border-line border-t pt-4">
            <h3 className="flex flex-wrap items-center gap-3 text-lg">
              Given in the end: {globalLevel} {hasPassed ? <Status status="passed" /> : <Status status="not-yet" />}
            </h3>
            {because.map((reason) => (
              <p key={reason} className="text-ink-muted">
                {reason}
              </p>
            ))}
          </div>
        ))}
      </section>
    </div>
  )
}

type MarkProps = { mark: RecordView['marks'][number]; rubric: RecordView['rubric'] }

function Mark({ mark, rubric }: MarkProps) {
  const errors = rubric.criticalErrors.filter(({ id }) => Object.hasOwn(mark.criticalErrors, id))
  return (
    <details className="border-line border-t pt-4" open>
      <summary className="font-medium text-lg">
        {purposes[mark.purpose] ?? 'Mark'}: global {mark.globalLevel}
      </summary>
      <dl className="mt-3 grid gap-3">
        {rubric.criteria.map(({ id, title }) => (
          <div key={id}>
            <dt className="flex justify-between gap-4 font-medium">
              {title} <span className="tabular-nums">{mark.ratings[id]?.level ?? 'Not rateable'}</span>
            </dt>
            <dd className="whitespace-pre-line wrap-anywhere">{mark.ratings[id]?.comment}</dd>
          </div>
        ))}
        {errors.map(({ id, title }) => (
          <div key={id}>
            <dt className="font-medium">Critical error: {title}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">{String(mark.criticalErrors[id] ?? '')}</dd>
          </div>
        ))}
        <div>
          <dt className="font-medium">Overall comment</dt>
          <dd className="whitespace-pre-line wrap-anywhere">{mark.comment}</dd>
        </div>
      </dl>
    </details>
  )
}
