import { CONFIRMATION_REASONS } from '#app/domain/screen/confirmations.ts'
import type { HitKind } from '#app/domain/screen/hit.ts'
import { inNumber } from '#app/domain/wording.ts'
import { Icon } from '#app/ui/icon.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import './identifier-review.css'
import { answersIn, type IdentifierQuestion, noteField, reasonField, type ScreenFault } from './identifier-questions.ts'

const KINDS: Record<HitKind, string> = {
  email: 'E-mail address',
  'nhs-number': 'NHS number',
  'record-number': 'Record number',
  phone: 'Phone number',
  'birth-date': 'Date of birth',
  address: 'Address',
  postcode: 'Postcode',
  name: 'Name',
}

const REASONS = Object.entries(CONFIRMATION_REASONS).map(([value, label]) => ({ value, label }))

/** A name may stand in every second sentence: the writer knows it after a few. */
const EXCERPTS_SHOWN = 3

/**
 * Asks about each likely identifier that `screenFields` found. It stands inside the form, above its fields, since its answers are
 * posted with them. While the form comes back for another fault, the answers that were given already are sent along.
 */
export function IdentifierReview({ fault }: { fault: ScreenFault | undefined }) {
  const questions = fault?.questions ?? []
  if (questions.length === 0)
    return answersIn(fault?.values ?? {}).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))
  return (
    <section
      role="alert"
      tabIndex={-1}
      data-not-kept
      aria-labelledby="identifiers"
      // biome-ignore lint/a11y/noAutofocus: the page has just come back with questions, and without scripts nothing else moves focus to them
      autoFocus
      className="grid gap-5 rounded-md border border-caution bg-caution-soft p-4 text-ink sm:p-5"
    >
      <div className="flex gap-3">
        <Icon name="caution" className="mt-0.5 size-6 text-caution" />
        <div className="grid min-w-0 max-w-measure gap-1.5">
          <h2 id="identifiers" className="text-lg">
            {inNumber(questions.length, {
              one: 'Not saved yet: could this identify somebody?',
              other: 'Not saved yet: could these identify somebody?',
            })}
          </h2>
          <p>
            What you write about a case must not say who it is about. Change the words in your text, or say why they may
            stay. The reason is recorded with the entry.
          </p>
        </div>
      </div>
      <ol className="grid gap-4">
        {questions.map((question) => (
          <Question key={question.digest} {...question} />
        ))}
      </ol>
    </section>
  )
}

function Question({ digest, kind, text, because, excerpts, reason, note, noteError }: IdentifierQuestion) {
  return (
    <li className="identifier grid gap-3 rounded-md bg-surface p-4">
      <div className="grid gap-1">
        <p className="font-semibold">
          {KINDS[kind]}: <span className="wrap-anywhere">{text}</span>
        </p>
        <p className="text-ink-muted text-sm">{because}</p>
      </div>
      {excerpts.slice(0, EXCERPTS_SHOWN).map(({ field, label, before, hit, after }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two excerpts may say the same, and their order is that of the text
        <figure key={at} className="grid gap-0.5">
          <figcaption className="text-sm">
            <a href={`#${field}`}>{label}</a>
          </figcaption>
          <blockquote className="border-line-strong border-s-2 ps-3 font-serif wrap-anywhere">
            {before}
            <mark>{hit}</mark>
            {after}
          </blockquote>
        </figure>
      ))}
      {excerpts.length > EXCERPTS_SHOWN && (
        <p className="text-ink-muted text-sm">
          {inNumber(excerpts.length - EXCERPTS_SHOWN, {
            one: 'And in 1 more place.',
            other: 'And in {n} more places.',
          })}
        </p>
      )}
      <SelectField
        name={reasonField(digest)}
        label={<>May it stay?{<span className="sr-only"> {text}</span>}</>}
        placeholder="No: I change it in my text"
        options={REASONS}
        defaultValue={reason}
      />
      <div className="other-reason">
        <TextField
          name={noteField(digest)}
          label="The other reason"
          maxLength={200}
          defaultValue={note}
          errors={noteError ? [noteError] : undefined}
        />
      </div>
    </li>
  )
}
