import { inNumber } from '#app/domain/wording.ts'
import type { viewWaits } from '#app/features/cohorts/view-waits.server.ts'
import { Notice } from '#app/ui/notice.tsx'

type WaitsProps = { cohortId: string; waits: Awaited<ReturnType<typeof viewWaits>> }

/** What somebody waits for an answer to, before everything else. */
export function Waits({ cohortId, waits: { threads, requests } }: WaitsProps) {
  if (threads + requests === 0) return null
  return (
    <Notice kind="info" title="Waits for you">
      <ul className="grid gap-1">
        {threads > 0 && (
          <li>
            <a href={`/cohorts/${cohortId}/discussion`}>
              {inNumber(threads, { one: '1 thread with something new', other: '{n} threads with something new' })}
            </a>
          </li>
        )}
        {requests > 0 && (
          <li>
            <a href={`/cohorts/${cohortId}/enrolments`}>
              {inNumber(requests, {
                one: '1 request for a leave or for another cohort',
                other: '{n} requests for a leave or for another cohort',
              })}
            </a>
          </li>
        )}
      </ul>
    </Notice>
  )
}
