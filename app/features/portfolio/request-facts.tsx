import type { CountersignRequest } from '#app/db/countersigning.server.ts'
import { professionNames } from '#app/domain/people.ts'
import type { CaseBody, SupervisionBody } from '#app/domain/portfolio/entry.ts'
import {
  ageBandNames,
  diagnosisNames,
  modalityNames,
  sessionsWords,
  writtenMinutes,
} from '#app/domain/portfolio/words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { formatTime, Time } from '#app/ui/time.tsx'

type Shown = Pick<CountersignRequest, 'entry' | 'code' | 'caseCodes'>

/** What an entry is called in a list and in a sentence: "Supervision on 5 October 2026", "Case KT-42". */
export const requestTitle = ({ entry, code }: Pick<Shown, 'entry' | 'code'>): string =>
  entry.kind === 'case' ? `Case ${code}` : `Supervision on ${formatTime(entry.body.on, 'UTC')}`

/** All that an entry said when it was put before the supervisor: this is what is signed. */
export const RequestFacts = ({ entry, caseCodes }: Shown) =>
  entry.kind === 'case' ? <CaseFacts body={entry.body} /> : <SessionFacts body={entry.body} caseCodes={caseCodes} />

const day = (value: string) => <Time value={value} zone="UTC" style="short-date" />

function SessionFacts({ body, caseCodes }: { body: SupervisionBody; caseCodes: readonly string[] }) {
  const { on, startsAt, timeZone, minutes, mode, supervisees, takenAway } = body
  return (
    <DefinitionList
      facts={[
        {
          term: 'Held',
          value: (
            <>
              {day(on)}, {startsAt}, {writtenMinutes(minutes)}{' '}
              <span className="text-ink-muted">({timeZone.replace('_', ' ')})</span>
            </>
          ),
        },

        { term: 'Present', value: mode === 'group' ? `A group of ${supervisees} supervisees` : 'One supervisee' },
        { term: 'Cases brought', value: caseCodes.join(', ') || 'None' },
        {
          term: 'Taken away',
          value: <p className="whitespace-pre-line wrap-anywhere">{takenAway || 'Nothing written'}</p>,
        },
      ]}
    />
  )
}

function CaseFacts({ body }: { body: CaseBody }) {
  const { modality, ageBand, diagnosis, diagnosticSystem, diagnosedBy, isPrimaryIntervention, sessions } = body
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0)
  return (
    <DefinitionList
      facts={[
        { term: 'Kind', value: `${modalityNames[modality]}, ${ageBandNames[ageBand].toLowerCase()}` },
        { term: 'Primary diagnosis', value: `${diagnosisNames[diagnosis]} (${diagnosticSystem})` },
        { term: 'Diagnosed by', value: professionNames[diagnosedBy] },
        { term: 'MBT', value: isPrimaryIntervention ? 'The primary intervention' : 'Not the primary intervention' },
        { term: 'From', value: day(body.startedOn) },
        { term: 'Until', value: <Until body={body} /> },
        {
          term: 'Sessions',
          value: (
            <Sessions sessions={sessions} summary={`${sessionsWords(sessions.length)}, ${writtenMinutes(minutes)}`} />
          ),
        },
      ]}
    />
  )
}

function Until({ body: { endedOn, isEndedEarly } }: { body: CaseBody }) {
  if (!endedOn) return <>Under way</>
  return (
    <>
      {day(endedOn)}
      {isEndedEarly && ', ended early'}
    </>
  )
}

function Sessions({ sessions, summary }: { sessions: CaseBody['sessions']; summary: string }) {
  if (sessions.length === 0) return <>None yet</>
  return (
    <details>
      <summary className="text-primary">{summary}</summary>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {sessions.map(({ on, minutes }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sessions of a day may be alike, and the list never changes
          <li key={`${on} ${index}`}>
            {day(on)} <span className="text-ink-muted">{minutes} min</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
