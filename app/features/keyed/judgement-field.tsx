import type { JudgementQuestion } from '#app/content/keyed-question.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import type { JudgementAnswer } from '#app/domain/keyed/answers.ts'
import { inNumber } from '#app/domain/wording.ts'
import { FieldError } from '#app/ui/field.tsx'
import { ReasonField, type ReasonsSoFar } from './reason-field.tsx'

type Item = JudgementQuestion['items'][number]
type Judged = JudgementAnswer['items'][string] | undefined

type JudgementFieldProps = {
  question: JudgementQuestion
  answer: JudgementAnswer
  errors: Readonly<Record<string, string>>
  reasons?: ReasonsSoFar
}

/** Options to be put in order by their numbers, or to be chosen from. */
export function JudgementField({ question, answer, errors, reasons }: JudgementFieldProps) {
  return question.items.map((item, index) => {
    const id = keyedField.item(item.id)
    const error = errors[id]
    return (
      <section key={item.id} aria-label={`Item ${index + 1} of ${question.items.length}`} className="grid gap-4">
        <fieldset id={id} tabIndex={-1} aria-describedby={error && `${id}-error`} className="judgement">
          <legend>
            <span className="eyebrow">
              Item {index + 1} of {question.items.length}
            </span>
            <span className="stem">{item.stem}</span>
          </legend>
          <Task item={item} judged={answer.items[item.id]} />
          <FieldError id={id} errors={error ? [error] : undefined} />
          {item.mode === 'rank' ? (
            <Places item={item} judged={answer.items[item.id]} isInvalid={Boolean(error)} />
          ) : (
            <Choices item={item} judged={answer.items[item.id]} isInvalid={Boolean(error)} />
          )}
        </fieldset>
        <ReasonField subject={item.id} label="Why" reasons={reasons} />
      </section>
    )
  })
}

/** What to do, and how far it is done. */
function Task({ item, judged }: { item: Item; judged: Judged }) {
  const done = judged && ('places' in judged ? Object.keys(judged.places).length : judged.chosen.length)
  if (item.mode === 'rank')
    return (
      <p className="task">
        Give every option a place, each place once: 1 is the best, {item.options.length} the last.{' '}
        <output>{done ? `${done} of ${item.options.length} have a place.` : ''}</output>
      </p>
    )
  return (
    <p className="task">
      {inNumber(item.choose, { one: 'Choose one.', other: 'Choose {n}.' })}{' '}
      <output>{done ? `${done} of ${item.choose} chosen.` : ''}</output>
    </p>
  )
}

type OptionsProps = { item: Item; judged: Judged; isInvalid: boolean }

function Places({ item, judged, isInvalid }: OptionsProps) {
  const places = judged && 'places' in judged ? judged.places : {}
  return (
    <ul className="options">
      {item.options.map(({ id, text }) => {
        const name = keyedField.place(item.id, id)
        return (
          <li key={id}>
            <select
              id={name}
              name={name}
              defaultValue={places[id] ?? ''}
              aria-invalid={isInvalid || undefined}
              className="control"
            >
              <option value="">Place</option>
              {item.options.map((_, index) => (
                <option key={item.options[index]?.id} value={index + 1}>
                  {index + 1}
                </option>
              ))}
            </select>
            <label htmlFor={name}>{text}</label>
          </li>
        )
      })}
    </ul>
  )
}

function Choices({ item, judged, isInvalid }: OptionsProps) {
  const chosen = judged && 'chosen' in judged ? judged.chosen : []
  return (
    <ul className="options">
      {item.options.map(({ id, text }) => {
        const name = keyedField.choice(item.id, id)
        return (
          <li key={id}>
            <input
              type="checkbox"
              id={name}
              name={name}
              defaultChecked={chosen.includes(id)}
              aria-invalid={isInvalid || undefined}
              className="choice"
            />
            <label htmlFor={name}>{text}</label>
          </li>
        )
      })}
    </ul>
  )
}
