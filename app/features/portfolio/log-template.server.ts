import { listEntries } from '#app/db/portfolio.server.ts'
import { listSupervisorChoices } from '#app/db/supervisors.server.ts'
import { csvFile } from '#app/domain/csv.ts'
import type { Actor } from '#app/domain/people.ts'
import { ofKind } from './entries-of-kind.ts'
import { LOG_COLUMNS } from './read-log.ts'

const USUAL_MINUTES = 50
const USUAL_SUPERVISION_MINUTES = 60

/** A log to fill in: a line of supervision for each approved supervisor, and of a session for each of the actor's cases, without days. */
export async function logTemplate({ id }: Pick<Actor, 'id'>): Promise<string> {
  const [entries, supervisors] = await Promise.all([listEntries(id), listSupervisorChoices(id)])
  const codes = ofKind(entries, 'case').flatMap(({ code }) => code ?? [])
  return csvFile(LOG_COLUMNS, [
    ...supervisors.map(({ name: supervisor }) => ({
      ...{ kind: 'supervision', start: '16:00', minutes: USUAL_SUPERVISION_MINUTES, mode: 'individual' },
      ...{ cases: codes.join(' '), supervisor },
    })),
    ...codes.map((cases) => ({ kind: 'session', minutes: USUAL_MINUTES, cases })),
  ])
}
