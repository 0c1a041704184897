import { can, type Permission } from '#app/auth/policy.ts'
import { countWork, type WorkCount } from '#app/db/work-list.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { WORK_KINDS, type WorkKind } from '#app/domain/work-list.ts'

/** Where each kind of work is done, and who may do it. */
const places: Record<WorkKind, { href: string; permission: Permission }> = {
  concerns: { href: '/concerns', permission: 'concerns.read' },
  certificates: { href: '/accreditation#certificates', permission: 'certificates.issue' },
  statuses: { href: '/accreditation/statuses', permission: 'certificates.issue' },
  releases: { href: '/accreditation/statuses?state=prepared', permission: 'certificates.issue' },
  corrections: { href: '/accreditation/credentials?asked=yes', permission: 'certificates.issue' },
  applications: { href: '/applications?kind=first', permission: 'applications.decide' },
  renewals: { href: '/applications?kind=renewal', permission: 'applications.decide' },
  'application-appeals': { href: '/applications', permission: 'applications.decide' },
  'mark-appeals': { href: '/appeals', permission: 'appeals.decide' },
  trainings: { href: '/accreditation/trainings', permission: 'trainings.check' },
  'with-assessor': { href: '/applications', permission: 'applications.decide' },
  'with-applicant': { href: '/applications', permission: 'applications.decide' },
  'suspensions-ending': { href: '/accreditation/credentials?state=suspended', permission: 'certificates.issue' },
  'supervisors-ending': { href: '/accreditation/supervisors', permission: 'supervisors.approve' },
  'providers-ending': { href: '/accreditation/providers', permission: 'providers.manage' },
}

export type Work = WorkCount & { href: string }

/** What waits for this person and what ends soon, each with its count and its oldest; nothing that somebody else has to decide. */
export async function viewWork(actor: Actor, now: Date): Promise<Work[]> {
  const counts = await countWork({ readerId: actor.id, today: todayIn(actor.timeZone, now), now })
  return counts
    .filter(({ kind }) => can(actor, places[kind].permission))
    .toSorted((one, other) => WORK_KINDS.indexOf(one.kind) - WORK_KINDS.indexOf(other.kind))
    .map((count) => ({ ...count, href: places[count.kind].href }))
}
