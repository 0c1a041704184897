import type { ReactNode } from 'react'
import { memo } from 'react'
import type { Code, CodedTurn } from '#app/content/keyed-question.ts'
import type { Annotation } from '#app/domain/keyed/annotation.ts'
import { CodedText, type CodeMark } from './coded-text.tsx'
import type { Span } from './pieces.ts'

type CodingTurnProps = {
  turn: CodedTurn
  number: number
  codes: readonly Code[]
  passages: readonly Annotation[]
  /** The sentence that Tab leads to, where it is in this turn. */
  cursor: number | null
  /** Sentences are there to be chosen; without scripts they are text. */
  isLive: boolean
}

const NO_PASSAGES: readonly Annotation[] = []

export const passagesByTurn = (passages: readonly Annotation[]): ((turn: number) => readonly Annotation[]) => {
  const byTurn = Map.groupBy(passages, ({ turn }) => turn)
  return (turn) => byTurn.get(turn) ?? NO_PASSAGES
}

/** What one person says, sentence by sentence, with its codes. */
export const CodingTurn = memo(function CodingTurn({ turn, number, codes, passages, cursor, isLive }: CodingTurnProps) {
  const spans = passages.map(({ from, to, code }): Span<CodeMark> => {
    const label = codes.find(({ id }) => id === code)?.title ?? code
    return { from, to, mark: { key: `${from} ${to} ${code}`, label, side: 'own' } }
  })
  const text = (part: { from: number; to: number }) => (
    <CodedText text={turn.says} part={part} spans={spans} turn={number} />
  )
  return (
    <>
      <span className="speaker">{turn.speaker}</span>
      {turn.note && <i className="seen">{turn.note}</i>}
      <p>
        {turn.sentences.map((sentence, at) => (
          <Sentence key={sentence.from} isLive={isLive} turn={number} at={at} isCursor={cursor === at}>
            {text(sentence)}
          </Sentence>
        ))}
      </p>
    </>
  )
})

type SentenceProps = { isLive: boolean; turn: number; at: number; isCursor: boolean; children: ReactNode }

function Sentence({ isLive, turn, at, isCursor, children }: SentenceProps) {
  if (!isLive) return <span>{children} </span>
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the text of a button cannot be selected, and does not break over lines as a sentence does */}
      <span
        role="button"
        tabIndex={isCursor ? 0 : -1}
        data-of-turn={turn}
        data-sentence={at}
        aria-haspopup="true"
        className="sentence"
      >
        {children}
      </span>{' '}
    </>
  )
}
