import { certificateDay } from '#app/domain/certificate.ts'
import { standingWords } from '#app/domain/credential/standing-words.ts'
import { hasEnded } from '#app/domain/credential/state.ts'
import { capitalized } from '#app/domain/credential/words.ts'
import { dayWords } from '#app/domain/pathway/days.ts'
import type { ShownStatus } from '#app/domain/register-entry.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import type { ShownPerson } from './shown-person.ts'

type PersonSheetProps = { person: ShownPerson; headingLevel?: 2 | 4 }

/** Everything that the public sees of somebody but the name, which stands above it. */
export function PersonSheet({ person, headingLevel = 2 }: PersonSheetProps) {
  return (
    <div className="grid gap-8">
      {person.statuses.map((status) => (
        <StatusSheet key={status.number} status={status} headingLevel={headingLevel} />
      ))}
      <DefinitionList facts={factsOf(person)} />
    </div>
  )
}

function StatusSheet({ status, headingLevel }: { status: ShownStatus; headingLevel: 2 | 4 }) {
  const Heading = `h${headingLevel}` as const
  const { number, title, since, validUntil, standing } = status
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Heading className="text-xl">{title}</Heading>
        <StateTag state={standing.state} />
      </div>
      <DefinitionList
        facts={[
          ...(standing.state === 'valid' ? [] : [{ term: 'State', value: standingWords(standing) }]),
          { term: 'Since', value: dayWords(since) },
          ...(validUntil && !hasEnded(standing) ? [{ term: 'Until', value: certificateDay(validUntil) }] : []),
          {
            term: 'Number',
            value: (
              <a href={`/verify/${number}`} className="tabular-nums wrap-anywhere">
                {number}
              </a>
            ),
          },
        ]}
      />
    </section>
  )
}

/** What is empty was not agreed to, and is not spoken of. */
const factsOf = ({ profession, place, notes, languages, worksWith }: ShownPerson) =>
  [
    { term: 'Profession', value: profession },
    { term: 'Place', value: place },
    { term: 'Specialist notes', value: capitalized(notes) },
    { term: 'Languages', value: languages.join(', ') },
    { term: 'Works with', value: worksWith.join(', ') },
  ].filter(({ value }) => value !== '')
