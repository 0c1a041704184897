import { useMemo } from 'react'
import type { CodingQuestion } from '#app/content/keyed-question.ts'
import { type Annotation, textsOf } from '#app/domain/keyed/annotation.ts'
import { type CODING_WAYS, keyedField } from '#app/domain/keyed/answer-fields.ts'
import type { CodingAnswer } from '#app/domain/keyed/answers.ts'
import { bySentence } from '#app/domain/keyed/coding-fields.ts'
import { FieldError } from '#app/ui/field.tsx'
import { useHasScripts } from '#app/ui/use-has-scripts.ts'
import { CodeMenu } from './code-menu.tsx'
import { CodedList, turnId } from './coded-list.tsx'
import { CodesBySentence } from './coding-by-sentence.tsx'
import { CodeList, CodingHelp } from './coding-help.tsx'
import { type Chosen, codedAt } from './coding-state.ts'
import { CodingTurn, passagesByTurn } from './coding-turn.tsx'
import { ReasonField, type ReasonsSoFar } from './reason-field.tsx'
import { useCoding } from './use-coding.ts'

type CodingFieldProps = {
  question: CodingQuestion
  answer: CodingAnswer
  onChange: (answer: CodingAnswer) => void
  errors: Readonly<Record<string, string>>
  reasons?: ReasonsSoFar
}

/** A transcript to be coded: with the mouse, with keys alone, or without scripts by a choice for each sentence. */
export function CodingField({ question, answer: { passages }, onChange, errors, reasons }: CodingFieldProps) {
  const { transcript, codes } = question
  const isLive = useHasScripts()
  const coding = useCoding({
    question,
    passages,
    onChange: (next) => onChange({ kind: 'annotate', passages: next }),
  })
  const inTurn = useMemo(() => passagesByTurn(passages), [passages])
  const split = useMemo(() => bySentence(passages, textsOf(question)), [passages, question])
  const wordsOf = ({ turn, from, to }: Chosen) => transcript[turn - 1]?.says.slice(from, to) ?? ''
  const error = errors[keyedField.coding]
  return (
    <section id={keyedField.coding} tabIndex={-1} aria-label="The coding" className="coding">
      {isLive ? (
        <PassageFields passages={passages} />
      ) : (
        <noscript>
          <WayField way="sentences" />
        </noscript>
      )}
      <aside
        aria-label="The codes"
        className="coding-side"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and before scripts run nothing in it can be reached
        tabIndex={0}
      >
        <CodeList codes={codes} />
        <CodingHelp />
        {isLive && (
          <details open className="what-is-coded">
            <summary>Coded so far: {passages.length}</summary>
            <CodedList question={question} passages={passages} remove={coding.remove} />
          </details>
        )}
      </aside>
      <div>
        <FieldError id={keyedField.coding} errors={error ? [error] : undefined} />
        <p role="status" className="sr-only">
          {coding.said}
        </p>
        <ol ref={coding.root} className="coded-transcript" {...(isLive && coding.handlers)}>
          {transcript.map((turn, index) => {
            const number = index + 1
            const { cursor, open, fault } = coding
            return (
              <li key={turnId(number)} id={turnId(number)}>
                <CodingTurn
                  {...{ turn, number, codes, isLive, passages: inTurn(number) }}
                  cursor={cursor.turn === number ? cursor.sentence : null}
                />
                {open?.turn === number && (
                  <CodeMenu
                    key={`${open.from} ${open.to}`}
                    {...{ codes, passage: open, wordsOf, coded: codedAt(passages, open) }}
                    {...{ give: coding.give, remove: coding.remove, close: coding.close }}
                  />
                )}
                {fault?.turn === number && <FieldError id={`${turnId(number)}-fault`} errors={[fault.text]} />}
                {!isLive && (
                  <noscript>
                    <CodesBySentence turn={turn} number={number} codes={codes} coding={split} />
                  </noscript>
                )}
                {(!isLive || inTurn(number).length > 0 || reasons?.[number]) && (
                  <ReasonField subject={String(number)} label="Why these codes" reasons={reasons} />
                )}
              </li>
            )
          })}
        </ol>
      </div>
    </section>
  )
}

const WayField = ({ way }: { way: (typeof CODING_WAYS)[number] }) => (
  <input type="hidden" name={keyedField.way} value={way} />
)

/** What the form sends once the page has come to life. */
function PassageFields({ passages }: { passages: readonly Annotation[] }) {
  return (
    <>
      <WayField way="passages" />
      {passages.map((passage) => (
        <input key={keyedField.passage(passage)} type="hidden" name={keyedField.passage(passage)} value="on" />
      ))}
    </>
  )
}
