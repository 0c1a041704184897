import type { ApplicationEventKind } from '#app/domain/application.ts'
import { Time } from './time.tsx'

export type ThreadEntry = {
  id: string
  kind: ApplicationEventKind
  /** Absent where nobody is named: staff are not, to the applicant. */
  byName?: string
  at: string
  requirementId: string | null
  text: string
  isFavourable: boolean | null
}

type ApplicationThreadProps = {
  entries: readonly ThreadEntry[]
  zone: string
  titleOf: (requirementId: string) => string
}

/** What happened to an application, the first on top. */
export function ApplicationThread({ entries, zone, titleOf }: ApplicationThreadProps) {
  return (
    <ol className="grid gap-5">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-1 border-line border-s-2 ps-4">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{titleOfEntry(entry)}</span>
            <span className="text-ink-muted text-sm">
              {entry.byName && `${entry.byName}, `}
              <Time value={entry.at} zone={zone} style="date-time" />
            </span>
          </p>
          {entry.requirementId && <p className="text-ink-muted">About: {titleOf(entry.requirementId)}</p>}
          {entry.text && <p className="max-w-measure whitespace-pre-line wrap-anywhere">{entry.text}</p>}
        </li>
      ))}
    </ol>
  )
}

const titles: Record<ApplicationEventKind, string> = {
  applied: 'Applied',
  more_asked: 'More was asked for',
  answered: 'Answered, with the evidence as it stood then',
  referred: 'Referred to an independent assessor',
  opinion: 'Opinion of the assessor',
  recommended: 'Decision of one person',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn by the applicant',
  appealed: 'Appeal',
  appeal_decided: 'Appeal decided',
}

function titleOfEntry({ kind, isFavourable }: Pick<ThreadEntry, 'kind' | 'isFavourable'>): string {
  if (kind === 'opinion' || kind === 'recommended') return `${titles[kind]}: ${isFavourable ? 'approve' : 'refuse'}`
  if (kind === 'appeal_decided') return `${titles[kind]}: ${isFavourable ? 'upheld' : 'not upheld'}`
  return titles[kind]
}
