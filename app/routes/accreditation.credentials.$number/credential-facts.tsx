import type { ReactNode } from 'react'
import type { DeskCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { Time } from '#app/ui/time.tsx'

type FactsProps = { credential: DeskCredential; zone: string }

/** What it says, what it is today, and where its files are. */
export function CredentialFacts({ credential, zone }: FactsProps) {
  const { number, holderName, nameToday, issuedAt, issuedBy, validUntil, supersedes, supersededBy } = credential
  const facts: { term: string; value: ReactNode }[] = [
    { term: 'Today', value: <Standing credential={credential} /> },
    { term: 'Number', value: <span className="tabular-nums wrap-anywhere">{number}</span> },
    { term: 'Name as printed', value: <bdi className="wrap-anywhere">{holderName}</bdi> },
    {
      term: 'Issued',
      value: (
        <>
          <Time value={issuedAt} zone={zone} style="date-time" />
          {issuedBy && ` by ${issuedBy}`}
        </>
      ),
    },
    { term: 'Holds until', value: validUntil ? <Time value={validUntil} zone="UTC" /> : 'It does not end by itself' },
    { term: 'Files', value: <Files number={number} /> },
  ]
  if (nameToday !== holderName)
    facts.splice(3, 0, { term: 'Name today', value: <bdi className="wrap-anywhere">{nameToday}</bdi> })
  if (supersedes) facts.push({ term: 'Took the place of', value: <CredentialLink number={supersedes} /> })
  if (supersededBy) facts.push({ term: 'Its place was taken by', value: <CredentialLink number={supersededBy} /> })
  return <DefinitionList facts={facts} />
}

function Standing({ credential: { standing } }: { credential: DeskCredential }) {
  return (
    <>
      <StateTag state={standing.state} />
      {standing.state === 'suspended' && standing.until && (
        <span className="ps-2 text-ink-muted">
          until the end of <Time value={standing.until} zone="UTC" />
        </span>
      )}
    </>
  )
}

const CredentialLink = ({ number }: { number: string }) => (
  <a href={`/accreditation/credentials/${number}`} className="tabular-nums wrap-anywhere">
    {number}
  </a>
)

const Files = ({ number }: { number: string }) => (
  <ul className="flex flex-wrap gap-x-5 gap-y-1">
    <li>
      <a href={`/certificates/${number}.pdf`}>PDF</a>
    </li>
    <li>
      <a href={`/certificates/${number}.json`}>Signed credential</a>
    </li>
    <li>
      <a href={`/verify/${number}`}>What a check says</a>
    </li>
  </ul>
)
