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

const Met = ({ userId, name, metCount, requirements }: CandidateStanding) => (
  <ProgressBar
    id={`met-${userId}`}
    label={`Requirements met by ${name}`}
    hideLabel
    value={metCount}
    max={requirements}
  />
)

function Next({ isMet, next }: CandidateStanding) {
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
    {lastOn ? dayWords(lastOn) : 'None yet'}
    {isStuck && <Status status="not-yet">Nothing new for six weeks</Status>}
  </div>
)
