import { inNumber } from '#app/domain/wording.ts'
import type { Stretch } from './compare-texts.ts'

type ComparisonProps = { id: string; title: string; differs: readonly Stretch[]; nothing?: string }

/** Two texts in one: what the first says and the second does not is struck out, what is new is underlined. */
export function Comparison({ id, title, differs, nothing = 'Nothing differs.' }: ComparisonProps) {
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {differs.length === 0 ? (
        <p className="text-ink-muted">{nothing}</p>
      ) : (
        <div className="source-text rounded-md border border-line bg-surface p-4">
          {differs.map((stretch, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes its order
            <StretchText key={at} stretch={stretch} />
          ))}
        </div>
      )}
    </section>
  )
}

function StretchText({ stretch }: { stretch: Stretch }) {
  if (stretch.kind === 'same') return <span className="text-ink-muted">{stretch.text}</span>
  if (stretch.kind === 'left-out') {
    const lines = inNumber(stretch.lineCount, { one: 'One line is the same', other: '{n} lines are the same' })
    return <span className="my-2 block border-line border-t pt-1 font-sans text-ink-muted text-sm">{lines}</span>
  }
  return stretch.parts.map(({ kind, text }, at) => {
    const Part = kind === 'taken-out' ? 'del' : kind === 'put-in' ? 'ins' : 'span'
    // biome-ignore lint/suspicious/noArrayIndexKey: a comparison never changes its order
    return <Part key={at}>{text}</Part>
  })
}
