import type { Code, CodedTurn } from '#app/content/keyed-question.ts'
import type { Annotation } from '#app/domain/keyed/annotation.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import type { CodingBySentence } from '#app/domain/keyed/coding-fields.ts'

type CodingBySentenceProps = { turn: CodedTurn; number: number; codes: readonly Code[]; coding: CodingBySentence }

/** The code of each sentence of a turn, chosen by the browser's own means: for pages without scripts. */
export function CodesBySentence({ turn, number, codes, coding }: CodingBySentenceProps) {
  const others = coding.others.filter((one) => one.turn === number)
  const isCoded = turn.sentences.some((_, at) => coding.codes.has(keyedField.sentence(number, at + 1)))
  return (
    <details open={isCoded || others.length > 0} className="by-sentence">
      <summary>Code turn {number}, sentence by sentence</summary>
      {turn.sentences.map(({ from, to }, at) => {
        const name = keyedField.sentence(number, at + 1)
        return (
          <p key={name}>
            <label htmlFor={name}>{turn.says.slice(from, to)}</label>
            <select id={name} name={name} defaultValue={coding.codes.get(name) ?? ''} className="control">
              <option value="">No code</option>
              {codes.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </p>
        )
      })}
      {others.map((passage) => (
        <KeptPassage key={keyedField.passage(passage)} passage={passage} turn={turn} codes={codes} />
      ))}
    </details>
  )
}

function KeptPassage({ passage, turn, codes }: { passage: Annotation; turn: CodedTurn; codes: readonly Code[] }) {
  const name = keyedField.passage(passage)
  return (
    <p>
      <input type="checkbox" id={name} name={name} defaultChecked className="choice" />
      <label htmlFor={name}>
        Keep “{turn.says.slice(passage.from, passage.to)}” as{' '}
        {codes.find(({ id }) => id === passage.code)?.title ?? passage.code}
      </label>
    </p>
  )
}
