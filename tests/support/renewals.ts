import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { changeApplication } from '#app/features/accreditation/change-application.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { now } from './accounts.ts'

/** A pathway that one person decides, with a renewal that one entry of the portfolio meets. */
export const RENEWED_PATHWAY = `title: Practitioner
version: 3
source: A made-up body.
requirements:
  - id: hours
    kind: sum
    evidence: cpd
    of: hours
    atLeast: 2
    title: Hours
    why: Because.
renewal:
  every: { years: 5 }
  grace: { months: 3 }
  opens: { months: 12 }
  requirements:
    - id: renewal-hours
      kind: sum
      evidence: cpd
      of: hours
      atLeast: 2
      title: Hours since
      why: Because.
    - id: renewal-registration
      kind: staff-check
      checks: The registration, looked up again.
      title: Registration
      why: Because.
`

export const reasons = 'I have looked at every requirement, and this is what I found.'

/** The application that waits. */
export const openApplication = ({ id: userId }: Actor): Promise<string> =>
  db()
    .application.findFirstOrThrow({ where: { userId, closedAt: null } })
    .then(({ id }) => id)

export const decideAt = (officer: Actor, id: string, favourable: 'yes' | 'no', at: Date) =>
  changeApplication(officer, id, { intent: 'decide', favourable, text: reasons }, at)

export const renew = (holder: Actor, status: string, at: Date) =>
  changeOwnApplication(holder, { intent: 'renew', status, text: '', confirmed: 'on' }, at)

export const happened = (credentialId: string, kind: 'suspended' | 'revoked', at = now) =>
  db().credentialEvent.create({ data: { credentialId, kind, at } })
