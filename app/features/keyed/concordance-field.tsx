import type { ConcordanceQuestion } from '#app/content/keyed-question.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import type { ConcordanceAnswer } from '#app/domain/keyed/answers.ts'
import { SHIFTS, type Shift } from '#app/domain/keyed/concordance.ts'
import { shiftNumber, shiftWords } from '#app/domain/keyed/shift-words.ts'
import { FieldError } from '#app/ui/field.tsx'
import { ReasonField, type ReasonsSoFar } from './reason-field.tsx'

type Item = ConcordanceQuestion['items'][number]

type ConcordanceFieldProps = {
  question: ConcordanceQuestion
  answer: ConcordanceAnswer
  errors: Readonly<Record<string, string>>
  reasons?: ReasonsSoFar
}

/** One question for each item: what becomes of the thought once the news is known. */
export function ConcordanceField({ question, answer, errors, reasons }: ConcordanceFieldProps) {
  return question.items.map((item, index) => (
    <section key={item.id} aria-label={`Item ${index + 1} of ${question.items.length}`} className="grid gap-4">
      <ItemChoice
        item={item}
        number={`${index + 1} of ${question.items.length}`}
        chosen={answer.shifts[item.id]}
        error={errors[keyedField.item(item.id)]}
      />
      <ReasonField subject={item.id} label="Why" reasons={reasons} />
    </section>
  ))
}

type ItemChoiceProps = { item: Item; number: string; chosen: Shift | undefined; error: string | undefined }

function ItemChoice({ item, number, chosen, error }: ItemChoiceProps) {
  const id = keyedField.item(item.id)
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error && `${id}-error`} className="concordance">
      <legend>
        <span className="eyebrow">Item {number}</span>
        <ConcordanceStem item={item} />
        <span className="asks">The thought becomes:</span>
      </legend>
      <FieldError id={id} errors={error ? [error] : undefined} />
      <div className="shifts">
        {SHIFTS.map((shift) => (
          <label key={shift}>
            <input
              type="radio"
              name={id}
              value={shift}
              defaultChecked={chosen === shift}
              aria-invalid={error ? true : undefined}
              className="choice"
            />
            <span>
              <span className="shift">{shiftNumber(shift)}</span> {shiftWords[shift]}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The two halves of an item: the thought, and the news. */
export function ConcordanceStem({ item: { thinking, learn } }: { item: Pick<Item, 'thinking' | 'learn'> }) {
  return (
    <>
      <span className="thinking">
        <span className="said">You were thinking</span> {thinking}
      </span>
      <span className="learn">
        <span className="said">and then you learn</span> {learn}
      </span>
    </>
  )
}
