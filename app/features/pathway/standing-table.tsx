import { dayWords } from '#app/domain/pathway/days.ts'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import type { CandidateStanding } from './judge-candidates.server.ts'

type StandingTableProps = { caption: string; standings: readonly CandidateStanding[]; empty: string }

/** Who is how far on their pathway, who is stuck, and on what. */
export function StandingTable({ caption, standings, empty }: StandingTableProps) {
  return (
    <Table
      caption={caption}
      hideCaption
      rows={standings}
      rowKey={({ userId }) => userId}
      isDense
      columns={[
        { key: 'name', header: 'Name', cell: (one) => <Person {...one} /> },
        { key: 'met', header: 'Requirements met', cell: (one) => <Met {...one} /> },
        { key: 'next', header: 'What comes next', cell: (one) => <Next {...one} /> },
        { key: 'news', header: 'Last news', cell: (one) => <News {...one} /> },
      ]}
      empty={empty}
    />
  )
}

const Person = ({ name, pathway: { title, version, isChosen } }: CandidateStanding) => (
  <>
    <span className="wrap-anywhere">{name}</span>
    <span className="block font-normal text-ink-muted text-sm">
      {isChosen ? `${title}, version ${version}` : `${title} (none chosen yet)`}
    </span>
  </>
)

/** What whoever has the status keeps here was never what it was granted on: a count of it would say that nothing is met. */
function Met({ userId, name, metCount, requirements, holding }: CandidateStanding) {
  if (holding) return <Status status="met">Awarded</Status>
  return (
    <ProgressBar
      id={`met-${userId}`}
      label={`Requirements met by ${name}`}
      hideLabel
      value={metCount}
      max={requirements}
    />
  )
}

function Next({ isMet, next, holding }: CandidateStanding) {
  if (holding) return <span className="text-ink-muted text-sm">{holding}</span>
  if (isMet) return <Status status="met">Everything met</Status>
  if (!next) return null
  return (
    <>
      {next.title}
      <span className="block text-ink-muted text-sm">{next.step}</span>
    </>
  )
}

const News = ({ lastOn, isStuck }: CandidateStanding) => (
  <div className="grid justify-items-start gap-1">
    <span className="sm:whitespace-nowrap">{lastOn ? dayWords(lastOn) : 'None yet'}</span>
    {isStuck && <Status status="not-yet">Nothing new for six weeks</Status>}
  </div>
)
