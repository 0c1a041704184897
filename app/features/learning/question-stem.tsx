import { Dialogue } from '#app/ui/dialogue.tsx'
import type { Stem } from './question-view.ts'

/** What a question is about, beside its prompt: what was said, a thought and then news, or the sentence with its gap. */
export function QuestionStem({ stem }: { stem: Stem }) {
  switch (stem.kind) {
    case 'mode':
      return <Transcript turns={stem.transcript} />
    case 'script-concordance':
      return (
        <div className="grid gap-2">
          <p>
            <b className="font-semibold">You were thinking</b> {stem.thinking}
          </p>
          <p className="border-accent border-s-2 ps-4">
            <b className="font-semibold">and then you learn</b> {stem.learn}
          </p>
        </div>
      )
    case 'gap':
      return <SentenceWithGap sentence={stem.sentence} />
    default:
      return null
  }
}

type Turns = Extract<Stem, { kind: 'mode' }>['transcript']

/** What leads up to the line that is asked about is there to understand it by. */
function Transcript({ turns }: { turns: Turns }) {
  const last = turns.length - 1
  return (
    <Dialogue
      turns={turns.map(({ speaker, says, note }, index) => ({
        ...{ speaker, says, action: note },
        highlight: index === last && last > 0 ? 'The line in question' : undefined,
      }))}
    />
  )
}

/** Also in the label of the field that fills it, where a paragraph cannot stand. */
export function SentenceWithGap({ sentence }: { sentence: string }) {
  const [before, after] = sentence.split('___')
  return (
    <span className="mt-2 mb-1 block font-normal font-serif text-lg">
      {before}
      <span aria-hidden="true">______</span>
      <span className="sr-only">(gap)</span>
      {after}
    </span>
  )
}
