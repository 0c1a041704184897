import type { Passage } from '#app/domain/passages.ts'

type MarkedTextProps = { title: string; text: string; passages: readonly Passage[] }

/** A text with its shared passages, numbered so that a passage is found in the other text. */
export function MarkedText({ title, text, passages }: MarkedTextProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-4 text-2xl">{title}</h2>
      <p className="whitespace-pre-line wrap-anywhere font-serif text-lg leading-relaxed">
        {piecesOf(text, passages).map(({ from, words, number }) =>
          number === 0 ? (
            words
          ) : (
            <mark key={from}>
              <sup className="me-0.5 font-sans font-semibold">{number}</sup>
              {words}
            </mark>
          ),
        )}
      </p>
    </section>
  )
}

type Piece = { from: number; words: string; number: number }

/** The text cut at its passages, numbered from 1 as they are listed; 0 for what lies between. Overlapping ones are cut short. */
export function piecesOf(text: string, passages: readonly Passage[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const numbered = passages.map((passage, index) => ({ ...passage, number: index + 1 }))
  for (const { from, to, number } of numbered.toSorted((one, other) => one.from - other.from)) {
    if (to <= at) continue
    if (from > at) pieces.push({ from: at, words: text.slice(at, from), number: 0 })
    pieces.push({ from: Math.max(from, at), words: text.slice(Math.max(from, at), to), number })
    at = to
  }
  if (at < text.length) pieces.push({ from: at, words: text.slice(at), number: 0 })
  return pieces
}
