import { readGranted, type StatusListState } from '#app/db/granted-statuses.server.ts'
import { daysWaiting } from '#app/domain/certificate.ts'
import type { Actor } from '#app/domain/people.ts'
import { requireOfficer } from '../require-officer.server.ts'

const PAGE_SIZE = 20

export type StatusFilter = {
  state: StatusListState
  pathway?: string | undefined
  name?: string | undefined
  page: number
}

export type StatusList = Awaited<ReturnType<typeof viewStatuses>>
export type ShownStatus = StatusList['statuses'][number]

/** One page of the statuses that were granted: those that wait to be issued, wait for a second person, or were issued. */
export async function viewStatuses(officer: Actor, { page, ...filter }: StatusFilter, now: Date) {
  requireOfficer(officer)
  const reading = { ...filter, readerId: officer.id, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const { pathways, statuses, total } = await readGranted(reading)
  return {
    pathways,
    total,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    statuses: statuses.map(({ holderId, approvedAt, preparedAt, ...status }) => ({
      ...status,
      isOwn: holderId === officer.id,
      preparedAt: preparedAt ? new Date(preparedAt) : null,
      daysWaiting: daysWaiting(new Date((filter.state === 'prepared' && preparedAt) || approvedAt), now),
    })),
  }
}
