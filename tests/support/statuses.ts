import { publishContent } from '#app/content/publish.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import type { SpecialistNote } from '#app/domain/credential/kinds.ts'
import type { Actor } from '#app/domain/people.ts'
import { changeApplication } from '#app/features/accreditation/change-application.server.ts'
import { signStatuses } from '#app/features/credentials/signing/sign-statuses.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { now } from './accounts.ts'
import { contentFolder } from './content-folder.ts'

/** A pathway that leaves all to staff; what else it says is added below. */
export const pathwayText = (rest = '') => `title: MBT practitioner
version: 3
source: A made-up body.
isDefault: true
${rest}requirements:
  - id: registration
    kind: staff-check
    checks: The registration, looked up at the regulator.
    title: Core profession
    why: Because.
  - id: practice
    kind: count
    evidence: cases
    where: { countersigned: true }
    atLeast: 2
    title: Practice
    why: Because.
`

export const publishPathway = async (rest = '') =>
  publishContent(await contentFolder({ 'pathways/practitioner.yaml': pathwayText(rest) }), now)

/** Applies and is approved, by one person of the staff. @returns the id of the status that was granted. */
export async function awardStatus(applicant: Actor, officer: Actor, at = now): Promise<string> {
  const text = 'The registration is yours to look up.'
  const refusal = await changeOwnApplication(applicant, { intent: 'apply', text, confirmed: 'on' }, at)
  if (refusal) throw new Error(refusal.message)
  const { id } = await db().application.findFirstOrThrow({ where: { userId: applicant.id, closedAt: null } })
  const decision = { intent: 'decide', favourable: 'yes', text: 'Every requirement was looked at.' } as const
  const answer = await changeApplication(officer, id, decision, at)
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return (await db().statusRecord.findFirstOrThrow({ where: { applicationId: id } })).id
}

type Signing = { number: string; note?: SpecialistNote; holderName?: string; supersedesId?: string; at?: Date }

/** The credential of a status, without the desk's rules. @returns its id. */
export async function signStatus(statusRecordId: string, signing: Signing): Promise<string> {
  const { at = now, holderName = 'Noor', ...rest } = signing
  const ids = await transact((tx) => signStatuses(tx, [{ statusRecordId, holderName, ...rest }], at))
  return ids.get(rest.number) ?? ''
}
