import { kindWords, professionsOf } from '#app/content/kind-words.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import type { VignettePage } from '#app/features/assessment/view-vignette.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { SubmitBy } from '#app/ui/submit-by.tsx'

type VignetteFactsProps = { vignette: VignettePage; zone: string }

/** What a person wants to know before they sit down to it. */
export function VignetteFacts({ vignette, zone }: VignetteFactsProps) {
  const { kind, minutes, prompts, stages, isMarked, attemptsLeft, maxAttempts, deadline, provenance } = vignette
  return (
    <section aria-labelledby="facts" className="max-w-measure">
      <h2 id="facts" className="mb-2 text-2xl">
        What it asks of you
      </h2>
      <p className="mb-4">
        <span className="font-medium">{kindWords[kind].name}.</span> {kindWords[kind].asks}
      </p>
      <DefinitionList
        facts={[
          ...(prompts.length > 0 ? [{ term: 'You write', value: <Prompts prompts={prompts} /> }] : []),
          ...(stages ? [{ term: 'You write', value: `In ${stages} parts, one after the other` }] : []),
          { term: 'Set for', value: `A ${professionsOf(vignette)}. Whatever your profession, you can answer it.` },
          {
            term: 'Time',
            value: `About ${minutesWords(minutes)}. It is kept as you write, so you can stop and come back.`,
          },
          { term: 'Attempts left', value: `${attemptsLeft} of ${maxAttempts}` },
          {
            term: 'Deadline',
            value: deadline ? (
              <>
                <SubmitBy deadline={deadline} zone={zone} />, your time ({zone})
              </>
            ) : (
              'None'
            ),
          },
          { term: isMarked ? 'Marked by' : 'Scored by', value: isMarked ? MARKED_BY : SCORED_BY },
          { term: 'Source', value: <ProvenanceTag provenance={provenance} /> },
        ]}
      />
    </section>
  )
}

const MARKED_BY = 'A training lead, who sees your answer under a code and never your name.'
const SCORED_BY = 'A key, as soon as you hand it in. It is for practice: it does not pass or fail anybody.'

function Prompts({ prompts }: Pick<VignettePage, 'prompts'>) {
  return (
    <ol className="grid gap-1">
      {prompts.map(({ label, words: [least, most] }) => (
        <li key={label}>
          {label} <span className="whitespace-nowrap text-ink-muted">{`${least} to ${most} words`}</span>
        </li>
      ))}
    </ol>
  )
}
