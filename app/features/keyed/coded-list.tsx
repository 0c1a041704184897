import type { CodingQuestion } from '#app/content/keyed-question.ts'
import type { Annotation } from '#app/domain/keyed/annotation.ts'
import { Button } from '#app/ui/button.tsx'

type CodedListProps = {
  question: CodingQuestion
  passages: readonly Annotation[]
  /** Absent where the list is only read. */
  remove?: (passage: Annotation) => void
}

export const turnId = (turn: number) => `turn-${turn}`

/** All that was coded, in the order of the text. */
export function CodedList({ question: { codes, transcript }, passages, remove }: CodedListProps) {
  if (passages.length === 0) return <p className="text-ink-muted text-sm">Nothing is coded yet.</p>
  return (
    <ul className="coded-list">
      {passages.map((passage) => {
        const { turn, from, to, code } = passage
        const words = transcript[turn - 1]?.says.slice(from, to)
        return (
          <li key={`${turn} ${from} ${to} ${code}`}>
            <p>
              <a href={`#${turnId(turn)}`}>Turn {turn}</a>: {codes.find(({ id }) => id === code)?.title}
            </p>
            <p className="words">“{words}”</p>
            {remove && (
              <Button type="button" variant="quiet" onClick={() => remove(passage)}>
                Take away<span className="sr-only"> the code of “{words}”</span>
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
