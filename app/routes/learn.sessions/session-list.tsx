import { reasonWords } from '#app/domain/live/hours-live.ts'
import { hoursNumber, hoursWords } from '#app/domain/live/hours-words.ts'
import { whenWords } from '#app/domain/live/when.ts'
import { SessionFileLink } from '#app/features/cohorts/session-file-link.tsx'
import { SessionPlace } from '#app/features/cohorts/session-place.tsx'
import type { OwnSessions } from '#app/features/cohorts/view-own-sessions.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import { CodeForm } from './code-form.tsx'

type Session = OwnSessions['past'][number]

type SessionListProps = {
  title: string
  sessions: readonly Session[]
  timeZone: string
  /** Of the code that was typed for one of them. */
  fault: FormFault | undefined
}

export function SessionList({ title, sessions, timeZone, fault }: SessionListProps) {
  return (
    <div>
      <h3 className="pb-3 text-xl">{title}</h3>
      <ul className="border-line border-b">
        {sessions.map((session) => (
          <li key={session.id} className="grid gap-x-12 gap-y-3 border-line border-t py-5 md:grid-cols-[1fr_18rem]">
            <Session session={session} timeZone={timeZone} />
            {session.takesCode && <CodeForm session={session} fault={fault} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Session({ session, timeZone }: { session: Session; timeZone: string }) {
  const { title, startsAt, endsAt, materials, files, isCancelled } = session
  return (
    <>
      <div className="grid content-start gap-2">
        <h4 className="text-lg">
          {title} {isCancelled && <Tag tone="caution">Cancelled</Tag>}
        </h4>
        <p>{whenWords({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, timeZone)}</p>
        <p className="text-ink-muted text-sm">{countsWords(session)}</p>
      </div>
      <div className="grid content-start gap-3">
        {!isCancelled && <SessionPlace session={session} />}
        {materials.length + files.length > 0 && (
          <ul className="text-sm">
            {materials.map(({ title: what, url }) => (
              <li key={url} className="py-0.5">
                <a href={url} rel="noreferrer" className="inline-flex min-h-6 items-center wrap-anywhere">
                  {what}
                </a>
              </li>
            ))}
            {files.map((file) => (
              <li key={file.id} className="py-0.5">
                <SessionFileLink file={file} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

/** What the session counts, and what of it the person has. */
function countsWords({ countsMinutes, hours, isCancelled }: Session): string {
  const counts = `Counts ${hoursWords(countsMinutes)} live`
  if (!hours || hours.because === 'not-recorded') return isCancelled ? 'Counts nothing' : counts
  return `${reasonWords[hours.because]}: ${hoursNumber(hours.countedMinutes)} of ${hoursWords(countsMinutes)}`
}
