import { can } from '#app/auth/policy.ts'
import type { Actor } from '#app/domain/people.ts'

/** Throws 403 for everybody but accreditation staff. The page has asked already; this holds for every way in. */
export function requireOfficer(actor: Pick<Actor, 'roles'>): void {
  if (!can(actor, 'certificates.issue'))
    throw new Response('Only accreditation staff issue certificates.', { status: 403 })
}
