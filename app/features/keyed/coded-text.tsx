import { type Piece, piecesOf, type Span } from './pieces.ts'

/** `own` is what a person coded, `panel` what the key has. */
export type CodeMark = { key: string; label: string; side: 'own' | 'panel' }

type CodedTextProps = {
  text: string
  part: { from: number; to: number }
  spans: readonly Span<CodeMark>[]
  /** Where the text can be selected: the turn that it stands in. */
  turn?: number
}

/** Words with their codes: a line under the passage, and at its end the code in words. */
export function CodedText({ text, part, spans, turn }: CodedTextProps) {
  return piecesOf(text, part, spans).map((piece) => <PieceOfText key={piece.from} piece={piece} turn={turn} />)
}

function PieceOfText({
  piece: { from, text, marks, ending },
  turn,
}: {
  piece: Piece<CodeMark>
  turn: number | undefined
}) {
  const place = turn === undefined ? {} : { 'data-turn': turn, 'data-at': from }
  const sides = new Set(marks.map(({ side }) => side))
  return (
    <>
      {sides.size === 0 ? (
        <span {...place}>{text}</span>
      ) : (
        <mark {...place} className={['coded', ...sides].join(' ')}>
          {text}
        </mark>
      )}
      {ending.map(({ key, label, side }) => (
        <span key={key} className={`code-label ${side}`}>
          <span className="sr-only"> (coded: </span>
          {label}
          <span className="sr-only">) </span>
        </span>
      ))}
    </>
  )
}
