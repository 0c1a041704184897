import { Form } from 'react-router'
import { selfRatingField } from '#app/domain/self-rating.ts'
import type { WrittenAttemptPage } from '#app/features/assessment/view-attempt.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { type Level, levels, MarksScale } from '#app/ui/marks-scale.tsx'

export type RefusedRating = { faults: Record<string, string>; typed: Record<string, string> }

type SelfRatingFormProps = { rubric: WrittenAttemptPage['rubric']; refused: RefusedRating | undefined }

/** One's own answer on the rubric that it is marked on. Comments are the markers' task. */
export function SelfRatingForm({ rubric, refused }: SelfRatingFormProps) {
  const { faults = {}, typed = {} } = refused ?? {}
  const scale = (name: string) => ({
    name,
    defaultValue: chosen(typed[name]),
    errors: faults[name] ? [faults[name]] : undefined,
    required: true,
  })
  return (
    <Form method="post" reloadDocument className="grid gap-10">
      <ErrorSummary
        title="Your rating is not complete"
        errors={Object.entries(faults).map(([id, message]) => ({ id, message }))}
      />
      {rubric.criteria.map(({ id, title, asks, descriptors }) => (
        <MarksScale
          key={id}
          {...scale(selfRatingField.level(id))}
          label={<span className="font-serif text-xl">{title}</span>}
          hint={asks}
          descriptors={descriptors}
        />
      ))}
      <MarksScale
        {...scale(selfRatingField.globalLevel)}
        label={<span className="font-serif text-xl">On the whole</span>}
        hint={rubric.global.asks}
        descriptors={rubric.global.descriptors}
        allowNotRateable={false}
      />
      <div className="grid justify-items-start gap-2">
        <Button name="intent" value="rate">
          Keep my rating
        </Button>
        <p className="max-w-measure text-ink-muted text-sm">
          It counts for nothing and no marker sees it. It is kept as it is, to stand beside the marks.
        </p>
      </div>
    </Form>
  )
}

const chosen = (value: string | undefined): Level | 'not-rateable' | undefined =>
  value === 'not-rateable' ? value : levels.find((level) => String(level) === value)
