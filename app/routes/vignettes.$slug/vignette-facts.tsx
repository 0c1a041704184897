import { SubmitBy } from '#app/features/assessment/submit-by.tsx'
import type { VignettePage } from '#app/features/assessment/view-vignette.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'

type VignetteFactsProps = { vignette: VignettePage; zone: string }

/** What a person wants to know before they sit down to it. */
export function VignetteFacts({ vignette, zone }: VignetteFactsProps) {
  const { minutes, prompts, attemptsLeft, maxAttempts, deadline, provenance } = vignette
  return (
    <section aria-labelledby="facts" className="max-w-measure">
      <h2 id="facts" className="mb-4 text-2xl">
        What it asks of you
      </h2>
      <DefinitionList
        facts={[
          { term: 'You write', value: <Prompts prompts={prompts} /> },
          { term: 'Time', value: `About ${minutes} minutes. It is kept as you write, so you can stop and come back.` },
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
          { term: 'Marked by', value: 'A training lead, who sees your answer under a code and never your name.' },
          { term: 'Source', value: <ProvenanceTag provenance={provenance} /> },
        ]}
      />
    </section>
  )
}

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
