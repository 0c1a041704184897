import { Form } from 'react-router'
import { CLIP_DESCRIPTORS, INSTRUMENTS } from '#app/domain/portfolio/clip-descriptors.ts'
import { CLIP_DOMAIN_IDS, CLIP_DOMAINS, type ClipDomain } from '#app/domain/portfolio/clip-domains.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { ShownClip } from '#app/features/portfolio/rate-clip.server.ts'
import { levelField, TOTALS } from '#app/features/portfolio/rating-fields.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { errorsOf, typedIn } from '#app/http/form-errors.ts'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { IdentifierReview } from '#app/screen/identifier-review.tsx'
import { Button } from '#app/ui/button.tsx'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { levels, MarksScale } from '#app/ui/marks-scale.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { Time } from '#app/ui/time.tsx'

type RatingFormProps = { clip: ShownClip; fault: ScreenFault | undefined; timeZone: string }

/** Our own domains with their descriptors, then the totals of a licensed instrument where one was used. */
export function RatingForm({ clip: { id, version, rating }, fault, timeZone }: RatingFormProps) {
  const text = (name: string, kept: string | number | undefined) => ({
    name,
    errors: fault?.errors[name],
    defaultValue: fault ? typedIn(fault, name) : kept,
  })
  return (
    <Form method="post" noValidate className="grid gap-12">
      <EnterSendsNothing />
      <KeptForm form="clip-rating" subject={id} />
      <ErrorSummary errors={errorsOf(fault)} title="Nothing was sent yet" />
      <IdentifierReview fault={fault} />
      {rating && (
        <p className="text-ink-muted">
          You rated it on <Time value={rating.ratedAt} zone={timeZone} />. Another rating takes its place; the earlier
          one is kept.
        </p>
      )}
      <input type="hidden" name="version" value={version} />
      {CLIP_DOMAIN_IDS.map((domain, index) => (
        <MarksScale
          key={domain}
          name={levelField(domain)}
          label={
            <h2 className="text-xl">
              {index + 1}. {CLIP_DOMAINS[domain]}
            </h2>
          }
          hint={CLIP_DESCRIPTORS[domain].asks}
          descriptors={CLIP_DESCRIPTORS[domain].levels}
          standard="good enough"
          defaultValue={levelOf(domain, rating, fault)}
          errors={fault?.errors[levelField(domain)]}
        />
      ))}
      <div className="grid max-w-form gap-6">
        <TextArea
          {...text('comment', rating?.comment)}
          label="Comment"
          hint="For the supervisee: what worked, and one thing to try. Name no patient."
          rows={5}
        />
        <SelectField
          {...text('instrument', rating?.instrument)}
          label="Licensed instrument"
          hint="If you used one as well. Its items stay with you: only its totals are kept here."
          placeholder="None"
          options={INSTRUMENTS.map((name) => ({ value: name, label: name }))}
        />
        <div className="grid gap-6 sm:grid-cols-2">
          {TOTALS.map(({ field, id, label }) => (
            <TextField
              key={id}
              {...text(field, rating?.totals[id])}
              label={label}
              hint="Of its items, from 1 to 7."
              inputMode="decimal"
              className="max-w-36 tabular-nums"
            />
          ))}
        </div>
      </div>
      <div>
        <Button>{rating ? 'Send this rating instead' : 'Send this rating'}</Button>
      </div>
    </Form>
  )
}

/** What was chosen last: in the form that came back, else in the rating that stands. */
function levelOf(domain: ClipDomain, rating: ShownClip['rating'], fault: FormFault | undefined) {
  const kept = rating?.ratings[domain]
  const chosen = fault ? typedIn(fault, levelField(domain)) : kept === null ? 'not-rateable' : String(kept ?? '')
  return chosen === 'not-rateable' ? chosen : levels.find((level) => String(level) === chosen)
}
