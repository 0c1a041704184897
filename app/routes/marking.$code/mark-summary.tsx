import { readAnchors } from '#app/domain/anchors.ts'
import { type MarkFields, markField } from '#app/domain/mark-form.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'

/** An unfinished mark to be read, where two versions of it have to be compared. */
export function MarkSummary({ rubric, fields }: { rubric: ShownRubric; fields: MarkFields }) {
  const errors = rubric.criticalErrors.filter(({ id }) => fields[markField.error(id)])
  const given = [
    ...rubric.criteria.map(({ id, title }) => ({
      title,
      level: fields[markField.level(id)],
      comment: fields[markField.comment(id)],
    })),
    { title: 'Global rating', level: fields[markField.globalLevel], comment: '' },
    ...errors.map(({ id, title }) => ({ title, level: 'seen', comment: fields[markField.errorWords(id)] })),
    { title: 'Overall comment', level: '', comment: fields[markField.overallComment] },
    {
      title: 'Comments on passages',
      level: '',
      comment: readAnchors(fields[markField.anchors])
        .map(({ text }) => text)
        .join('\n'),
    },
  ].filter(({ level, comment }) => level || comment)
  if (given.length === 0) return <p className="text-ink-muted">Nothing filled in.</p>
  return (
    <dl className="grid gap-3 text-sm">
      {given.map(({ title, level, comment }) => (
        <div key={title}>
          <dt className="font-medium">
            {title} <span className="tabular-nums">{level?.replace('-', ' ')}</span>
          </dt>
          <dd className="whitespace-pre-line wrap-anywhere">{comment}</dd>
        </div>
      ))}
    </dl>
  )
}
