import { OVERALL } from '#app/domain/comment-bank.ts'
import { type MarkFaults, type MarkFields, markField } from '#app/domain/mark-form.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { type Level, levels, MarksScale } from '#app/ui/marks-scale.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { BankOfComments } from './bank-of-comments.tsx'

/** A section that the keys lead to: it takes focus as a whole. */
export const part = (name: string) => ({ 'data-part': name, tabIndex: -1 }) as const

export type FilledForm = { fields: MarkFields; faults: MarkFaults }
type Rubric = ShownRubric

export function Criterion({
  criterion: { id, title, asks, descriptors },
  number,
  ...form
}: FilledForm & { criterion: Rubric['criteria'][number]; number: number }) {
  return (
    <section id={`criterion-${id}`} aria-label={title} {...part(id)} className="grid scroll-mt-32 gap-5">
      <Rating
        name={markField.level(id)}
        label={`${number}. ${title}`}
        asks={asks}
        descriptors={descriptors}
        {...form}
      />
      <Comment name={markField.comment(id)} label="Comment" about={title} bankId={id} {...form} />
    </section>
  )
}

export function GlobalRating({ global, ...form }: FilledForm & { global: Rubric['global'] }) {
  return (
    <section id="global-rating" aria-label="Global rating" {...part('global')} className="scroll-mt-32">
      <Rating
        name={markField.globalLevel}
        label="Global rating"
        asks={global.asks}
        descriptors={global.descriptors}
        allowNotRateable={false}
        {...form}
      />
    </section>
  )
}

export const OverallComment = (form: FilledForm) => (
  <section id="overall-comment" aria-label="Overall comment" {...part('overall')} className="scroll-mt-32">
    <Comment name={markField.overallComment} label="Overall comment" rows={8} bankId={OVERALL} {...form} />
  </section>
)

type RatingProps = FilledForm & {
  name: string
  label: string
  asks: string
  descriptors: Partial<Record<Level, string>>
  allowNotRateable?: boolean
}

function Rating({ name, label, asks, fields, faults, ...scale }: RatingProps) {
  return (
    <MarksScale
      {...scale}
      name={name}
      label={<h3 className="text-xl">{label}</h3>}
      hint={asks}
      defaultValue={chosen(fields[name])}
      errors={errorsOf(faults[name])}
    />
  )
}

type CommentProps = FilledForm & {
  name: string
  label: string
  about?: string
  rows?: number
  /** Where the comment bank has sentences for it. */
  bankId?: string
}

export function Comment({ name, label, about, rows = 3, bankId, fields, faults }: CommentProps) {
  const area = (
    <TextArea
      name={name}
      label={
        <>
          {label}
          {about && <span className="sr-only"> on {about}</span>}
        </>
      }
      rows={rows}
      defaultValue={fields[name] ?? ''}
      errors={errorsOf(faults[name])}
    />
  )
  if (!bankId) return area
  return (
    <div className="grid gap-1">
      {area}
      <BankOfComments field={name} criterionId={bankId} about={about ?? label} />
    </div>
  )
}

export const errorsOf = (fault: string | undefined) => (fault ? [fault] : undefined)

/** Levels that the scale does not have are shown as not chosen; the fault beside it says so. */
const chosen = (value: string | undefined): Level | 'not-rateable' | undefined =>
  value === 'not-rateable' ? value : levels.find((level) => String(level) === value)
